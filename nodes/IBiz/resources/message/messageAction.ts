import type { Operation } from '../../../shared';
import { messageId } from '../../ids';

type OwnPart = Pick<Operation, 'name' | 'value' | 'action' | 'description'>;

/**
 * An action of iBiz on one message, of which it wants only the key, and which answers without a
 * body. Source: the page of mail_message of https://github.com/iBizLab/iBizOdoo
 */
export const messageAction = (own: OwnPart): Operation => ({
	...own,
	method: 'POST',
	path: `/mail_messages/{messageId}/${own.value}`,
	effect: 'change',
	findOut: 'Use "Message: Get" with the same ID to see what the message holds',
	fields: [messageId],
	prepare({ body }, parameters) {
		body.id = parameters.messageId as string;
	},
});
