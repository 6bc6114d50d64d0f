import type { Schema } from './closed';
import type { ProviderName } from './types';

type Content = Record<string, { schema?: Schema & { $ref?: string } }>;

interface VendorOperation {
	parameters?: Array<{ in?: string; name?: string; required?: boolean; schema?: Schema }>;
	requestBody?: { required?: boolean; content?: Content };
}

export interface VendorDocument {
	paths: Record<string, Record<string, VendorOperation>>;
	components?: { schemas: Record<string, Schema> };
}

/** One thing that a vendor's document gets wrong, judged by its own text or by the service. */
export interface Repair {
	defect: string;
	repair: (document: VendorDocument) => void;
}

/** Adds to what a schema, or the last of those it is made of, lists. */
function add(
	{ components }: VendorDocument,
	name: string,
	properties: Record<string, Schema>,
): void {
	const schema = components?.schemas[name];
	const own = schema?.allOf?.at(-1) ?? schema;
	Object.assign(own?.properties ?? {}, properties);
}

const text: Schema = { type: 'string' };
const list: Schema = { type: 'array' };

const sakari: Repair[] = [
	{
		defect: 'The body for a new webhook requires "callbackUrl", but lists and shows "url"',
		repair({ paths }) {
			const operation = paths['/v1/accounts/{accountId}/webhooks']?.post;
			const schema = operation?.requestBody?.content?.['application/json']?.schema;
			if (schema) schema.required = ['url'];
		},
	},
	{
		defect: 'Webhooks may have the event "conversation-closed", but the body for a new one lacks it',
		repair({ paths }) {
			const operation = paths['/v1/accounts/{accountId}/webhooks']?.post;
			const schema = operation?.requestBody?.content?.['application/json']?.schema;
			const event = schema?.properties?.eventTypes?.items;
			if (Array.isArray(event?.enum)) event.enum.push('conversation-closed');
		},
	},
	{
		defect: 'The list of webhooks tells that there are more, but has no parameter to read on',
		repair({ paths }) {
			const operation = paths['/v1/accounts/{accountId}/webhooks']?.get;
			operation?.parameters?.push({ in: 'query', name: 'offset', schema: { type: 'integer' } });
		},
	},
	{
		defect: 'Updates of contacts, templates and campaigns list no body, but their samples send one',
		repair({ paths }) {
			for (const [list, one] of [
				['contacts', 'contactId'],
				['templates', 'templateId'],
				['campaigns', 'campaignId'],
			]) {
				const created = paths[`/v1/accounts/{accountId}/${list}`]?.post?.requestBody;
				const update = paths[`/v1/accounts/{accountId}/${list}/{${one}}`]?.put;
				if (update && created) update.requestBody ??= created;
			}
		},
	},
	{
		defect: 'The document is of 2023 and lacks the balance of an account',
		repair({ paths }) {
			const accountId = { in: 'path', name: 'accountId', required: true, schema: text };
			paths['/v1/accounts/{accountId}/balance'] = { get: { parameters: [accountId] } };
		},
	},
	{
		defect: 'The document is of 2023 and lacks what the reference lists of records since',
		repair(document) {
			add(document, 'TemplateRequest', { media: list });
			const campaign = { name: text, description: text, reporting: {}, schedule: {}, paused: {} };
			add(document, 'CampaignRequest', { ...campaign, trigger: {}, filters: {} });
			add(document, 'ContactRequest', { lists: list, optIn: text, blocked: text });
			const { mobile } = document.components?.schemas.ContactIdentifiers?.properties ?? {};
			Object.assign(mobile?.properties ?? {}, { valid: { type: 'boolean' }, lineType: text });
		},
	},
];

const changes = ['post', 'patch', 'delete'];

/** What the path of statistics may consist of, by the document's own text: any slices, a grouping. */
const statistics = [
	[],
	...[0, 1, 2, 3, 4].flatMap((count) => {
		const slices = Array.from({ length: count }, (_, index) => [`slice${index}`, `slice_specifier${index}`]);
		const parts = ['duration', ...slices.flat()];
		return [parts, [...parts, 'group_by']];
	}),
];

const smtpCom: Repair[] = [
	{
		defect: 'Lists are written with a slash at the end, which the service does not need',
		repair(document) {
			const entries = Object.entries(document.paths);
			document.paths = Object.fromEntries(
				entries.map(([path, item]) => [path.replace(/\/$/, ''), item]),
			);
		},
	},
	{
		defect:
			'All parts of the path of statistics are listed as required, none twice, and a start besides',
		repair({ paths }) {
			const path = '/v4/stats/{duration}/{slice}/{slice_specifier}/{group_by}';
			const { parameters = [] } = paths[path]?.get ?? {};
			const inQuery = parameters.filter((parameter) => parameter.in === 'query');
			delete paths[path];
			for (const parts of parameters.length > 0 ? statistics : []) {
				const inPath = parts.map((name) => ({
					...parameters.find((parameter) => parameter.name === name.replace(/\d$/, ''))!,
					name,
				}));
				const required = inQuery.map((parameter) => ({
					...parameter,
					required: parameter.required && (parameter.name !== 'start' || parts.length === 0),
				}));
				const template = ['/v4/stats', ...parts.map((name) => `{${name}}`)].join('/');
				paths[template] = { get: { parameters: [...inPath, ...required] } };
			}
		},
	},
	{
		defect:
			'An attachment has no "encoding", though its content has to be base64 and parts have one',
		repair({ components }) {
			const attachment = components?.schemas._v4_messages_body_attachments;
			if (attachment?.properties) attachment.properties.encoding = { type: 'string' };
		},
	},
	{
		defect:
			'What changes callbacks is listed as query, but the official PHP client sends a JSON body',
		repair({ paths }) {
			for (const [path, item] of Object.entries(paths)) {
				for (const method of changes) {
					const operation = item[method];
					if (!path.startsWith('/v4/callbacks') || !operation?.parameters) continue;
					const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
					const named = inQuery.map(({ name, schema }) => [name, schema ?? {}] as const);
					const properties = Object.fromEntries(named) as Record<string, Schema>;
					for (const parameter of inQuery) parameter.required = false;
					operation.requestBody = {
						content: { 'application/json': { schema: { type: 'object', properties } } },
					};
				}
			}
		},
	},
];

/** The defects of the vendors' documents that are known, and how each is set right. */
export const repairs: Partial<Record<ProviderName, Repair[]>> = { sakari, smtpCom };
