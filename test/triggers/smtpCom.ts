import axios from 'axios';

import { TriggerHost, useSandbox } from '../support';

export interface Callback {
	channel: string;
	event: string;
	address: string;
}

export interface Payload {
	id: string;
	rcpt_to: string;
}

/** Triggers of SMTP.com, and what else happens with the account, for the tests of a file. */
export function useSmtpCom() {
	const sandbox = useSandbox();
	const hosts: TriggerHost[] = [];
	afterEach(async () => await Promise.all(hosts.splice(0).map(async (host) => await host.stop())));

	const host = async (events: string[] = ['failed'], options = {}, channel = 'marketing') => {
		const trigger = await TriggerHost.start({
			sandbox: sandbox(),
			provider: 'smtpCom',
			parameters: { channel, events, options, simplify: false },
		});
		hosts.push(trigger);
		return trigger;
	};

	/** Asks SMTP.com, as somebody else with the same account does. */
	const ask = async (method: string, path: string, data?: object, params?: object) => {
		const { baseUrl, apiKey } = sandbox().credentials('smtpCom');
		const response = await axios.request<{ data: { items: Callback[] } }>({
			method,
			url: `${baseUrl}/v4/callbacks${path}`,
			headers: { 'X-SMTPCOM-API': apiKey },
			data,
			params,
		});
		return response.data.data;
	};

	const callbacks = async () => (await ask('GET', '')).items;

	/** The callback for an event of the channel `marketing`. */
	const callbackOf = async (event: string) =>
		(await callbacks()).find((one) => one.event === event && one.channel === 'marketing')!;

	/** Lets something happen in the channel `marketing`. */
	const happen = async (event: object) => {
		sandbox().happen('smtpCom', { channel: 'marketing', ...event });
		await sandbox().callbacksDone();
	};

	return { sandbox, host, ask, callbacks, callbackOf, happen };
}

export const recipients = (
	{ started }: TriggerHost,
	side: 'production' | 'test' = 'production',
) => started[side].flat().map(({ json }) => (json.payload as unknown as Payload).rcpt_to);
