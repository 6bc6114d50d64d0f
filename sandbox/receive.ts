import type { IncomingMessage } from 'node:http';

import { mediaType } from './openApi';
import type { ReceivedFile } from './types';

const mostBytes = 256 * 1024 * 1024;

/** A body that is not what its content type says. */
export class Unreadable extends Error {}

export interface ReceivedBody {
	body: unknown;
	files: ReceivedFile[];
}

type Values = Record<string, string | string[]>;

function add(values: Values, name: string, value: string): void {
	const indexed = /^(.+)\[\d*\]$/.exec(name);
	const key = indexed?.[1] ?? name;
	const before = values[key];
	if (before === undefined) values[key] = indexed ? [value] : value;
	else values[key] = [before, value].flat();
}

/** Names and values of a query or a form; repeated and indexed names hold arrays. */
export function readValues(text: string): Values {
	const values: Values = {};
	for (const [name, value] of new URLSearchParams(text)) add(values, name, value);
	return values;
}

/** The headers; of repeated ones the values joined, as HTTP allows. */
export function readHeaders({ headers }: IncomingMessage): Record<string, string> {
	const entries = Object.entries(headers).map(([name, value]) => [name, String(value)]);
	return Object.fromEntries(entries) as Record<string, string>;
}

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length;
		// What is above is taken and dropped, so that the client can read the answer.
		if (length <= mostBytes) chunks.push(chunk);
	}
	if (length > mostBytes) throw new Unreadable(`The body has more than ${mostBytes} bytes`);
	return Buffer.concat(chunks);
}

async function readForm(bytes: Buffer, headers: Record<string, string>): Promise<ReceivedBody> {
	const type = headers['content-type'] ?? '';
	const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
	const body: Values = {};
	const files: ReceivedFile[] = [];
	for (const [field, value] of form) {
		if (typeof value === 'string') {
			add(body, field, value);
		} else {
			const content = Buffer.from(await value.arrayBuffer());
			files.push({ field, name: value.name, mimeType: value.type, content });
		}
	}
	return { body, files };
}

/**
 * A body by its content type: JSON, a form of either kind, or text.
 *
 * @throws Unreadable with a sentence
 */
export async function readBody(
	bytes: Buffer,
	headers: Record<string, string>,
): Promise<ReceivedBody> {
	const type = mediaType(headers);
	try {
		if (type === 'multipart/form-data') return await readForm(bytes, headers);
		if (bytes.length === 0) return { body: undefined, files: [] };
		const text = bytes.toString('utf8');
		if (type === 'application/json') return { body: JSON.parse(text) as unknown, files: [] };
		if (type === 'application/x-www-form-urlencoded') return { body: readValues(text), files: [] };
		return { body: text, files: [] };
	} catch (cause) {
		throw new Unreadable(`The body is not ${type}: ${(cause as Error).message}`);
	}
}
