import type { IDataObject } from 'n8n-workflow';

import { events } from '../../nodes/Sakari/events';
import { TriggerHost, useSandbox } from '../support';

const sandbox = useSandbox();

const hosts: TriggerHost[] = [];
afterEach(async () => await Promise.all(hosts.splice(0).map(async (host) => await host.stop())));

/** What starts the workflow when some things happen. */
async function started(happenings: IDataObject[], parameters: IDataObject = {}): Promise<IDataObject[]> {
	const trigger = await TriggerHost.start({
		sandbox: sandbox(),
		provider: 'sakari',
		parameters: { events: events.map(({ value }) => value), ...parameters } as never,
	});
	hosts.push(trigger);
	await trigger.activate();
	for (const happening of happenings) sandbox().happen('sakari', happening);
	await sandbox().callbacksDone();
	return trigger.started.production.flat().map(({ json }) => json);
}

const phoneNumber = '+12025550111';
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;
const id = expect.stringMatching(/^[\da-f]{24}$/) as string;

const message = {
	...{ event: 'message-received', provider: 'sakari', id, threadId: '65f0c0ffee0000000000e002', direction: 'inbound' },
	...{ from: { id, name: 'Ben Okafor', address: phoneNumber }, to: [{ address: '+12025550199' }] },
	...{ text: 'Yes', status: 'received', createdAt: time },
};

const received = { eventType: 'message-received', from: phoneNumber, text: 'Yes' };

describe('Simplify of the Sakari Trigger', () => {
	it('gives messages in the common form, with the event', async () => {
		expect(await started([received])).toEqual([message]);
	});

	it('gives what Sakari tells, when it is switched off', async () => {
		const [event] = await started([received], { simplify: false });
		expect(event).toMatchObject({ accountId: id, eventType: 'message-received', payload: { message: 'Yes' } });
	});

	it('gives every other event as at most ten fields without levels', async () => {
		const others = events.map(({ value }) => value as string).filter((name) => !name.startsWith('message-'));
		const items = await started(others.map((eventType) => ({ eventType, from: phoneNumber })));
		expect(items.map(({ event }) => event).sort()).toEqual(others.sort());
		for (const item of items) {
			expect(Object.keys(item).length).toBeLessThanOrEqual(10);
			expect(Object.values(item).filter((value) => typeof value === 'object')).toEqual([]);
			const { event, contactName, firstName } = item;
			expect([event, contactName ?? firstName]).toEqual([event, expect.stringMatching(/^Ben/)]);
		}
	});

	it('gives the list that a contact joined or left', async () => {
		const payload = { list: { id: 'l1', name: 'Newsletter' }, contact: { id: 'c1', mobile: { number: phoneNumber } } };
		expect(await started([{ eventType: 'list-opt-in', payload }])).toEqual([
			{ event: 'list-opt-in', id: 'c1', phoneNumber, listName: 'Newsletter' },
		]);
	});

	it('takes payloads of any form', async () => {
		const payload = { id: 'm1', status: 'delivered', contact: null, conversation: 'x', media: {}, phoneNumber: 5 };
		expect(await started([{ eventType: 'message-status', payload }])).toEqual([
			expect.objectContaining({ event: 'message-status', provider: 'sakari', id: 'm1', status: 'delivered' }),
		]);
	});
});
