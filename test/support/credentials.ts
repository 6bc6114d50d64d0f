import { Credentials } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	Workflow,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

type Data = ICredentialDataDecryptedObject;

/**
 * What n8n's server does for credentials, with one credential in memory instead of a database:
 * logs in when the expirable field is empty or has expired, keeps the result, evaluates
 * `authenticate`.
 */
export class MemoryCredentials extends ICredentialsHelper {
	/** How often n8n asked the credential to log in. */
	logIns = 0;

	/** How often n8n read the credential from its database. */
	reads = 0;

	constructor(
		private readonly types: (name: string) => ICredentialType,
		readonly stored: Record<string, Data>,
	) {
		super();
	}

	async authenticate(
		credentials: Data,
		typeName: string,
		options: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.types(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		const value = (expression: unknown) =>
			typeof expression === 'string' && expression.startsWith('=')
				? String(
						workflow.expression.getSimpleParameterValue(
							node,
							expression,
							'internal',
							{ $credentials: credentials } as never,
							undefined,
							'',
						) || '',
					)
				: expression;
		const parts = options as unknown as Record<string, Record<string, unknown>>;
		for (const [part, fields] of Object.entries(authenticate?.properties ?? {})) {
			const target = (parts[part] ??= {});
			for (const [name, field] of Object.entries(fields as object)) {
				target[value(name) as string] = value(field);
			}
		}
		return options;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Data,
		typeName: string,
		_node: INode,
		expired: boolean,
	) {
		const { properties, preAuthentication } = this.types(typeName);
		const field = properties.find(({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable);
		if (!field || !preAuthentication) return undefined;
		if (credentials[field.name] && !expired) return undefined;
		this.logIns++;
		const gained = (await preAuthentication.call(helpers, credentials)) as Data;
		if (gained[field.name] === undefined) return undefined;
		Object.assign(this.stored[typeName]!, gained);
		return Object.assign(credentials, gained);
	}

	async getDecrypted(_data: unknown, _details: INodeCredentialsDetails, type: string) {
		this.reads++;
		return await Promise.resolve({ ...this.stored[type] } as Data);
	}

	async getCredentials(details: INodeCredentialsDetails, type: string) {
		return await Promise.resolve(new Credentials({ id: details.id, name: details.name }, type));
	}

	getCredentialsProperties(type: string) {
		return this.types(type).properties;
	}

	getParentTypes() {
		return [];
	}

	isCredentialUsableByNode() {
		return true;
	}

	async runPreAuthentication() {
		return await Promise.resolve(undefined);
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData() {}
}
