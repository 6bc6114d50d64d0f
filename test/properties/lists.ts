import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { isDeepStrictEqual } from 'node:util';

import type { ProviderName, Sandbox } from '../../sandbox/types';
import { runNode } from '../support';
import type { Property } from './check';
import { property } from './check';
import { misbehaveInTurn } from './faults';
import { faultsOf, sendingArbitrary } from './scenario';

interface Listing {
	operationId: string;
	parameters: INodeParameters;
}

/** A list of several pages at each service. */
const listings: Record<ProviderName, Listing> = {
	iBiz: {
		operationId: 'mailThread.getMany',
		parameters: { resource: 'mailThread', operation: 'getMany' },
	},
	paraTranz: { operationId: 'getMails', parameters: { resource: 'mail', operation: 'getMany' } },
	sakari: {
		operationId: 'message.getMany',
		parameters: { resource: 'message', operation: 'getMany' },
	},
	smtpCom: {
		operationId: 'message.getMany',
		parameters: {
			resource: 'message',
			operation: 'getMany',
			channel: 'newsletter',
			start: '={{ $now.minus({ days: 4 }).toISO() }}',
		},
	},
	yandexMarket: {
		operationId: 'message.getMany',
		parameters: {
			resource: 'message',
			operation: 'getMany',
			businessId: '924574',
			chatId: '11870001',
		},
	},
};

/** A list that is read while the service is in trouble. */
const listing = (sandbox: () => Sandbox) =>
	fc.asyncProperty(
		sendingArbitrary,
		fc.option(fc.integer({ min: 1, max: 400 })),
		fc.array(faultsOf(2), { maxLength: 4 }),
		async (sending, limit, faultsByPage) => {
			const { operationId, parameters } = listings[sending.node];
			const list = async () =>
				await runNode({
					sandbox: sandbox(),
					node: sending.node,
					parameters: { ...parameters, returnAll: limit === null, ...(limit !== null && { limit }) },
				});
			const { items: wanted, error: unexpected } = await list();
			if (unexpected) throw unexpected;
			misbehaveInTurn(sandbox(), sending, operationId, faultsByPage.flat());
			const { items, error } = await list();
			if (error && items.length === 0) return;
			if (!isDeepStrictEqual(items, wanted)) {
				throw new Error(`The list has ${items.length} records, and should have ${wanted.length}`);
			}
		},
	);

/** What must hold of reading. */
export const listProperties: Record<string, Property> = {
	listing: property('a list is read whole and in order, or the node says that it is not', listing),
};
