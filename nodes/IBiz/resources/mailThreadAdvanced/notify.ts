import { threadAction } from './threadAction';

export const notify = threadAction({
	name: 'Notify',
	value: 'notify',
	action: 'Notify about a mail thread',
	does: 'Send the internal notification of a thread; on many sites it does nothing',
	route: 'message_notify',
	effect: 'send',
});
