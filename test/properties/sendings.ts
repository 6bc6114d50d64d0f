import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Delivery, Misbehaviour, ProviderName, RecordedRequest } from '../../sandbox/types';

/** What becomes of an item when nothing else goes wrong. */
export type Kind = 'fit' | 'refused' | 'unfit';

/** How one node sends, and how its items are recognised on the wire and in the ledger. */
export interface Sending {
	node: ProviderName;
	/** The sandbox's name of the request that sends. */
	operationId: string;
	/** The sandbox's name of the request that logs in, for services that have one. */
	logInId?: string;
	/** Parameters that read the item's JSON. */
	parameters: INodeParameters;
	/** JSON of item number `index`; the provider takes it, or refuses it, or never sees it. */
	item: (index: number, kind: Kind) => IDataObject;
	/** What tells items apart. */
	keyOf: (json: IDataObject) => string;
	keyOfDelivery: (delivery: Delivery) => string;
	/** The items in a request. */
	keysIn: (request: RecordedRequest) => string[];
	/** Answer to items that the provider refuses, where no value of a field makes it do so. */
	refusal?: Misbehaviour;
	/** Whether the node can join items. */
	groups?: boolean;
	/** Refusal by rate limit, with a wait in seconds or without a word about it. */
	limited: (seconds?: number) => Misbehaviour;
	/** What the service itself answers when it is in trouble, so that nobody knows what it did. */
	trouble: IDataObject;
}

/** Every item of these has the same text and another recipient. */
const sameText = 'Your parcel has arrived';

const tooManyRequests = (body?: IDataObject) => (seconds?: number): Misbehaviour => ({
	kind: 'status',
	status: 429,
	...(seconds !== undefined && { headers: { 'retry-after': String(seconds) } }),
	body,
});

/** A value at a path in what was sent; arrays on the way are looked through. */
function valuesAt(value: unknown, [name, ...rest]: string[]): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, [name!, ...rest]));
	if (name === undefined) return [String(value)];
	if (typeof value !== 'object' || value === null) return [];
	const inside = (value as IDataObject)[name];
	if (Array.isArray(inside)) return inside.flatMap((one) => valuesAt(one, rest));
	return inside === undefined ? [] : valuesAt(inside, rest);
}

const at = (path: string) => ({ body }: RecordedRequest) => valuesAt(body, path.split('.'));

const textOf = ({ text }: { text?: unknown }) => String(text);
const recipientOf = ({ to }: { to?: unknown }) => String(to);

const paraTranz: Sending = {
	node: 'paraTranz',
	operationId: 'createMail',
	parameters: {
		resource: 'mail',
		operation: 'send',
		to: '={{ $json.to }}',
		content: '={{ $json.text }}',
	},
	item(index, kind) {
		const to = { fit: 20_481 + (index % 7), refused: 100_001, unfit: 'nobody' }[kind];
		return { to, text: `Mail ${index}` };
	},
	keyOf: textOf,
	keyOfDelivery: textOf,
	keysIn: at('content'),
	limited: tooManyRequests({ message: '请求过于频繁', code: 10029 }),
	trouble: { message: '内部错误' },
};

const smtpCom: Sending = {
	node: 'smtpCom',
	groups: true,
	operationId: 'message.send',
	parameters: {
		resource: 'message',
		operation: 'send',
		channel: 'transactional',
		fromEmail: 'news@acme.example',
		to: '={{ $json.to }}',
		subject: sameText,
		emailFormat: 'text',
		text: sameText,
	},
	item(index, kind) {
		const to = { fit: 'person', refused: 'refused', unfit: 'no address ' }[kind];
		return { to: `${to}${index}@example.com` };
	},
	keyOf: recipientOf,
	keyOfDelivery: recipientOf,
	keysIn: (request) => [
		...at('recipients.to.address')(request),
		...at('recipients.bulk_list.address')(request),
	],
	refusal: {
		kind: 'status',
		status: 400,
		body: { status: 'fail', data: { errors: { recipients: 'has an invalid address' } } },
	},
	limited: tooManyRequests({ status: 'fail', data: { error: 'too many requests' } }),
	trouble: { status: 'error', data: { error: 'internal' } },
};

const iBiz: Sending = {
	node: 'iBiz',
	groups: true,
	operationId: 'mailThread.postMessage',
	logInId: 'logIn',
	parameters: {
		resource: 'mailThread',
		operation: 'postMessage',
		model: 'crm_lead',
		recordId: '={{ $json.to }}',
		body: '={{ $json.text }}',
	},
	item(index, kind) {
		const record = `5e05d8448f8461dada9b${(index % 1000).toString(16).padStart(4, '0')}`;
		const to = { fit: record, refused: 'no_such_record', unfit: 'one,two' }[kind];
		return { to, text: `<p>Message ${index}</p>` };
	},
	keyOf: textOf,
	keyOfDelivery: textOf,
	keysIn: at('body'),
	limited: tooManyRequests(),
	trouble: { type: 'RuntimeException', code: 1, message: '系统内部错误' },
};

/** A number of the North American plan with ten digits after the 1, or with too few. */
const phoneNumber = (index: number, digits: number) =>
	`+1303${String(index).padStart(digits - 3, '0')}`;

/** Somebody whom Sakari names in its answer as refused, while others of the call are accepted. */
const optedOut = '+12025550102';

const sakari: Sending = {
	node: 'sakari',
	groups: true,
	operationId: 'message.send',
	logInId: 'getToken',
	parameters: {
		resource: 'message',
		operation: 'send',
		sendTo: 'phoneNumber',
		phoneNumber: '={{ $json.to }}',
		messageType: 'SMS',
		template: sameText,
	},
	item(index, kind) {
		if (kind === 'unfit') return { to: `extension ${index}` };
		if (kind === 'refused' && index % 2 === 0) return { to: optedOut };
		return { to: phoneNumber(index, kind === 'fit' ? 10 : 9) };
	},
	keyOf: recipientOf,
	keyOfDelivery: recipientOf,
	keysIn: at('contacts.mobile.number'),
	limited: tooManyRequests({ success: false, error: { code: 'REQ-002', message: 'Too many requests' } }),
	trouble: { message: 'Internal server error' },
};

/** The limit by the hour names its end; the one on parallel requests may come without a header. */
const methodFailure = (seconds?: number): Misbehaviour => ({
	kind: 'status',
	status: 420,
	...(seconds !== undefined && {
		headers: { 'x-ratelimit-resource-until': new Date(Date.now() + seconds * 1000).toUTCString() },
	}),
	body: { status: 'ERROR', errors: [{ code: 'METHOD_FAILURE', message: 'Hit rate limit' }] },
});

const yandexMarket: Sending = {
	node: 'yandexMarket',
	operationId: 'message.send',
	parameters: {
		resource: 'message',
		operation: 'send',
		businessId: '924574',
		chatId: '={{ $json.to }}',
		message: '={{ $json.text }}',
	},
	item(index, kind) {
		const to = { fit: 11_870_001 + (index % 50), refused: 99_000_000, unfit: '../../orders' }[kind];
		return { to, text: `Message ${index}` };
	},
	keyOf: textOf,
	keyOfDelivery: textOf,
	keysIn: at('message'),
	limited: methodFailure,
	trouble: { status: 'ERROR', errors: [{ code: 'INTERNAL_ERROR', message: 'Internal server error' }] },
};

/** The sending operation of each of the five nodes. */
export const sendings: Sending[] = [iBiz, paraTranz, sakari, smtpCom, yandexMarket];
