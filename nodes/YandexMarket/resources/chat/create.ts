import { field, operation, wholeId } from '../../../shared';
import { contextTypes } from '../../fields';
import { businessId } from '../../ids';

export const create = operation.create({
	action: 'Create a chat',
	description:
		'Open a chat with the customer about an order or a return, or get the chat that there is already; sends no message',
	path: '/v2/businesses/{businessId}/chats/new',
	findOut: 'Repeat it: Yandex Market gives back the chat of the order or return if there is one',
	fields: [
		businessId,
		field.choice('About', 'contextType', {
			options: contextTypes,
			default: 'ORDER',
			description:
				'What the chat is about. Chats about returns exist for the models FBY, FBS and Express; chats about products only customers can open.',
			place: 'body.context.type',
		}),
		field.text('Order or Return ID', 'contextId', {
			required: true,
			placeholder: 'e.g. 33004567812',
			description: 'The number of the order or of the return',
			place: 'body.context.id',
			parse: wholeId,
		}),
	],
});
