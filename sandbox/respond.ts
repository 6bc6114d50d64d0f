import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import type { Misbehaviour, Reply } from './types';

/** What goes over the wire; `cut` means that the connection ends instead. */
export type Wire = { status: number; headers: Record<string, string>; bytes: Buffer } | 'cut';

const json = 'application/json; charset=utf-8';
const gatewayPage =
	'<html>\r\n<head><title>Bad Gateway</title></head>\r\n<body><center><h1>Bad Gateway</h1></center></body>\r\n</html>\r\n';

function onWire({ status, headers = {}, body }: Reply): Exclude<Wire, 'cut'> {
	if (body === undefined) return { status, headers, bytes: Buffer.alloc(0) };
	if (Buffer.isBuffer(body)) return { status, headers, bytes: body };
	if (typeof body === 'string') return { status, headers, bytes: Buffer.from(body) };
	const bytes = Buffer.from(JSON.stringify(body));
	return { status, headers: { 'content-type': json, ...headers }, bytes };
}

/**
 * The answer to a request, as its misbehaviour makes it.
 *
 * @param real carries the request out
 * @param limited the provider's refusal by rate limit, until a time
 */
export async function answerWith(
	misbehaviour: Misbehaviour | undefined,
	real: () => Promise<Reply>,
	limited: (until: number) => Reply,
	stopped: AbortSignal,
): Promise<Wire> {
	switch (misbehaviour?.kind) {
		case undefined:
			return onWire(await real());
		case 'status':
			if (misbehaviour.carriedOut) await real();
			return onWire(misbehaviour);
		case 'html':
			if (misbehaviour.carriedOut) await real();
			return onWire({
				status: misbehaviour.status,
				headers: { 'content-type': 'text/html' },
				body: gatewayPage,
			});
		case 'limited':
			return onWire(limited(Date.now() + misbehaviour.milliseconds));
		case 'truncated': {
			const wire = onWire(await real());
			return { ...wire, bytes: wire.bytes.subarray(0, Math.floor(wire.bytes.length / 2)) };
		}
		case 'late': {
			const wire = onWire(await real());
			await wait(misbehaviour.milliseconds, undefined, { signal: stopped }).catch(() => undefined);
			return stopped.aborted ? 'cut' : wire;
		}
		case 'cut':
			if (misbehaviour.when === 'after') await real();
			return 'cut';
	}
}

export function send(response: ServerResponse, wire: Wire): void {
	if (wire === 'cut') {
		response.destroy();
		return;
	}
	const { status, headers, bytes } = wire;
	// The clock that a test may have put forward, unlike that of Node
	const date = new Date().toUTCString();
	response.writeHead(status, { date, ...headers, 'content-length': bytes.length }).end(bytes);
}
