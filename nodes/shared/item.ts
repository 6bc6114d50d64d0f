import type {
	IBinaryData,
	IDataObject,
	IExecutePaginationFunctions,
	INodeParameters,
} from 'n8n-workflow';

import { checkFields } from './check';
import type { Field, Files, Operation, Parameters, Request, WantedFile } from './operation';
import { Unfit } from './parse';

/** One input item, ready to be sent. */
export interface Item {
	context: IExecutePaginationFunctions;
	index: number;
	operation: Operation;
	parameters: Parameters;
	request: Request;
	files: WantedFile[];
	/** Bytes of the files together. */
	fileBytes: number;
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

function baseUrl(given: string | undefined): string {
	const url = (given ?? '').trim().replace(/\/+$/, '');
	if (!/^https?:\/\/[^/]/i.test(url)) {
		throw new Unfit("'Base URL' of the credential must start with https:// or http://");
	}
	return url;
}

async function bytesOf(context: IExecutePaginationFunctions, binary: IBinaryData): Promise<number> {
	if (binary.bytes !== undefined) return binary.bytes;
	if (binary.id === undefined) return Buffer.byteLength(binary.data, 'base64');
	return (await context.helpers.getBinaryMetadata(binary.id)).fileSize;
}

/** Sizes of the files that an item asks for; throws `Unfit` when one is missing or all are too large. */
async function weigh(
	context: IExecutePaginationFunctions,
	wanted: WantedFile[],
	{ mostBytes = Infinity, fits }: Pick<Files, 'mostBytes' | 'fits'> = {},
): Promise<number> {
	const available = context.getInputData().binary ?? {};
	let bytes = 0;
	for (const file of wanted) {
		const { field, parameter } = file;
		const binary = available[field];
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
const isLiteral = (value: unknown) =>
	typeof value === 'string'
		? !value.startsWith('=')
		: typeof value === 'number' || typeof value === 'boolean';

/**
 * Reads and checks all parameters of an operation for one item, and completes the request, of which
 * n8n has set the method and the base URL. Throws `Unfit`; sends nothing.
 *
 * @param written the node's parameters as the workflow has them, expressions not evaluated
 */
export async function readItem(
	context: IExecutePaginationFunctions,
	request: Request,
	operation: Operation,
	written: INodeParameters,
): Promise<Item> {
	const read = ({ name, type, default: fallback }: Field) =>
		isLiteral(written[name])
			? written[name]
			: context.getNodeParameter(name, fallback, { extractValue: type === 'resourceLocator' });
	const parameters = checkFields(operation.fields, read, { timezone: context.getTimezone() });
	placeAll(request, operation.fields, parameters);
	request.baseURL = baseUrl(request.baseURL);
	request.url = fillPath(operation.path, parameters);
	request.sendCredentialsOnCrossOriginRedirect = false;
	if (operation.download) request.encoding = 'arraybuffer';
	operation.prepare?.(request, parameters);
	const files = operation.files?.wanted(parameters) ?? [];
	const fileBytes = files.length && (await weigh(context, files, operation.files));
	return { context, index: context.getItemIndex(), operation, parameters, request, files, fileBytes };
}

/** A request of its own for one attempt, with the item's files in it. */
export async function withFiles({ context, operation, parameters, request, files }: Item): Promise<Request> {
	if (!operation.files) return { ...request };
	const complete: Request = { ...request, body: structuredClone(request.body) };
	const binaries = context.getInputData().binary ?? {};
	const read = await Promise.all(
		files.map(async (file) => ({
			...file,
			name: binaries[file.field]?.fileName ?? file.field,
			mimeType: binaries[file.field]?.mimeType ?? 'application/octet-stream',
			content: await context.helpers.getBinaryDataBuffer(file.field),
		})),
	);
	operation.files.place(complete, read, parameters);
	return complete;
}
