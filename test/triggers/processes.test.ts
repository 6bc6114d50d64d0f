import axios from 'axios';

import type { ProviderName } from '../../sandbox/types';
import { TriggerHost, useSandbox } from '../support';

const sandbox = useSandbox();

const hosts: TriggerHost[] = [];
afterEach(async () => await Promise.all(hosts.splice(0).map(async (host) => await host.stop())));

interface Service {
	provider: ProviderName;
	parameters: object;
	event: Record<string, unknown>;
	/** The sandbox's name of the request that reads the register. */
	asks: string;
}

const services: Service[] = [
	{
		provider: 'sakari',
		parameters: { events: ['message-received'] },
		event: { eventType: 'message-received', text: 'Hello' },
		asks: 'webhook.getMany',
	},
	{
		provider: 'smtpCom',
		parameters: { channel: 'marketing', events: ['failed'] },
		event: { channel: 'marketing', event: 'failed' },
		asks: 'callback.getMany',
	},
];

/**
 * In queue mode, one process of n8n registers triggers and another is called. A call that is under
 * way meanwhile stores all that it had loaded, and with it the secret of an earlier registration.
 */
describe.each(services)('A trigger of $provider in several processes of n8n', (service) => {
	const { provider, event, asks } = service;

	async function outdated(): Promise<TriggerHost> {
		const parameters = service.parameters as never;
		const trigger = await TriggerHost.start({ sandbox: sandbox(), provider, parameters });
		hosts.push(trigger);
		await trigger.activate();
		const { stored } = trigger;
		await trigger.deactivate();
		await trigger.activate();
		trigger.restart();
		trigger.stored = stored;
		return trigger;
	}

	const happen = async () => {
		sandbox().happen(provider, event);
		await sandbox().callbacksDone();
	};

	const asked = () => sandbox().requests.filter(({ operationId }) => operationId === asks).length;

	it('takes calls under the registered secret, whatever is stored, and asks once', async () => {
		const trigger = await outdated();
		const before = asked();
		await happen();
		await happen();
		expect(sandbox().callbacks.map(({ status }) => status)).toEqual([200, 200]);
		expect(trigger.started.production).toHaveLength(2);
		expect(asked() - before).toBe(1);
	});

	it('stores that secret, for other processes', async () => {
		const trigger = await outdated();
		await happen();
		trigger.restart();
		const before = asked();
		await happen();
		expect(trigger.started.production).toHaveLength(2);
		expect(asked() - before).toBe(0);
	});

	it('refuses forged calls, and asks once however many there are', async () => {
		const trigger = await outdated();
		const before = asked();
		const forged = Array.from({ length: 20 }, async (_, index) => {
			const secret = String(index).padStart(64, 'f');
			const url = `${trigger.address()}?secret=${secret}`;
			return (await axios.post(url, {}, { validateStatus: () => true })).status;
		});
		expect(new Set(await Promise.all(forged))).toEqual(new Set([401]));
		expect(asked() - before).toBe(1);
		await happen();
		expect(trigger.started.production).toHaveLength(1);
	});

	it('refuses calls while the service does not tell', async () => {
		const trigger = await outdated();
		sandbox().misbehave({ operationId: asks, behaviour: { kind: 'status', status: 403 } });
		sandbox().callBackLike({ attempts: 1 });
		await happen();
		expect(sandbox().callbacks.map(({ status }) => status)).toEqual([401]);
		expect(trigger.started.production).toHaveLength(0);
	});
});
