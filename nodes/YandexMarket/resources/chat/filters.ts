import { field, type Parse, wholeId } from '../../../shared';
import { contextTypes, statuses } from '../../fields';

interface Context {
	type: string;
	id: number;
}

/** The API refuses lists that hold something twice. */
const unique: Parse = (value) => [...new Set(value as string[])];

const uniqueContexts: Parse = (value) => {
	const { context } = value as { context?: Context[] };
	return context && [...new Map(context.map((one) => [`${one.type} ${one.id}`, one])).values()];
};

/** Which chats of a business are listed. */
export const filters = field.filters([
	field.choices('About', 'contextTypes', {
		options: [...contextTypes, { name: 'Product (Started by the Customer)', value: 'DIRECT' }],
		description: 'What the chats are about',
		place: 'body.contextTypes',
		parse: unique,
	}),
	field.choices('Chat Types', 'types', {
		options: [
			{ name: 'Chat', value: 'CHAT', description: 'With the customer' },
			{
				name: 'Dispute',
				value: 'ARBITRAGE',
				description: 'With the customer and an arbiter of Yandex Market',
			},
		],
		description: 'Who takes part in the chats',
		place: 'body.types',
		parse: unique,
	}),
	field.entries('Orders and Returns', 'contexts', {
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Order or Return' },
		description: 'The orders and returns that the chats are about',
		place: 'body.contexts',
		parse: uniqueContexts,
		entry: {
			displayName: 'Order or Return',
			name: 'context',
			values: [
				field.choice('Type', 'type', { options: contextTypes, default: 'ORDER' }),
				field.text('ID', 'id', {
					required: true,
					placeholder: 'e.g. 33004567812',
					description: 'The number of the order or of the return',
					parse: wholeId,
				}),
			],
		},
	}),
	field.choices('Statuses', 'statuses', {
		options: statuses,
		description: 'Whose answer the chats wait for',
		place: 'body.statuses',
		parse: unique,
	}),
]);
