import { messageAction } from './messageAction';

export const unpin = messageAction({
	name: 'Unpin',
	value: 'unpin',
	action: 'Unpin a message',
	description: 'Take a message off the pinned ones of its thread',
});
