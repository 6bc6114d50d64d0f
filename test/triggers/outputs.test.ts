import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ProviderName, Sandbox } from '../../sandbox/types';
import { TriggerHost, useSandbox } from '../support';
import { recordTriggerOutput } from '../support/record';

const sandbox = useSandbox();

/** What happens at a service when something comes about that a trigger starts for by default. */
type Happens = (sandbox: Sandbox, trigger: TriggerHost) => Promise<void> | void;

const polled: Array<[string, ProviderName, INodeParameters, IDataObject]> = [
	['paraTranzTrigger', 'paraTranz', { userId: '10234' }, { content: 'Hello' }],
	[
		'iBizTrigger',
		'iBiz',
		{},
		{
			body: '<p>Hello</p>',
			...{ model: 'CRM_LEAD', res_id: '5e05d8448f8461dada9b0001' },
			author_id: '3f0c5a7e9b1d4c2688aa0001',
		},
	],
	['yandexMarketPollingTrigger', 'yandexMarket', { businessId: '924574' }, { text: 'Hello' }],
];

const files = [{ name: 'photo.jpg', url: 'https://files.example.com/photo.jpg', size: 7 }];

const called: Array<[string, ProviderName, INodeParameters, Happens]> = [
	[
		'sakariTrigger',
		'sakari',
		{},
		(service) => {
			const media = ['https://files.example.com/a.png'];
			service.happen('sakari', { eventType: 'message-received', text: 'Hello', media });
		},
	],
	[
		'smtpComTrigger',
		'smtpCom',
		{ channel: 'marketing' },
		(service) => {
			const recipients = ['ada@example.com'];
			service.happen('smtpCom', { channel: 'marketing', event: 'failed', recipients });
		},
	],
	[
		'yandexMarketTrigger',
		'yandexMarket',
		{},
		async (service, trigger) => {
			service.happen('yandexMarket', { address: trigger.address() });
			await service.callbacksDone();
			service.happen('yandexMarket', { text: 'Hello', files });
		},
	],
];

let trigger: TriggerHost | undefined;
afterEach(async () => await trigger?.stop());

/** The trigger as it is when nobody has changed more than what it asks for. */
const host = async (node: string, provider: ProviderName, parameters: INodeParameters) =>
	(trigger = await TriggerHost.start({ sandbox: sandbox(), provider, node, parameters }));

describe('What a trigger gives by default', () => {
	it.each(polled)('has a schema: %s', async (node, provider, parameters, happening) => {
		const { poll } = await host(node, provider, parameters);
		expect(await poll.call(trigger)).toBeUndefined();
		sandbox().happen(provider, happening);
		const items = (await poll.call(trigger))!;
		expect(items).toHaveLength(1);
		recordTriggerOutput(node, items);
	});

	it.each(called)('has a schema: %s', async (node, provider, parameters, happens) => {
		const { activate, started } = await host(node, provider, parameters);
		await activate();
		await happens(sandbox(), trigger!);
		await sandbox().callbacksDone();
		const items = started.production.flat();
		expect(items).toHaveLength(1);
		recordTriggerOutput(node, items);
	});
});
