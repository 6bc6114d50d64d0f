import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { checkFields, surroundingsOf } from './check';
import type { Conduct } from './conduct';
import { formFields, shapeOf } from './form';
import type {
	Answer,
	Errand,
	Field,
	Files,
	Operation,
	Parameters,
	Request,
	WantedFile,
} from './operation';
import { Unfit } from './parse';
import { withinBudget } from './slots';

/** A request, ready to be sent: for an input item, or for a trigger, which has none. */
export interface Call {
	context:
		| IExecuteFunctions
		| IHookFunctions
		| ILoadOptionsFunctions
		| IPollFunctions
		| IWebhookFunctions;
	index?: number;
	operation: Errand;
	parameters: Parameters;
	request: Request;
	files: WantedFile[];
	/** Bytes of the files together. */
	fileBytes: number;
}

/** One input item, ready to be sent. */
export interface Item extends Call {
	context: IExecuteFunctions;
	input: INodeExecutionData;
	index: number;
	operation: Operation;
	/** Gives a record of the answer the form that the user wants; without it, it stays as it is. */
	shape?: (record: IDataObject) => IDataObject;
}

/** Writes a value to a dotted place. */
function put(target: IDataObject, path: string[], value: unknown): void {
	const [name, ...rest] = path as [string, ...string[]];
	if (rest.length === 0) target[name] = value as IDataObject;
	else put((target[name] ??= {}) as IDataObject, rest, value);
}

/** Puts checked values into the request, where their fields say. */
function placeAll(request: Request, fields: Field[], values: IDataObject): void {
	for (const { name, type, place, options } of fields) {
		const value = values[name];
		if (value === undefined) continue;
		if (type === 'collection') placeAll(request, options as Field[], value as IDataObject);
		if (place === undefined) continue;
		const [part, ...path] = place.split('.');
		put(part === 'body' ? request.body : request.qs, path, value);
	}
}

function fillPath(path: string, parameters: Parameters): string {
	return path.replace(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(String(parameters[name])),
	);
}

async function bytesOf(context: IExecuteFunctions, binary: IBinaryData): Promise<number> {
	if (binary.bytes !== undefined) return binary.bytes;
	if (binary.id === undefined) return Buffer.byteLength(binary.data, 'base64');
	return (await context.helpers.getBinaryMetadata(binary.id)).fileSize;
}

/** Sizes of the files that an item asks for; throws `Unfit` when one is missing or all are too large. */
async function weigh(
	context: IExecuteFunctions,
	available: Record<string, IBinaryData>,
	wanted: WantedFile[],
	{ mostBytes = Infinity, fits }: Pick<Files, 'mostBytes' | 'fits'> = {},
): Promise<number> {
	let bytes = 0;
	for (const file of wanted) {
		const { field, parameter } = file;
		const binary = Object.hasOwn(available, field) ? available[field] : undefined;
		if (!binary) {
			const names = Object.keys(available).join(', ') || 'none';
			throw new Unfit(
				`'${parameter}' names the binary field '${field}', which this item does not have. Its binary fields: ${names}`,
			);
		}
		fits?.(binary, file);
		bytes += await bytesOf(context, binary);
		if (bytes > mostBytes) {
			throw new Unfit(`'${parameter}' holds more than ${mostBytes} bytes, the most that is taken`);
		}
	}
	return bytes;
}

/** Whether a parameter is the same for all items, so that n8n need not be asked for each. */
function isLiteral(value: unknown): boolean {
	if (typeof value === 'string') return !value.startsWith('=');
	if (typeof value === 'object' && value !== null) return Object.values(value).every(isLiteral);
	return value !== undefined;
}

/** The request of an operation, from checked and parsed parameters. Throws `Unfit`. */
export function requestFor(
	operation: Errand,
	parameters: IDataObject,
	{ request: common }: Conduct,
): Request {
	const request: Request = {
		...common,
		method: operation.method,
		url: fillPath(operation.path, parameters),
		headers: { Accept: 'application/json' },
		qs: {},
		body: {},
		...(operation.download ? { encoding: 'arraybuffer' } : { disableFollowRedirect: true }),
	};
	placeAll(request, operation.fields, parameters);
	operation.prepare?.(request, parameters);
	return request;
}

/**
 * Reads and checks all parameters of an operation for one item, and builds its request. Throws
 * `Unfit`; sends nothing.
 */
export async function readItem(
	context: IExecuteFunctions,
	input: INodeExecutionData,
	index: number,
	operation: Operation,
	conduct: Conduct,
): Promise<Item> {
	const read = ({ name, default: fallback }: Field) => {
		const written = conduct.node.parameters[name];
		return isLiteral(written) ? written : context.getNodeParameter(name, index, fallback);
	};
	const surroundings = surroundingsOf(context, conduct.node);
	const parameters = checkFields(operation.fields, read, surroundings);
	const { simple } = operation;
	const form = simple && checkFields(formFields(conduct.node), read, surroundings);
	const shape = form && shapeOf((record) => simple(record, parameters), form);
	const request = requestFor(operation, parameters, conduct);
	const files = operation.files?.wanted(parameters) ?? [];
	const fileBytes =
		files.length && (await weigh(context, input.binary ?? {}, files, operation.files));
	const item = { context, input, index, operation, parameters, shape, request, files, fileBytes };
	if (operation.files?.judges) await withinBudget(memoryOf(item), async () => await withFiles(item));
	return item;
}

/** The item with the request that follows its first one. Throws `Unfit`. */
export function followUp(item: Item, answer: Answer, conduct: Conduct): Item {
	const { input, files, operation } = item;
	const binaries = files.map(({ field }) => input.binary![field]!);
	const { errand, parameters: own } = operation.follow!(answer, item.parameters, binaries);
	const { name, value, action, description } = operation;
	const parameters = { ...item.parameters, ...own };
	const request = requestFor(errand, parameters as IDataObject, conduct);
	const next = { name, value, action, description, ...errand };
	return { ...item, operation: next, parameters, request, files: [], fileBytes: 0 };
}

/** Memory that a request takes with its files: read, encoded and sent. */
export const memoryOf = ({ fileBytes }: Call) => fileBytes * 4;

/** A request of its own for one attempt, with the item's files in it. */
export async function withFiles(call: Call): Promise<Request> {
	const { operation, parameters, request, files } = call;
	if (!operation.files) return { ...request };
	// Only items have files
	const { context, input, index } = call as Item;
	const complete: Request = { ...request, body: structuredClone(request.body) };
	const read = await Promise.all(
		files.map(async (file) => {
			const { fileName = file.field, mimeType = 'application/octet-stream' } =
				input.binary?.[file.field] ?? {};
			const content = await context.helpers.getBinaryDataBuffer(index, file.field);
			return { ...file, name: fileName, mimeType, content };
		}),
	);
	operation.files.place(complete, read, parameters);
	return complete;
}
