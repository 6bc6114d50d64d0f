import { threadAction } from './threadAction';

export const buildTrackingData = threadAction({
	name: 'Build Tracking Data',
	value: 'buildTrackingData',
	action: 'Build the tracking data of a mail thread',
	does: 'Build the list of changed values from the audit details of a record, which go into Further Fields; iBiz may not work without them',
	route: 'mail_track',
	effect: 'change',
});
