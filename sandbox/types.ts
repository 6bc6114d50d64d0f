/** The five services, by the names their nodes have. */
export type ProviderName = 'paraTranz' | 'smtpCom' | 'iBiz' | 'sakari' | 'yandexMarket';

/** A request as it arrived, kept in order of arrival. */
export interface RecordedRequest {
	provider: ProviderName;
	/** `operationId` of the contract, or `undefined` where the contract knows no such endpoint. */
	operationId?: string;
	/** Method and path template of the contract, for instance `POST /mails`. */
	endpoint?: string;
	method: string;
	/** Path below the provider's base URL, still encoded, without the query. */
	path: string;
	/** Repeated and indexed names hold arrays. */
	query: Record<string, string | string[]>;
	headers: Record<string, string>;
	/** Parsed JSON; form fields as an object; text; `undefined` when there was no body. */
	body: unknown;
	/** Files of a multipart body, in order. */
	files: ReceivedFile[];
	/** Status of the answer; 0 when the connection was cut. */
	status: number;
	/** Milliseconds since 1970 at arrival. */
	at: number;
}

export interface ReceivedFile {
	field: string;
	name: string;
	mimeType: string;
	content: Buffer;
}

/** A message that a provider accepted for delivery, one entry per recipient. */
export interface Delivery {
	provider: ProviderName;
	to: string;
	text: string;
	/** The provider's id of the message, where it gives one. */
	id?: string;
	at: number;
}

/** What a receiver answers to a callback. */
export interface CallbackAnswer {
	/** 0 when there was none in time. */
	status: number;
	contentType: string;
	text: string;
}

/** A call to an address that was registered with a provider. */
export interface Callback {
	url: string;
	headers?: Record<string, string>;
	/** Sent as JSON. */
	body: unknown;
	/** Learns the status of each answer; 0 where there is none. */
	answered?: (status: number) => void;
	/** Milliseconds within which it must be answered; ten seconds unless said. */
	deadline?: number;
	/** Whether an answer ends it, so that it is not repeated; any 2xx unless said. */
	isEndedBy?: (answer: CallbackAnswer) => boolean;
}

/** An attempt to make a callback. */
export interface CallbackAttempt extends Omit<Callback, 'answered'> {
	provider: ProviderName;
	/** Number of the attempt, from 1. */
	attempt: number;
	/** Status of the receiver's answer; 0 when there was none. */
	status: number;
}

/** How callbacks go out. */
export interface CallbackManner {
	/** Share of the callbacks that go out twice, from 0 to 1. */
	duplicates: number;
	/** Callbacks that are shuffled with each other before they go out. */
	window: number;
	/** Callbacks under way at once. */
	atOnce: number;
	/** Attempts until a callback is given up; whatever is not answered as it should be is repeated. */
	attempts: number;
	/** Milliseconds between attempts. */
	interval: number;
	/** Changes a callback on its way, for instance its secret. */
	alter?: (callback: Callback) => Callback;
}

/** What a handler sees: the request passed the contract and the log-in check. */
export interface Call {
	operationId: string;
	params: Record<string, string>;
	query: Record<string, string | string[]>;
	headers: Record<string, string>;
	body: unknown;
	files: ReceivedFile[];
	/** Time of the sandbox, milliseconds since 1970. */
	now: number;
	/** Writes an accepted message into the sandbox's ledger. */
	deliver: (delivery: Omit<Delivery, 'provider' | 'at'>) => void;
	/** Calls addresses that were registered. */
	callBack: (callbacks: Callback[]) => void;
}

/** `body`: an object is sent as JSON, a string or Buffer as it is, `undefined` as an empty body. */
export interface Reply {
	status: number;
	headers?: Record<string, string>;
	body?: unknown;
}

