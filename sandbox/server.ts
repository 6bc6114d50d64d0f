import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Callbacks } from './callbacks';
import { Faults } from './faults';
import { appendTo, summary } from './journal';
import * as modules from './providers';
import { readBody, readBytes, readHeaders, readValues, Unreadable } from './receive';
import { answerWith, send, type Wire } from './respond';
import { Service } from './service';
import type { Delivery, ProviderName, RecordedRequest, Sandbox, SandboxOptions } from './types';

const services = async () =>
	new Map(
		await Promise.all(
			Object.entries(modules).map(async ([name, module]) => {
				const provider = name as ProviderName;
				return [provider, await Service.start(provider, module)] as const;
			}),
		),
	);

const asJson = (status: number, body: unknown): Wire => ({
	status,
	headers: { 'content-type': 'application/json; charset=utf-8' },
	bytes: Buffer.from(JSON.stringify(body)),
});

/** Splits `/paraTranz/mails?page=1`; nothing is decoded, and `..` stays as it is. */
function splitUrl(url: string) {
	const [location = '', query = ''] = url.split(/\?(.*)/s);
	const [, mount = '', path = ''] = /^\/([^/]*)(.*)$/s.exec(location) ?? [];
	return { mount, path: path || '/', query };
}

/**
 * Starts the services on this computer only; nothing outside can reach them.
 *
 * @throws where a provider's handlers do not fit its contract, or the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const mounted = await services();
	const faults = new Faults();
	const requests: RecordedRequest[] = [];
	const deliveries: Delivery[] = [];
	const callbacks = new Callbacks();
	const stopping = new AbortController();

	const service = (provider: ProviderName) => {
		const found = mounted.get(provider);
		if (!found) throw new Error(`The sandbox has no ${provider}`);
		return found;
	};

	const reset = () => {
		if (options.record !== undefined) appendTo(options.record, requests);
		requests.length = 0;
		deliveries.length = 0;
		faults.clear();
		callbacks.reset();
		for (const each of mounted.values()) each.reset();
	};

	const baseUrl = (provider: ProviderName) => `${url}/${provider}`;
	const credentials = (provider: ProviderName) =>
		service(provider).module.credentials(baseUrl(provider));

	const happen: Sandbox['happen'] = (provider, event) => {
		const { happen } = service(provider).provider;
		if (!happen) throw new Error(`Nothing happens at ${provider} by itself`);
		callbacks.add(provider, happen(event, Date.now()));
	};

	const control = async (incoming: IncomingMessage, path: string): Promise<Wire> => {
		const { method } = incoming;
		if (method === 'GET' && path === '/requests') return asJson(200, requests.map(summary));
		if (method === 'GET' && path === '/deliveries') return asJson(200, deliveries);
		if (method === 'GET' && path === '/callbacks') return asJson(200, callbacks.attempts);
		if (method === 'GET' && path === '/credentials') {
			const each = [...mounted.keys()].map((name) => [name, credentials(name)] as const);
			return asJson(200, Object.fromEntries(each));
		}
		if (method === 'POST' && path === '/reset') {
			reset();
			return asJson(200, { reset: true });
		}
		const bodyOf = async () => (await readBody(await readBytes(incoming), readHeaders(incoming))).body;
		if (method === 'POST' && path === '/callbacks') {
			return asJson(200, Object.assign(callbacks.manner, await bodyOf()));
		}
		const place = /^\/happen\/(\w+)$/.exec(path)?.[1] as ProviderName | undefined;
		if (method === 'POST' && place && mounted.has(place)) {
			happen(place, (await bodyOf()) as Record<string, unknown>);
			return asJson(200, { happened: true });
		}
		const message =
			'GET /_sandbox/requests, deliveries, callbacks, credentials; POST /_sandbox/callbacks, reset, happen/<service>';
		return asJson(404, { message });
	};

	/** Reads and records a request, and makes its answer. */
	async function serve(
		incoming: IncomingMessage,
		name: ProviderName,
		at: { path: string; query: string },
		refusal: ReturnType<Service['limits']['enter']>['refusal'],
	): Promise<{ request: RecordedRequest; wire: Wire }> {
		const provider = service(name);
		const request: RecordedRequest = {
			provider: name,
			method: incoming.method ?? 'GET',
			path: at.path,
			query: readValues(at.query),
			headers: readHeaders(incoming),
			body: undefined,
			files: [],
			status: 0,
			at: Date.now(),
		};
		requests.push(request);
		const operation = provider.find(request);
		if (typeof operation === 'object') {
			request.operationId = operation.operationId;
			request.endpoint = `${request.method} ${operation.path}`;
		}
		let unreadable: string | undefined;
		try {
			Object.assign(request, await readBody(await readBytes(incoming), request.headers));
		} catch (reason) {
			if (!(reason instanceof Unreadable)) throw reason;
			unreadable = reason.message;
		}
		const limited = (until: number) => provider.provider.limited('rate', until, Date.now());
		const misbehaviour = refusal ? undefined : faults.take(request);
		const real = async () => {
			if (refusal) return provider.provider.limited(refusal.kind, refusal.until, Date.now());
			return await provider.carryOut(
				request,
				operation,
				unreadable,
				(delivery) => deliveries.push(delivery),
				(calls) => callbacks.add(name, calls),
			);
		};
		const wire = await answerWith(misbehaviour, real, limited, stopping.signal);
		return { request, wire };
	}

	async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const { mount, ...at } = splitUrl(incoming.url ?? '/');
		if (mount === '_sandbox') return send(response, await control(incoming, at.path));
		const name = mount as ProviderName;
		if (!mounted.has(name)) {
			return send(response, asJson(404, { message: `The sandbox has no service "${mount}"` }));
		}
		const { refusal, leave } = service(name).limits.enter(Date.now());
		response.once('close', leave);
		const { request, wire } = await serve(incoming, name, at, refusal);
		if (wire !== 'cut') request.status = wire.status;
		if (options.keepBodies === false) Object.assign(request, { body: undefined, files: [] });
		// Before the answer leaves: the client may send its next request as soon as it has it.
		leave();
		send(response, wire);
	}

	const server = createServer((incoming, response) => {
		handle(incoming, response).catch((reason: Error) => {
			// A client that hangs up in the middle of its request is no fault of the sandbox.
			if (incoming.destroyed && !incoming.complete) return;
			send(response, asJson(500, { message: `The sandbox itself broke: ${reason.stack}` }));
		});
	});
	server.keepAliveTimeout = 60_000;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	return {
		url,
		providers: [...mounted.keys()],
		baseUrl,
		credentials,
		requests,
		deliveries,
		misbehave: (rule) => faults.add(rule),
		limit: (provider, limits) => Object.assign(service(provider).limits, limits),
		mostAtOnce: (provider) => service(provider).limits.mostAtOnce,
		expireTokens: (provider) => service(provider).provider.expireTokens?.(),
		happen,
		callbacks: callbacks.attempts,
		callBackLike: (manner) => Object.assign(callbacks.manner, manner),
		callbacksDone: async () => await callbacks.done(),
		reset,
		async stop() {
			if (options.record !== undefined) appendTo(options.record, requests.splice(0));
			stopping.abort();
			callbacks.reset();
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}
