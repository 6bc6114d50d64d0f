import { WebhookContext } from 'n8n-core';
import type {
	INode,
	INodeExecutionData,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Side = 'production' | 'test';

/** A call in the form that n8n hands to a node, and a way to run the node on it. */
export interface WebhookCall {
	/** Path that was called, below that of all webhooks. */
	path: string;
	httpRequest: object;
	httpResponse: object;
	/** Runs the trigger on the call; gives the items of the execution that it starts. */
	run: (
		workflow: Workflow,
		node: INode,
		data: IWorkflowExecuteAdditionalData,
		mode: WorkflowExecuteMode,
		webhook: IWebhookData,
	) => Promise<INodeExecutionData[] | undefined>;
	/** Whether the trigger has answered the call itself. */
	isAnswered: () => boolean;
}

/** n8n's own limit. */
const mostBytes = 16 * 1024 * 1024;

async function readBytes(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks);
}

const queryOf = (query: URLSearchParams) =>
	Object.fromEntries(
		[...new Set(query.keys())].map((name) => {
			const values = query.getAll(name);
			return [name, values.length > 1 ? values : values[0]];
		}),
	);

/** The part of a response of Express that nodes use. */
const expressResponse = (response: ServerResponse) => ({
	status(code: number) {
		response.statusCode = code;
		return this;
	},
	send(body: string) {
		response.end(body);
		return this;
	},
	json(body: object) {
		response.setHeader('content-type', 'application/json; charset=utf-8');
		response.end(JSON.stringify(body));
		return this;
	},
	end: (body?: string) => response.end(body),
});

/** Takes webhook calls as n8n's server does, and hands them to the trigger. */
export class WebhookServer {
	/** Which sides are registered with n8n; calls to others are not found. */
	readonly open = new Set<Side>();

	private readonly server = createServer((request, response) => {
		if (!this.isUp) return void request.socket.destroy();
		const call = this.handle(request, response).catch((reason: Error) => {
			if (!response.headersSent) response.writeHead(500).end(reason.message);
		});
		this.underWay.add(call);
		void call.finally(() => this.underWay.delete(call));
	});

	private isUp = true;

	private readonly underWay = new Set<Promise<void>>();

	private origin = '';

	private paths: string[] = [];

	constructor(
		private readonly take: (side: Side, call: WebhookCall) => Promise<void>,
		private readonly proxyHops = 0,
	) {}

	async start(paths: string[]): Promise<void> {
		this.paths = paths;
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		const closed = new Promise((resolve) => this.server.close(resolve));
		this.server.closeAllConnections();
		await closed;
	}

	/** Answers the calls that it has taken, takes no others, and then carries out a task. */
	async whileDown(task: () => void): Promise<void> {
		this.isUp = false;
		await Promise.all(this.underWay);
		task();
		this.isUp = true;
	}

	url(side: Side): string {
		return `${this.origin}/${side === 'test' ? 'webhook-test' : 'webhook'}`;
	}

	/** The side and the path that a call is for. */
	private find({ method }: IncomingMessage, called: string) {
		const side = called.startsWith('/webhook-test/') ? 'test' : 'production';
		const path = this.paths.find((one) => `${this.origin}${called}` === `${this.url(side)}${one}`);
		if (path === undefined || method !== 'POST' || !this.open.has(side)) return undefined;
		return { side, path } as const;
	}

	/** The sender's address as Express tells it: each trusted proxy names who called it. */
	private ipOf({ socket, headers }: IncomingMessage): string {
		const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').filter(Boolean);
		const all = [...forwarded.map((address) => address.trim()), socket.remoteAddress!].reverse();
		return all[Math.min(this.proxyHops, all.length - 1)]!;
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
		const bytes = await readBytes(request);
		const found = this.find(request, pathname);
		if (!found) return void response.writeHead(404).end('{"code":404}');
		if (bytes.length > mostBytes) return void response.writeHead(413).end();
		let body: unknown = {};
		if (request.headers['content-type']?.includes('json') && bytes.length > 0) {
			try {
				body = JSON.parse(bytes.toString());
			} catch {
				return void response.writeHead(422).end();
			}
		} else if (bytes.length > 0) {
			body = bytes.toString();
		}
		const { method, headers } = request;
		const query = queryOf(searchParams);
		let answer: unknown;
		await this.take(found.side, {
			path: found.path,
			httpRequest: {
				...{ method, headers, query, params: {}, body, rawBody: bytes },
				ip: this.ipOf(request),
			},
			httpResponse: expressResponse(response),
			isAnswered: () => response.writableEnded,
			run: async (workflow, node, data, mode, webhook) => {
				const context = new WebhookContext(workflow, node, data, mode, webhook, [], null);
				const type = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
				const result = await type.webhook!.call(context as never);
				if (!result.noWebhookResponse) answer = result.webhookResponse ?? { message: 'ok' };
				return result.workflowData?.[0];
			},
		});
		if (answer !== undefined) response.writeHead(200).end(JSON.stringify(answer));
	}
}
