import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import type { RecordedRequest } from './types';

const kept = ['accept', 'content-type', 'content-length', 'user-agent'];

/** A request without the contents of its files and without log-in headers, for JSON. */
export function summary(request: RecordedRequest): object {
	const headers = kept.filter((name) => name in request.headers);
	return {
		...request,
		headers: Object.fromEntries(headers.map((name) => [name, request.headers[name]])),
		files: request.files.map(({ content, ...file }) => ({ ...file, size: content.length })),
	};
}

/** Appends requests to a file of JSON lines. */
export function appendTo(file: string, requests: RecordedRequest[]): void {
	if (requests.length === 0) return;
	mkdirSync(path.dirname(file), { recursive: true });
	appendFileSync(file, requests.map((request) => `${JSON.stringify(summary(request))}\n`).join(''));
}
