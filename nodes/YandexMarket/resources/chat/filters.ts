import type { Field, Parse } from '../../../shared/operation';
import { wholeId } from '../../../shared/parse';
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
export const filters: Field = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'About',
			name: 'contextTypes',
			type: 'multiOptions',
			options: [...contextTypes, { name: 'Product (Started by the Customer)', value: 'DIRECT' }],
			default: [],
			description: 'What the chats are about',
			place: 'body.contextTypes',
			parse: unique,
		},
		{
			displayName: 'Chat Types',
			name: 'types',
			type: 'multiOptions',
			options: [
				{
					name: 'Chat',
					value: 'CHAT',
					description: 'With the customer',
				},
				{
					name: 'Dispute',
					value: 'ARBITRAGE',
					description: 'With the customer and an arbiter of Yandex Market',
				},
			],
			default: [],
			description: 'Who takes part in the chats',
			place: 'body.types',
			parse: unique,
		},
		{
			displayName: 'Orders and Returns',
			name: 'contexts',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Order or Return' },
			placeholder: 'Add Order or Return',
			default: {},
			description: 'The orders and returns that the chats are about',
			place: 'body.contexts',
			parse: uniqueContexts,
			options: [
				{
					displayName: 'Order or Return',
					name: 'context',
					values: [
						{
							displayName: 'Type',
							name: 'type',
							type: 'options',
							options: contextTypes,
							default: 'ORDER',
						},
						{
							displayName: 'ID',
							name: 'id',
							type: 'string',
							required: true,
							default: '',
							placeholder: 'e.g. 33004567812',
							description: 'The number of the order or of the return',
							parse: wholeId,
						},
					],
				},
			],
		},
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: statuses,
			default: [],
			description: 'Whose answer the chats wait for',
			place: 'body.statuses',
			parse: unique,
		},
	],
};
