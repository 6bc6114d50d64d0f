import { messageAction } from './messageAction';

export const pin = messageAction({
	name: 'Pin',
	value: 'pin',
	action: 'Pin a message',
	description: 'Pin a message to the top of its thread, for all who see it',
});
