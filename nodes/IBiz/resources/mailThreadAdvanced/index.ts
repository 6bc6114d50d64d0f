import { resource } from '../../../shared';
import { threadAction } from './threadAction';

const actions = [
	threadAction({
		name: 'Build Tracking Data',
		value: 'buildTrackingData',
		action: 'Build the tracking data of a mail thread',
		does: 'Build the list of changed values from the audit details of a record, which go into Further Fields; iBiz may not work without them',
		route: 'mail_track',
		effect: 'change',
	}),
	threadAction({
		name: 'Discard Tracking',
		value: 'discardTracking',
		action: 'Discard the tracking of a mail thread',
		does: 'Run what iBiz runs for tracking when a record is created; called from outside, it usually does nothing',
		route: 'track_discard',
		effect: 'change',
	}),
	threadAction({
		name: 'Finalize Tracking',
		value: 'finalizeTracking',
		action: 'Finalize the tracking of a mail thread and post it',
		does: 'Build the tracked data of a record and post it; called from outside, it usually does nothing',
		route: 'track_finalize',
		effect: 'send',
	}),
	threadAction({
		name: 'Notify',
		value: 'notify',
		action: 'Notify about a mail thread',
		does: 'Send the internal notification of a thread; on many sites it does nothing',
		route: 'message_notify',
		effect: 'send',
	}),
	threadAction({
		name: 'Prepare Tracking',
		value: 'prepareTracking',
		action: 'Prepare the tracking of a mail thread',
		does: 'Run what iBiz runs for tracking before a record is updated; called from outside, it usually does nothing',
		route: 'track_prepare',
		effect: 'change',
	}),
	threadAction({
		name: 'Process Attachments',
		value: 'processAttachments',
		action: 'Process the attachments of a mail thread',
		does: 'Move the attachments of a message to its record; on many sites it does nothing',
		route: 'process_attachments_for_post',
		effect: 'change',
	}),
	threadAction({
		name: 'Track Message',
		value: 'trackMessage',
		action: 'Post the tracking message of a mail thread',
		does: 'Post a message that tells what changed in a record; called from outside, it usually does nothing',
		route: 'message_track',
		effect: 'send',
	}),
];

/** What the server runs by itself when records change; callable, but rarely useful. */
export const mailThreadAdvanced = resource(
	'Mail Thread (Advanced)',
	'mailThreadAdvanced',
	actions[0]!,
	actions,
);
