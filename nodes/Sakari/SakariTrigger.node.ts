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
	parametersOf,
	refuse,
	simplify,
	webhook,
	withoutRepeats,
} from '../shared';
import { events, eventsIn, identityOf } from './events';
import { simpleEvent } from './simple';
import { webhookRegister } from './webhooks';

const fields: Field[] = [
	field.choices('Events', 'events', {
		required: true,
		default: ['message-received'],
		options: events,
		description: 'What starts the workflow',
	}),
	simplify,
];

const settingsOf = (context: IHookFunctions | IWebhookFunctions) =>
	parametersOf(context, fields) as { events: string[]; simplify: boolean };

/** The register of webhooks in which this trigger stands. */
const registerOf = async (context: IHookFunctions | IWebhookFunctions) =>
	await webhookRegister(context, [...new Set(settingsOf(context).events)]);

export class SakariTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sakari Trigger',
		name: 'sakariTrigger',
		icon: { light: 'file:../../icons/sakari.svg', dark: 'file:../../icons/sakari.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ").replace(/-/g, " ") }}',
		description:
			'Starts the workflow when a text message (SMS or MMS) arrives at Sakari, or something else happens there',
		defaults: { name: 'Sakari Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sakariApi', required: true }],
		webhooks: [webhook],
		properties: fields.map(asProperty),
	};

	webhookMethods = { default: lifecycle(registerOf) };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		if (!(await isGenuine(this, registerOf))) return refuse(this, 401);
		const happened = eventsIn(this.getBodyData());
		if (!happened) return refuse(this, 400);
		const { events: chosen, simplify: isSimple } = settingsOf(this);
		const wanted = happened.filter(({ eventType }) => chosen.includes(eventType));
		const news = withoutRepeats(this, wanted, identityOf);
		return accept(this, isSimple ? news.map(simpleEvent) : news);
	}
}
