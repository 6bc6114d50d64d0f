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
	end: (body?: string) => response.end(body),
});

/** Takes webhook calls as n8n's server does, and hands them to the trigger. */
export class WebhookServer {
	/** Which sides are registered with n8n; calls to others are not found. */
	readonly open = new Set<Side>();

	private readonly server = createServer((request, response) => {
		this.handle(request, response).catch((reason: Error) => {
			if (!response.headersSent) response.writeHead(500).end(reason.message);
		});
	});

	private origin = '';

	private path = '';

	constructor(private readonly take: (side: Side, call: WebhookCall) => Promise<void>) {}

	async start(path: string): Promise<void> {
		this.path = path;
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		const closed = new Promise((resolve) => this.server.close(resolve));
		this.server.closeAllConnections();
		await closed;
	}

	url(side: Side): string {
		return `${this.origin}/${side === 'test' ? 'webhook-test' : 'webhook'}`;
	}

	private sideOf(request: IncomingMessage, path: string): Side | undefined {
		const side = path.startsWith('/webhook-test/') ? 'test' : 'production';
		const isHere = `${this.origin}${path}` === `${this.url(side)}${this.path}`;
		return isHere && request.method === 'POST' && this.open.has(side) ? side : undefined;
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname, searchParams } = new URL(request.url ?? '/', this.origin);
		const bytes = await readBytes(request);
		const side = this.sideOf(request, pathname);
		if (!side) return void response.writeHead(404).end('{"code":404}');
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
		await this.take(side, {
			httpRequest: { method, headers, query, params: {}, body, rawBody: bytes },
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
