import type { Operation } from '../../../shared';
import { message } from '../../fields';
import { itsBusinessId, itsChatId } from '../../ids';
import { send } from './send';

/** The same request: a chat is all that Yandex Market knows of threads. */
export const reply: Operation = {
	...send,
	name: 'Reply',
	value: 'reply',
	action: 'Reply to a message',
	description: 'Answer the customer in the chat of a message, which cannot be changed or taken back',
	fields: [itsBusinessId, itsChatId, message],
};
