import { threadAction } from './threadAction';

export const discardTracking = threadAction({
	name: 'Discard Tracking',
	value: 'discardTracking',
	action: 'Discard the tracking of a mail thread',
	does: 'Run what iBiz runs for tracking when a record is created; called from outside, it usually does nothing',
	route: 'track_discard',
	effect: 'change',
});