/** One provider of the sandbox; a fresh object per start and per reset, holding its own state. */
export interface SandboxProvider {
	name: ProviderName;
	/** Answer to a request without a valid log-in; `undefined` lets it through. */
	refuse: (request: Pick<Call, 'headers' | 'query'> & { path: string }) => Reply | undefined;
	/** Answer to a request that breaks the contract, in the provider's own form. */
	invalid: (problem: string, status: 400 | 404 | 405 | 415) => Reply;
	/** Answer to a request above a rate or parallel limit, in the provider's own form. */
	limited: (kind: 'rate' | 'parallel', until: number, now: number) => Reply;
	/** Answer to an operation of the contract, by `operationId`. */
	handlers: Record<string, (call: Call) => Reply | Promise<Reply>>;
	/** Makes every token given out so far invalid. */
	expireTokens?: () => void;
	/**
	 * Lets something happen at the service that no request of ours causes, such as a message that
	 * arrives; gives the callbacks that it leads to.
	 */
	happen?: (event: Record<string, unknown>, now: number) => Callback[];
}

/** An answer in place of the real one. */
interface Instead {
	status: number;
	/** Whether the request has been carried out all the same, and only its answer is lost. */
	carriedOut?: boolean;
}

/** How the sandbox answers instead of behaving. */
export type Misbehaviour =
	| ({ kind: 'status'; headers?: Record<string, string>; body?: unknown } & Instead)
	/** An HTML page, as a gateway in trouble sends it. */
	| ({ kind: 'html' } & Instead)
	/** The real answer, cut in the middle. The request has been carried out. */
	| { kind: 'truncated' }
	/** The connection is cut before the request is carried out, or after. */
	| { kind: 'cut'; when: 'before' | 'after' }
	/** The real answer, late. */
	| { kind: 'late'; milliseconds: number }
	/** The provider's own refusal by rate limit, naming a time that many milliseconds away. */
	| { kind: 'limited'; milliseconds: number };

/** A rule: requests that match get the misbehaviour, as often as said. */
export interface Rule {
	provider?: ProviderName;
	operationId?: string;
	/** Requests that match and are let pass first. */
	after?: number;
	/** Requests that misbehave before the rule is used up; without it, all that match. */
	times?: number;
	/** Which requests match besides. */
	when?: (request: RecordedRequest) => boolean;
	behaviour: Misbehaviour;
}

export interface SandboxOptions {
	/** Port to listen on; any free one unless said. */
	port?: number;
	/** File of JSON lines that gets every request at each reset and at the end. */
	record?: string;
	/** `false` forgets bodies and files once a request is answered, as benchmarks need it. */
	keepBodies?: boolean;
}

export interface Sandbox {
	url: string;
	/** The services that are there. */
	providers: ProviderName[];
	/** Base URL of one service, for instance `http://127.0.0.1:4010/sakari`. */
	baseUrl: (provider: ProviderName) => string;
	/** Values of the service's credential that log in, base URL among them. */
	credentials: (provider: ProviderName) => Record<string, string | number | boolean>;
	/** All requests since the start or the last reset. */
	requests: RecordedRequest[];
	/** All messages that were accepted since the start or the last reset. */
	deliveries: Delivery[];
	/** Adds a rule; rules are tried in order. */
	misbehave: (rule: Rule) => void;
	/** Refuses what is above: requests per second (sliding), requests at once. */
	limit: (provider: ProviderName, limits: { perSecond?: number; parallel?: number }) => void;
	/** Most requests of a provider that were under way at once. */
	mostAtOnce: (provider: ProviderName) => number;
	expireTokens: (provider: ProviderName) => void;
	/** Lets something happen at a service; what, its `index.ts` says. */
	happen: (provider: ProviderName, event: Record<string, unknown>) => void;
	/** All attempts to call back, since the start or the last reset. */
	callbacks: CallbackAttempt[];
	/** Says how callbacks go out from now on; what is left out stays as it is. */
	callBackLike: (manner: Partial<CallbackManner>) => void;
	/** Waits until no callback is under way or waiting. */
	callbacksDone: () => Promise<void>;
	/** Forgets requests, deliveries, rules and limits, and gives all providers a fresh state. */
	reset: () => void;
	stop: () => Promise<void>;
}
