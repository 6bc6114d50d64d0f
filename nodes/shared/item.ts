import type { IBinaryData, IDataObject, IExecutePaginationFunctions } from 'n8n-workflow';

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

/** Writes a value to a dotted place, or takes away what is there. */
function place(target: IDataObject, path: string[], value: unknown): void {
	const [name, ...rest] = path as [string, ...string[]];
	if (rest.length > 0) {
		if (typeof target[name] !== 'object' || target[name] === null) {
			if (value === undefined) return;
			target[name] = {};
		}
		place(target[name] as IDataObject, rest, value);
	} else if (value === undefined) {
		delete target[name];
	} else {
		target[name] = value as IDataObject;
	}
}

/** Puts checked values where n8n's routing has put the unchecked ones. */
function placeAll(request: Request, fields: Field[], values: IDataObject): void {
	for (const { name, type, routing, options } of fields) {
		const { property, type: part, propertyInDotNotation } = routing?.send ?? {};
		if (property !== undefined) {
			const path = propertyInDotNotation === false ? [property] : property.split('.');
			place(request[part === 'body' ? 'body' : 'qs'], path, values[name]);
		}
		if (type === 'collection') {
			placeAll(request, options as Field[], (values[name] ?? {}) as IDataObject);
		}
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

/**
 * Reads and checks all parameters of an operation for one item, and completes the request that
 * n8n's routing has begun. Throws `Unfit`; sends nothing.
 */
export async function readItem(
	context: IExecutePaginationFunctions,
	request: Request,
	operation: Operation,
): Promise<Item> {
	const parameters = checkFields(
		operation.fields,
		({ name, type, default: fallback }) =>
			context.getNodeParameter(name, fallback, { extractValue: type === 'resourceLocator' }),
		{ timezone: context.getTimezone() },
	);
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
