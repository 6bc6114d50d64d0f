import type {
	IAdditionalCredentialOptions,
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
} from 'n8n-workflow';

import { checkField, surroundingsOf } from './check';
import { baseUrlOf } from './credential';
import { requestOptions } from './fields';
import type { Call } from './item';
import type { Provider } from './operation';
import { Unfit } from './parse';
import type { Pause } from './slots';
import type { About } from './tell';

/** What a run has borne of one pause. */
export interface Patience {
	/** Since when the provider has been refusing everything; milliseconds since 1970. */
	since?: number;
	/** Until when the provider wants more patience than the user has; ends all items that wait. */
	outUntil?: number;
}

/** How a run of a node behaves; the items of a run share it. */
export interface Conduct {
	provider: Provider;
	node: INode;
	/** As n8n keeps it; read once, and again after its log-in has been renewed. */
	credential: ICredentialDataDecryptedObject;
	/** What all requests of the run have in common. */
	request: Omit<IHttpRequestOptions, 'url'>;
	requestsAtOnce: number;
	/** Milliseconds to wait in all for a provider that asks to slow down, without any progress. */
	longestWait: number;
	/** Whether items that differ only in the recipient go out in one request. */
	groups: boolean;
	patience: Map<Pause, Patience>;
	/** Values that must not appear in errors, besides those of the credential. */
	secrets?: string[];
	signal?: AbortSignal;
}

/** The request options as they are after their checks; those that the user has not added are absent. */
interface RequestOptions {
	allowUnauthorizedCerts?: boolean;
	groupItems?: boolean;
	longestWait?: number;
	proxy?: IHttpRequestOptions['proxy'];
	requestsAtOnce?: number;
	timeout?: number;
}

const minute = 60_000;

/** Minutes to wait in all where the user says nothing. */
const usualWait = 15;

/** How long an answer may take where the user says nothing; that of n8n's declarative nodes. */
const usualTimeout = 5 * minute;

/** The address that the paths of the operations follow. Throws `Unfit`. */
export function addressOf(
	credential: ICredentialDataDecryptedObject,
	{ prefix }: Provider,
): string {
	const url = baseUrlOf(credential);
	if (!/^https?:\/\/[^/]/i.test(url)) {
		throw new Unfit("'Base URL' of the credential must start with https:// or http://");
	}
	return `${url}${prefix?.(credential) ?? ''}`;
}

/**
 * Reads the request options and the credential of a node. Throws `Unfit` when one of them cannot
 * be used.
 */
export async function conductOf(context: IExecuteFunctions, provider: Provider): Promise<Conduct> {
	const field = requestOptions(provider);
	const given = context.getNodeParameter(field.name, 0, field.default);
	const options = (checkField(field, given, surroundingsOf(context)) ?? {}) as RequestOptions;
	const credential = await context.getCredentials(provider.credential);
	return {
		provider,
		node: context.getNode(),
		credential,
		request: {
			baseURL: addressOf(credential, provider),
			timeout: options.timeout ?? usualTimeout,
			sendCredentialsOnCrossOriginRedirect: false,
			...(options.allowUnauthorizedCerts && { skipSslCertificateValidation: true }),
			...(options.proxy && { proxy: options.proxy }),
		},
		requestsAtOnce: options.requestsAtOnce ?? provider.parallel,
		longestWait: (options.longestWait ?? usualWait) * minute,
		groups: options.groupItems ?? provider.groups ?? false,
		patience: new Map(),
		signal: context.getExecutionCancelSignal(),
	};
}

/** Spares n8n to read the credential from its database for each request. */
export const knownCredential = ({ provider, credential }: Conduct): IAdditionalCredentialOptions => ({
	credentialsDecrypted: { id: '', name: '', type: provider.credential, data: credential },
});

const isSecret = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What an error about an item needs to know. */
export function aboutOf({ index, operation }: Call, conduct: Conduct): About {
	const { provider, node, credential, secrets: own = [] } = conduct;
	const secrets = [...own, ...provider.secrets.map((name) => credential[name]).filter(isSecret)];
	return { node, index, provider, operation, secrets };
}
