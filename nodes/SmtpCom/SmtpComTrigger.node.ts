import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import type { Field } from '../shared';
import {
	accept,
	asProperty,
	field,
	isGenuine,
	lifecycle,
	listSearches,
	parametersOf,
	refuse,
	simplify,
	webhook,
	withoutRepeats,
} from '../shared';
import { eventOf, events, identityOf, payloadsIn } from './events';
import { channelName } from './ids';
import { pickers } from './pickers';
import { smtpCom } from './provider';
import { callbackRegister } from './registry';
import { simpleEvent } from './simple';

const fields: Field[] = [
	channelName,
	field.choices('Events', 'events', {
		required: true,
		default: ['failed'],
		options: events,
		description: 'What starts the workflow',
		hint: 'SMTP.com calls one address for each event of a channel, so two workflows cannot wait for the same one',
	}),
	simplify,
	field.options([
		field.flag('All Events of a Call in One Item', 'oneItem', {
			description:
				'Whether the events that SMTP.com delivers together come as one item with a list, instead of an item each',
		}),
		field.flag('Replace Other Addresses', 'replaces', {
			description:
				'Whether to take the place of addresses that others have registered for the same events of the channel. Deactivating the workflow does not put them back.',
		}),
	]),
];

interface Settings {
	channel: string;
	events: string[];
	simplify: boolean;
	options?: { oneItem?: boolean; replaces?: boolean };
}

const settingsOf = (context: IHookFunctions | IWebhookFunctions) =>
	parametersOf(context, fields) as unknown as Settings;

/** The register of callbacks in which this trigger stands. */
async function registerOf(context: IHookFunctions | IWebhookFunctions) {
	const { channel, events: chosen, options } = settingsOf(context);
	const wanted = { channel, events: [...new Set(chosen)], replaces: options?.replaces ?? false };
	return await callbackRegister(context, wanted);
}

/** A call holds up to 1000 events; those of the latest two calls are known over a restart. */
const remembered = { here: 20_000, kept: 2000 };

export class SmtpComTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SMTP.com Trigger',
		name: 'smtpComTrigger',
		icon: { light: 'file:../../icons/smtpCom.svg', dark: 'file:../../icons/smtpCom.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ [$parameter["channel"], $parameter["events"].join(", ").replace(/_/g, " ")].filter(Boolean).join(": ") }}',
		description:
			'Starts the workflow when something becomes of an e-mail sent through SMTP.com, such as a bounce or a click',
		defaults: { name: 'SMTP.com Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'smtpComApi', required: true }],
		webhooks: [webhook],
		properties: fields.map(asProperty),
	};

	webhookMethods = { default: lifecycle(registerOf) };

	methods = { listSearch: listSearches(smtpCom, pickers) };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		if (!(await isGenuine(this, registerOf))) return refuse(this, 401);
		const event = eventOf(this.getQueryData() as object);
		const told = payloadsIn(this.getBodyData());
		if (!event || !told) return refuse(this, 400);
		const { channel, events: chosen, simplify: isSimple, options } = settingsOf(this);
		if (!chosen.includes(event)) return accept(this, []);
		const payloads = withoutRepeats(this, told, identityOf(event), remembered);
		if (payloads.length === 0) return accept(this, []);
		if (!isSimple && options?.oneItem) return accept(this, [{ channel, event, payloads }]);
		if (!isSimple) return accept(this, payloads.map((payload) => ({ channel, event, payload })));
		const simple = payloads.map((payload) => simpleEvent(channel, event, payload));
		return accept(this, options?.oneItem ? [{ channel, event, events: simple }] : simple);
	}
}
