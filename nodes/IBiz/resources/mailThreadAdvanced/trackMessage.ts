import { threadAction } from './threadAction';

export const trackMessage = threadAction({
	name: 'Track Message',
	value: 'trackMessage',
	action: 'Post the tracking message of a mail thread',
	does: 'Post a message that tells what changed in a record; called from outside, it usually does nothing',
	route: 'message_track',
	effect: 'send',
});
