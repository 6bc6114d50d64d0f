import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
	NodeApiError,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

import type { Field } from '../shared';
import {
	accept,
	asProperty,
	field,
	hasCome,
	parametersOf,
	refuse,
	simplify,
	tellingUnfit,
	Unfit,
	webhook,
	withoutRepeats,
} from '../shared';
import { isOfYandexMarket } from './addresses';
import { detailsOf, type Wanted } from './details';
import { events, identityOf, notTaken, taken, timeOf, toldBy } from './notifications';
import type { Notification } from './notifications';
import { senders } from './senders';
import { simpleEvent } from './simple';

/** n8n's editor shows of HTML in notices only links and lists with bullets. */
const steps = [
	'Activate (publish) this workflow, and copy the Production URL from above.',
	'In your seller account on Yandex Market, click the icon of your account, then Settings > APIs and modules > API notifications > Enable notifications.',
	'Choose the notifications of the whole account (cabinet), not of one shop, and tick those about chats.',
	'Paste the URL as the link, and click Connect. Notifications begin within two minutes.',
];

const fields: Field[] = [
	field.notice(
		`Yandex Market has to be told once where to send notifications. In this order:<ul>${steps.map((step) => `<li>${step}</li>`).join('')}</ul>The random part of the URL is its secret: whoever knows it can call this workflow, so do not publish it.`,
	),
	field.choices('Trigger On', 'events', {
		required: true,
		default: ['CHAT_MESSAGE_SENT'],
		options: events,
		description: 'What starts the workflow',
	}),
	senders,
	field.choices('Include', 'include', {
		default: ['chat', 'message'],
		options: [
			{
				name: 'Chat',
				value: 'chat',
				description: 'Its customer, its status, and the order or return that it is about',
			},
			{ name: 'Message', value: 'message', description: 'Its sender, its text and its files' },
		],
		description: 'What to get from Yandex Market, which itself tells only IDs',
	}),
	simplify,
	field.options([
		field.flag('Check Source Address', 'checkSource', {
			default: true,
			description:
				'Whether to take calls only from the IP addresses that Yandex Market publishes. If n8n is behind a reverse proxy, N8N_PROXY_HOPS must be set, or n8n sees only the address of the proxy.',
		}),
	]),
];

interface Parameters {
	events: string[];
	senders: string[];
	include?: string[];
	simplify: boolean;
	options?: { checkSource?: boolean };
}

const done = async () => await Promise.resolve(true);

/** Refuses an address that others could guess. */
async function checkSecret(this: IHookFunctions): Promise<boolean> {
	const node = this.getNode();
	const isSecret = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(node.webhookId ?? '');
	if (isSecret) return await done();
	throw new NodeOperationError(node, 'The URL of this node has no random part, so it can be guessed', {
		description: "Delete the node and add it again in n8n's editor, which gives it one",
	});
}

/** A seller registers the address by hand. */
const lifecycle = { checkExists: checkSecret, create: done, delete: done };

/** How long Yandex Market is asked to repeat what cannot be read; it would do so for two weeks. */
const day = 24 * 60 * 60_000;

/** Failures that somebody has to mend, so that they must be seen in the list of executions. */
const isForUser = (failure: NodeApiError) =>
	failure instanceof Unfit || ['401', '403'].includes(failure.httpCode ?? '');

/** What Yandex Market does not know at all, and so cannot have told of. */
const isUnknown = ({ httpCode }: NodeApiError) => ['400', '404'].includes(httpCode ?? '');

/**
 * Takes a notification once what it is about has been read. Until then Yandex Market keeps it, and
 * repeats it every minute at first. What cannot be read even a day later starts the workflow with
 * IDs and an error, so that it is not lost, nor all notifications switched off because of it.
 */
async function take(
	context: IWebhookFunctions,
	notification: Notification,
	{ simplify: isSimple, ...wanted }: Wanted & Pick<Parameters, 'simplify'>,
	begun: Date,
): Promise<IWebhookResponseData> {
	if (hasCome(context, identityOf(notification))) return accept(context, [], taken(begun));
	const read = await detailsOf(context, notification, wanted).then(
		(details) => ({ details }),
		(failure: NodeApiError) => ({ failure, details: { error: failure.message } }),
	);
	if ('failure' in read) {
		const { failure } = read;
		const isLate = begun.getTime() - timeOf(notification) > day;
		if (!isLate && isForUser(failure)) throw failure;
		const message = 'What this is about cannot be read';
		if (!isLate) return refuse(context, 500, notTaken('UNKNOWN', message));
		if (isUnknown(failure)) return refuse(context, 400, notTaken('WRONG_EVENT_FORMAT', message));
	}
	const fresh = withoutRepeats(context, [notification], identityOf);
	const items = read.details ? fresh.map((one) => ({ ...one, ...read.details })) : [];
	return accept(context, isSimple ? items.map(simpleEvent) : items, taken(begun));
}

/**
 * Yandex Market can be told an address only by hand, so there is nothing to register here. Its calls
 * carry no secret but the address: the ID in it, which n8n's editor makes, has 122 random bits, and
 * n8n answers 404 to calls that do not know it. And calls hold only IDs: what was written comes from
 * Yandex Market itself. Whether it appends `/notification` to the address, as the path in its API
 * description suggests, is not documented, so both are served.
 */
export class YandexMarketTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Yandex Market Trigger',
		name: 'yandexMarketTrigger',
		icon: {
			light: 'file:../../icons/yandexMarket.svg',
			dark: 'file:../../icons/yandexMarket.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ").replace(/_/g, " ").toLowerCase() }}',
		description: 'Starts the workflow when a customer writes to a shop on Yandex Market',
		defaults: { name: 'Yandex Market Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'yandexMarketApi', required: true }],
		webhooks: [
			webhook,
			{ ...webhook, name: 'setup', path: 'webhook/notification', ndvHideUrl: true },
		],
		properties: fields.map(asProperty),
	};

	webhookMethods = { default: lifecycle };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const begun = new Date();
		return await tellingUnfit(this, async () => {
			const parameters = parametersOf(this, fields) as unknown as Parameters;
			const { events: chosen, options, ...wanted } = { include: [], ...parameters };
			if (options?.checkSource && !isOfYandexMarket(this.getRequestObject().ip)) {
				return refuse(this, 403);
			}
			const told = toldBy(this.getBodyData());
			if (told.kind === 'malformed') {
				return refuse(this, 400, notTaken('WRONG_EVENT_FORMAT', 'This is no notification'));
			}
			const isChosen =
				told.kind === 'chat' && chosen.includes(told.notification.notificationType);
			if (!isChosen) return accept(this, [], taken(begun));
			return await take(this, told.notification, wanted, begun);
		});
	}
}
