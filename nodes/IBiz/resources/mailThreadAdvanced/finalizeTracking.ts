import { threadAction } from './threadAction';

export const finalizeTracking = threadAction({
	name: 'Finalize Tracking',
	value: 'finalizeTracking',
	action: 'Finalize the tracking of a mail thread and post it',
	does: 'Build the tracked data of a record and post it; called from outside, it usually does nothing',
	route: 'track_finalize',
	effect: 'send',
});
