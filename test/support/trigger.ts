import { HookContext, PollContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWebhookData,
	IWebhookDescription,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

import type { ProviderName, Sandbox } from '../../sandbox/types';
import { additionalDataFor } from './additionalData';
import { MemoryCredentials } from './credentials';
import { credentialType, loadPack, NodeTypes, packageName } from './pack';
import { record, triggers } from './record';
import { sandboxCredentials } from './sandbox';
import { WebhookServer } from './webhookServer';

export interface TriggerSetUp {
	sandbox: Sandbox;
	provider: ProviderName;
	/** Type name of the trigger; the provider's usual one unless said. */
	node?: string;
	/** The part of its addresses that nobody can guess; n8n's editor makes one unless said. */
	webhookId?: string;
	/** Proxies before n8n whose word about the sender's address it believes (`N8N_PROXY_HOPS`). */
	proxyHops?: number;
	parameters?: INodeParameters;
	credentials?: IDataObject;
	/** Milliseconds that a poll may take. */
	budget?: number;
}

type Side = 'production' | 'test';

const pack = loadPack();

/**
 * A workflow with one trigger, kept as n8n keeps it. For a call of a webhook, n8n loads what the
 * trigger stores, and saves it when it has changed. Between polls n8n keeps it in memory, and saves it
 * after the first poll, and whenever one starts an execution.
 */
export class TriggerHost {
	/** Items of every execution that was started, by the active workflow and by test runs. */
	readonly started: Record<Side, INodeExecutionData[][]> = { production: [], test: [] };

	budget?: number;

	/** What n8n has stored of the workflow, as JSON. */
	stored = '{}';

	private readonly credentials: MemoryCredentials;

	private readonly server: WebhookServer;

	private readonly node: INode;

	/** The active workflow, in which polls keep what they know. */
	private active?: Workflow;

	/** Whether n8n has saved it since it was activated. */
	private isSaved = false;

	/** Another process has another one, so that nothing in memory is taken for that of this workflow. */
	private workflowId = randomUUID();

	/** What the running test keeps; n8n does not save it. */
	private testData = '{}';

	private constructor(
		private readonly loader: Awaited<typeof pack>,
		private readonly setUp: TriggerSetUp,
	) {
		const { provider, sandbox, node = `${provider}Trigger`, parameters = {} } = setUp;
		const credential = `${provider}Api`;
		this.budget = setUp.budget;
		this.credentials = new MemoryCredentials((name) => credentialType(loader, name), {
			[credential]: { ...sandboxCredentials(sandbox, provider), ...setUp.credentials } as never,
		});
		this.node = {
			id: randomUUID(),
			name: 'Trigger',
			type: `${packageName}.${node}`,
			typeVersion: 1,
			position: [0, 0],
			parameters,
			webhookId: setUp.webhookId ?? randomUUID(),
			credentials: { [credential]: { id: randomUUID(), name: 'Sandbox' } },
		};
		this.server = new WebhookServer(async (side, exchange) => {
			const workflow = this.load(side);
			// n8n's database takes its time: calls that come at once load before one of them stores
			await setImmediate();
			const mode = side === 'test' ? 'manual' : 'webhook';
			const data = this.data(exchange);
			const webhook = this.webhook(side, exchange.path);
			const items = await this.recorded('webhook', async () =>
				await exchange.run(workflow, workflow.getNode('Trigger')!, data, mode, webhook),
			);
			// Before n8n answers by itself, it starts the execution with a workflow of its own, made of
			// the same stored data; what was noticed to have changed is forgotten with that
			if (items && !exchange.isAnswered()) this.load(side, workflow.staticData);
			this.save(side, workflow);
			if (items) this.started[side].push(items);
		}, setUp.proxyHops);
	}

	static async start(setUp: TriggerSetUp): Promise<TriggerHost> {
		const host = new TriggerHost(await pack, setUp);
		await host.server.start(host.webhooks.map(({ path }) => `/${host.node.webhookId}/${path}`));
		return host;
	}

	async stop(): Promise<void> {
		await this.server.stop();
	}

	/** Address that a side of the trigger is called at, without the secret. */
	address(side: Side = 'production'): string {
		return `${this.server.url(side)}/${this.node.webhookId}/webhook`;
	}

	/** Activates the workflow; gives whether a registration had to be made. */
	activate = async () => await this.open('production');

	deactivate = async () => await this.close('production');

	/** Waits for a test event, as the editor does. */
	listen = async () => await this.open('test');

	stopListening = async () => await this.close('test');

	/**
	 * Does so while calls come in: those that were taken are finished first, others find nobody.
	 * Gives whether the new process has made a registration.
	 */
	async restartAmidCalls(): Promise<boolean> {
		await this.server.whileDown(() => this.restart());
		return await this.activate();
	}

	get parameters(): INodeParameters {
		return this.node.parameters;
	}

	/** Saves the workflow with other parameters; n8n activates it anew. */
	set parameters(parameters: INodeParameters) {
		this.node.parameters = parameters;
		this.deactivatePolls();
	}

	/** Ends n8n's process and starts another one. */
	restart(): void {
		this.workflowId = randomUUID();
		this.deactivatePolls();
	}

	/** One poll; items that it gives start an execution. */
	async poll(mode: 'trigger' | 'manual' = 'trigger'): Promise<INodeExecutionData[] | undefined> {
		const workflow =
			mode === 'manual' ? this.load('production') : (this.active ??= this.load('production'));
		const node = workflow.getNode('Trigger')!;
		const context = new PollContext(
			workflow,
			node,
			this.data(),
			mode,
			mode === 'manual' ? 'manual' : 'activate',
		);
		if (this.budget !== undefined) Object.assign(context, { getPollBudgetMs: () => this.budget });
		const type = workflow.nodeTypes.getByNameAndVersion(node.type, 1);
		const items = await this.recorded('poll', async () =>
			(await type.poll!.call(context as never))?.[0],
		);
		// A process that has ended starts nothing
		if (workflow !== this.active) return items;
		if (items || !this.isSaved) this.save('production', workflow);
		this.isSaved = true;
		if (items) this.started.production.push(items);
		return items;
	}

	private deactivatePolls(): void {
		this.active = undefined;
		this.isSaved = false;
	}

	/** Keeps what the trigger sends meanwhile for the report over all tests. */
	private async recorded<T>(operation: string, task: () => Promise<T>): Promise<T> {
		const { requests } = this.setUp.sandbox;
		const before = requests.length;
		try {
			return await task();
		} finally {
			const name = this.node.type.split('.')[1]!;
			record(name, `${triggers}.${operation}`, requests.slice(before));
		}
	}

	private data(more: object = {}) {
		return additionalDataFor(this.credentials, {
			webhookBaseUrl: this.server.url('production'),
			webhookTestBaseUrl: this.server.url('test'),
			...more,
		});
	}

	private load(side: Side, staticData = JSON.parse(side === 'test' ? this.testData : this.stored) as IDataObject): Workflow {
		return new Workflow({
			id: this.workflowId,
			nodes: [{ ...this.node }],
			connections: {},
			active: side === 'production',
			nodeTypes: new NodeTypes(this.loader, {}),
			staticData,
			settings: {},
		});
	}

	private save(side: Side, workflow: Workflow): void {
		if (!(workflow.staticData as { __dataChanged?: boolean }).__dataChanged) return;
		const json = JSON.stringify(workflow.staticData);
		if (side === 'test') this.testData = json;
		else this.stored = json;
	}

	private get webhooks(): IWebhookDescription[] {
		const type = this.loader.getNode(this.node.type.split('.')[1]!).type as INodeType;
		return type.description.webhooks ?? [];
	}

	private webhook(side: Side, place = '') {
		const { webhooks } = this;
		const called = webhooks.find(({ path }) => place.endsWith(`/${path}`)) ?? webhooks[0];
		return { isTest: side === 'test', webhookDescription: called } as never as IWebhookData;
	}

	private async hook(
		side: Side,
		method: 'checkExists' | 'create' | 'delete',
		mode: WorkflowExecuteMode,
	): Promise<boolean> {
		const workflow = this.load(side);
		const node = workflow.getNode('Trigger')!;
		const activation = side === 'test' ? 'manual' : 'activate';
		const context = new HookContext(workflow, node, this.data(), mode, activation, this.webhook(side));
		const type = workflow.nodeTypes.getByNameAndVersion(node.type, 1);
		const result = await this.recorded(method, async () =>
			await type.webhookMethods!.default![method]!.call(context as never),
		);
		this.save(side, workflow);
		return result;
	}

	private async open(side: Side): Promise<boolean> {
		// A test run starts from what the workflow has stored
		if (side === 'test') this.testData = this.stored;
		const mode = side === 'test' ? 'manual' : 'trigger';
		this.server.open.add(side);
		if (await this.hook(side, 'checkExists', mode)) return false;
		await this.hook(side, 'create', mode);
		return true;
	}

	private async close(side: Side): Promise<void> {
		this.server.open.delete(side);
		// So for a test, too
		await this.hook(side, 'delete', 'internal');
	}
}
