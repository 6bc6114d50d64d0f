import { checkHandlers, contractOf } from './contract';
import { Limits } from './limits';
import { mediaType, type OpenApi, type Operation } from './openApi';
import type {
	Call,
	Callback,
	Delivery,
	ProviderName,
	RecordedRequest,
	Reply,
	SandboxProvider,
} from './types';

export interface ProviderModule {
	create: () => SandboxProvider;
	/** Values of the provider's credential that the sandbox accepts. */
	credentials: (baseUrl: string) => Record<string, string | number | boolean>;
}

/** One provider of a running sandbox: its contract, its state and its limits. */
export class Service {
	readonly limits = new Limits();

	provider: SandboxProvider;

	private constructor(
		readonly module: ProviderModule,
		private readonly contract: OpenApi,
	) {
		this.provider = module.create();
		checkHandlers(contract, this.provider);
	}

	static async start(name: ProviderName, module: ProviderModule): Promise<Service> {
		return new Service(module, await contractOf(name));
	}

	reset(): void {
		this.provider = this.module.create();
		this.limits.reset();
	}

	/** The operation of a request, or the status that says why there is none. */
	find({ method, path }: RecordedRequest): Operation | 404 | 405 {
		return this.contract.find(method, path);
	}

	/**
	 * Carries a request out as the provider does: log-in, contract, handler.
	 *
	 * @param unreadable why the body could not be read, if so
	 * @param deliver takes the messages that the provider accepts
	 * @param callBack takes the callbacks that this leads to
	 */
	async carryOut(
		request: RecordedRequest,
		operation: Operation | 404 | 405,
		unreadable: string | undefined,
		deliver: (delivery: Delivery) => void,
		callBack: (callbacks: Callback[]) => void,
	): Promise<Reply> {
		const { provider, contract } = this;
		const { headers, query, path, body, files, at } = request;
		const refused = provider.refuse({ headers, query, path });
		if (refused) return refused;
		if (operation === 404) return provider.invalid(`there is no ${path}`, 404);
		if (operation === 405) {
			return provider.invalid(`${path} does not take ${request.method}`, 405);
		}
		if (unreadable !== undefined) return provider.invalid(unreadable, 400);
		if (!contract.takes(operation, request)) {
			const type = mediaType(headers) || 'a body without content type';
			return provider.invalid(`${operation.operationId} does not take ${type}`, 415);
		}
		const problems = contract.problems(operation, request);
		if (problems.length > 0) return provider.invalid(problems.join('; '), 400);
		const { operationId } = operation;
		const params = contract.params(operation, path);
		const call: Call = {
			...{ operationId, params, query, headers, body, files },
			now: at,
			deliver: (delivery) => deliver({ ...delivery, provider: provider.name, at }),
			callBack,
		};
		const handler = provider.handlers[operationId];
		if (!handler) throw new Error(`${provider.name} has no handler for ${operationId}`);
		return await handler(call);
	}
}
