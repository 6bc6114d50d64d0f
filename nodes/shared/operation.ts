import type {
	IBinaryData,
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestMethods,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import type { Attachment } from './message';

/** The values of an operation's parameters, by parameter name; collections are nested objects. */
export type Parameters = Record<string, unknown>;

/**
 * Turns a parameter's value into what the API wants.
 * Throws `Unfit` with the rest of a sentence that starts with the parameter's name.
 */
export type Parse = (value: unknown, context: { timezone: string }) => unknown;

/**
 * A parameter: n8n's own property, how its value is checked and converted, and where it goes. Type,
 * required, options, minValue and maxValue are checked without `parse`. n8n's `routing` would do
 * less: it places values unchecked, and evaluates each expression twice more.
 */
export type Field = Omit<INodeProperties, 'options' | 'routing'> & {
	parse?: Parse;
	/** `body.` or `query.` and a name in it, dotted where objects hold it: `body.context.id`. */
	place?: string;
	options?: INodeProperties['options'] | Field[] | FieldGroup[];
};

/** One group of a `fixedCollection`. */
export interface FieldGroup {
	displayName: string;
	name: string;
	values: Field[];
}

/** A request as it is built up; `body` is JSON until `files.place` replaces it with a form. */
export interface Request extends Omit<IHttpRequestOptions, 'qs' | 'body'> {
	qs: IDataObject;
	body: IDataObject;
}

/** What a provider answered. `body` is parsed JSON, text, or a Buffer for downloads. */
export interface Answer {
	status: number;
	headers: Record<string, string | undefined>;
	body: unknown;
}

/** Where in a list a page starts: a page number, an offset or a page token. */
export type Cursor = string | number | undefined;

/** What is known after a page has arrived. */
export interface Page {
	cursor: Cursor;
	/** Records asked for. */
	size: number;
	/** Records that came. */
	count: number;
	answer: Answer;
}

export interface Pages {
	/** Most records in a page, as the API documents it. */
	most: number;
	first: Cursor;
	/** Writes the place and the size of a page into the request. */
	place: (request: Request, cursor: Cursor, size: number) => void;
	/** Cursor of the page after this one; `undefined` when this was the last. */
	next: (page: Page) => Cursor;
}

/** A binary field of the input item that goes with the request. */
export interface WantedFile {
	/** Name of the binary field. */
	field: string;
	/** Name of the parameter that asked for it, as the editor shows it. */
	parameter: string;
	/** What `place` needs to know about this file, for instance a content id. */
	about?: IDataObject;
}

/** A wanted file with its bytes; exists only while the request is in flight. */
export interface ItemFile extends WantedFile {
	name: string;
	mimeType: string;
	content: Buffer;
}

export interface Files {
	/** The files an item's parameters ask for. */
	wanted: (parameters: Parameters) => WantedFile[];
	/** Most bytes of all files of one item together, as the API documents it. */
	mostBytes?: number;
	/**
	 * Refuses a file by what n8n knows of it before it is read. Throws `Unfit` with a whole sentence.
	 */
	fits?: (binary: IBinaryData, wanted: WantedFile) => void;
	/** Puts the files into the request: base64 into the JSON body, or a form as the body. */
	place: (request: Request, files: ItemFile[], parameters: Parameters) => void;
	/**
	 * Whether `place` throws `Unfit` for what is in a file. It is then tried with all items before the
	 * first request leaves, so that each file is read twice.
	 */
	judges?: boolean;
}

/** What has become of one of several requests that went out as one. */
export type Part =
	| { output: IDataObject }
	/** The provider's words. */
	| { refused: string }
	/** Why nobody knows. */
	| { unclear: string };

/** How an operation joins items that differ only in the recipient, or in the record, into one request. */
export interface Group {
	/** Most items in one request. */
	most: number;
	/**
	 * Requests of one operation with equal `like` may go together, unless they have the same `once`. `undefined`: the
	 * request goes alone.
	 */
	together: (request: Request) => { like: unknown; once?: string } | undefined;
	/** The parts of the joined request that differ from those of the first. */
	join: (requests: Request[]) => Partial<Request>;
	/** What has become of each request, in their order, by the answer to the joined one. */
	split: (answer: Answer, requests: Request[]) => Part[];
}

/** A file that an answer holds. */
export interface Download {
	content: Buffer;
	name: string;
	mimeType?: string;
	/** The output item's JSON beside the file. */
	json?: IDataObject;
}

/**
 * What a request does to the world. A `read` may be repeated at will. A `change` or a `send` is
 * repeated only when the provider has certainly not taken it.
 */
export type Effect = 'read' | 'change' | 'send';

export interface Operation {
	/** Title Case, as the operation list shows it. */
	name: string;
	value: string;
	/** Sentence case, as the node panel shows it. */
	action: string;
	description: string;
	method: IHttpRequestMethods;
	/** Path below the base URL; `{name}` stands for the encoded value of the parameter `name`. */
	path: string;
	effect: Effect;
	fields: Field[];
	/** How a list goes on; such an operation has the fields `returnAll` and `limit`. */
	pages?: Pages;
	/**
	 * Completes a request from several parameters, without side effects. Throws `Unfit` with a whole
	 * sentence. Runs for all items before the first request leaves.
	 */
	prepare?: (request: Request, parameters: Parameters) => void;
	files?: Files;
	group?: Group;
	/** The records in an answer; without it, the provider's `records`. */
	output?: (answer: Answer, parameters: Parameters) => IDataObject | IDataObject[];
	/**
	 * What Simplify makes of a record of the output: the common form of messages, or at most ten fields
	 * without levels. Takes whatever record comes, without failing.
	 */
	simple?: (record: IDataObject, parameters: Parameters) => IDataObject;
	/** The files that a record of the output refers to; such an operation has the fields `attachmentFields`. */
	attachments?: (record: IDataObject) => Attachment[];
	/** Where the answer is a file: what it is. It goes to the binary field `binaryPropertyName`. */
	download?: (answer: Answer, parameters: Parameters) => Download;
	/**
	 * The request that comes after the first, where it takes two: made from the answer to the first,
	 * the parameters and what n8n knows of the files. Its answer is the one that counts; each of the two
	 * has its own effect. Throws `Unfit` with a whole sentence.
	 */
	follow?: (
		answer: Answer,
		parameters: Parameters,
		files: IBinaryData[],
	) => { errand: Errand; parameters: Parameters };
	/** Output of an empty answer; `{ success: true }` unless said otherwise. */
	empty?: IDataObject;
	/** For what must exist: what to tell, as words of a refusal, when an answer holds no record. */
	missing?: string;
	/** How to see, with this node, whether a request of unknown outcome was carried out. */
	findOut?: string;
}

/** One request, without what the editor shows of its operation; all that a trigger's requests have. */
export type Errand = Omit<Operation, 'name' | 'value' | 'action' | 'description' | 'simple' | 'follow'>;

export interface Resource {
	name: string;
	value: string;
	/** The operation that a new node starts with. */
	usual: string;
	operations: Operation[];
}

/** A provider's dialect: everything that is peculiar to its API, as data and pure functions. */
export interface Provider {
	/** The service's name as it stands in sentences. */
	name: string;
	/** Credential type of the node. */
	credential: string;
	/** The credential's fields that must not appear in errors. */
	secrets: string[];
	/** Requests at once, unless the user chooses another number. */
	parallel: number;
	/** The most requests at once that the API documents; a user cannot go above. */
	mostParallel?: number;
	/** Where operations can join items: whether they do so unless the user says otherwise. */
	groups?: boolean;
	/** What stands between the base URL of the credential and the paths of the operations. */
	prefix?: (credential: ICredentialDataDecryptedObject) => string;
	/** Within one credential, requests of different lanes do not wait for each other. */
	lane?: (request: Request) => string;
	/** Within one lane, a refusal by rate limit stops requests of the same quota; else the whole lane. */
	quota?: (request: Request) => string;
	/** The provider's own words when an answer is a refusal; `undefined` when it is a success. */
	refusal: (answer: Answer) => string | undefined;
	/**
	 * How long to wait, in milliseconds, when an answer is a refusal by rate limit; `'unknown'` when
	 * the provider does not say; `undefined` for every other answer.
	 */
	rateLimit?: (answer: Answer, now: number) => number | 'unknown' | undefined;
	/**
	 * Whether an answer with a status of 500 or above is the provider's definite refusal. Without it
	 * such a status means that nobody knows what has become of the request.
	 */
	certain?: (answer: Answer) => boolean;
	/** The records in an answer's body; without it, the body itself. */
	records?: (body: unknown) => unknown;
	/** For log-ins that expire: a small read that fails with 401 when the log-in is over. */
	logInProbe?: { method: IHttpRequestMethods; url: string };
}
