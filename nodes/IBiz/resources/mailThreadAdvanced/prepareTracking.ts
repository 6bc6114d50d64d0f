import { threadAction } from './threadAction';

export const prepareTracking = threadAction({
	name: 'Prepare Tracking',
	value: 'prepareTracking',
	action: 'Prepare the tracking of a mail thread',
	does: 'Run what iBiz runs for tracking before a record is updated; called from outside, it usually does nothing',
	route: 'track_prepare',
	effect: 'change',
});
