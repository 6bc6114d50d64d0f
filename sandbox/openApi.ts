import {
	OpenAPIBackend,
	OpenAPIRouter,
	OpenAPIValidator,
	type Document,
	type Operation as AnyOperation,
} from 'openapi-backend';

import { closed, type Schema } from './closed';
import { formats } from './formats';
import type { RecordedRequest } from './types';

/** What is checked of a request. */
export type Checked = Pick<
	RecordedRequest,
	'method' | 'path' | 'query' | 'headers' | 'body' | 'files'
>;

/** An operation with its id filled in; schemas are without references and closed. */
export interface Operation {
	operationId: string;
	method: string;
	path: string;
	requestBody?: { required?: boolean; content: Record<string, { schema?: Schema }> };
}

export interface OpenApi {
	operations: Operation[];
	/** The operation of a request; 404 for an unknown path, 405 for an unknown method. */
	find: (method: string, path: string) => Operation | 404 | 405;
	/** Values of the path parameters, decoded. */
	params: (operation: Operation, path: string) => Record<string, string>;
	/** Whether the operation takes a body of this request's content type. */
	takes: (operation: Operation, request: Checked) => boolean;
	/** What of the request breaks the document, in sentences; content type and path set aside. */
	problems: (operation: Operation, request: Checked) => string[];
}

type Content = Record<string, { schema?: Schema }>;
type Parameter = { in: string; name: string; schema?: Schema };

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** The content type without its parameters, in lower case; empty without one. */
export const mediaType = (headers: Record<string, string>) =>
	(headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Gives every operation an id and closes the schemas of its bodies. */
function prepare(document: Document): void {
	for (const [path, item] of Object.entries(document.paths ?? {})) {
		for (const method of methods) {
			const operation = item?.[method];
			if (!operation) continue;
			operation.operationId ??= `${method.toUpperCase()} ${path}`;
			const content: Content = (operation.requestBody as Operation['requestBody'])?.content ?? {};
			for (const media of Object.values(content)) {
				if (media.schema) media.schema = closed(media.schema);
			}
		}
	}
}

/** A form as its schema describes it: files beside fields, and a list where a list is wanted. */
function formBody({ body, files }: Checked, schema: Schema | undefined): unknown {
	const form: Record<string, unknown> = { ...(body as object | undefined) };
	for (const file of files) {
		const before = form[file.field];
		form[file.field] = before === undefined ? file : [before, file].flat();
	}
	for (const [name, property] of Object.entries(schema?.properties ?? {})) {
		if (property.type === 'array' && form[name] !== undefined) form[name] = [form[name]].flat();
	}
	return form;
}

const jsonType = 'application/json';
const formTypes = ['multipart/form-data', 'application/x-www-form-urlencoded'];

function bodyToCheck(operation: Operation, request: Checked): unknown {
	const type = mediaType(request.headers);
	if (formTypes.includes(type)) {
		return formBody(request, operation.requestBody?.content[type]?.schema);
	}
	// The library reads a bare string as JSON text.
	const isText = typeof request.body === 'string' && type === jsonType;
	return isText ? JSON.stringify(request.body) : request.body;
}

/** Text and bytes are taken as they are: the library knows schemas of JSON and forms only. */
const isPlain = (type: string) => type !== '' && type !== jsonType && !formTypes.includes(type);

/** Names of query parameters that log in; they stand under the security schemes only. */
function queryKeys({ components }: Document): string[] {
	const schemes = Object.values(components?.securitySchemes ?? {});
	return schemes.flatMap((scheme) =>
		'in' in scheme && scheme.in === 'query' ? [scheme.name] : [],
	);
}

const without = (query: RecordedRequest['query'], names: string[]) =>
	Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));

interface Failure {
	instancePath: string;
	message?: string;
	params: Record<string, unknown>;
}

const isAboutBody = ({ instancePath, params }: Failure) =>
	instancePath.startsWith('/requestBody') || params.missingProperty === 'requestBody';

function sentence({ instancePath, message, params }: Failure): string {
	if (params.missingProperty === 'requestBody') return 'the body is missing';
	const place = instancePath.replace(/^\/requestBody/, 'body').replace(/^\//, '');
	const detail = params.additionalProperty ?? params.allowedValues;
	return `${place || 'request'} ${message ?? 'is invalid'}${detail ? ` (${String(detail)})` : ''}`;
}

/** A copy in which every part stands once; a part that holds itself goes on holding itself. */
function unshared<T>(part: T, above: unknown[] = []): T {
	if (typeof part !== 'object' || part === null || above.includes(part)) return part;
	const inside = [...above, part];
	if (Array.isArray(part)) return part.map((one: unknown) => unshared(one, inside)) as T;
	const copies = Object.entries(part).map(([name, one]) => [name, unshared(one as unknown, inside)]);
	return Object.fromEntries(copies) as T;
}

/**
 * Loads an OpenAPI 3 document for checking requests. Objects with listed properties refuse others
 * unless they say `additionalProperties`; unknown query parameters are refused.
 *
 * @param document the parsed document; it is not changed
 * @throws where the document is not valid OpenAPI, if `strict`
 */
export async function loadOpenApi(document: object, strict: boolean): Promise<OpenApi> {
	const loader = new OpenAPIBackend({
		definition: structuredClone(document) as Document,
		strict,
		quick: !strict,
		validate: false,
	});
	const { definition: resolved } = await loader.init();
	prepare(resolved);
	// The validator mistakes a part that stands in several places for one that holds itself
	const definition = unshared(resolved);
	const router = new OpenAPIRouter({ definition, ignoreTrailingSlashes: false });
	const operations = router.getOperations();
	// The library derives the list anew for each request.
	router.getOperations = () => operations;
	const validator = new OpenAPIValidator({
		definition,
		router,
		lazyCompileValidators: true,
		ajvOpts: { allErrors: true, logger: false },
		customizeAjv: (ajv) =>
			Object.entries(formats).reduce((to, entry) => to.addFormat(...entry), ajv),
	});
	const keys = queryKeys(definition);

	return {
		operations: operations as unknown as Operation[],
		find(method, path) {
			const request = { method, path, headers: {} };
			try {
				decodeURIComponent(path);
				return router.matchOperation(request, true) as unknown as Operation;
			} catch (refusal) {
				return (refusal as Error).message.startsWith('405') ? 405 : 404;
			}
		},
		params(operation, path) {
			const request = { method: operation.method, path, headers: {} };
			return router.parseRequest(request, operation as unknown as AnyOperation).params;
		},
		takes(operation, request) {
			const type = mediaType(request.headers);
			const empty = request.body === undefined && request.files.length === 0;
			return (empty && type === '') || type in (operation.requestBody?.content ?? {});
		},
		problems(operation, request) {
			const known = operation as unknown as AnyOperation & { parameters: Parameter[] };
			const body = bodyToCheck(operation, request);
			const { method, path, headers } = request;
			const query = without(request.query, keys);
			const result = validator.validateRequest({ method, path, query, headers, body }, known);
			const failures = (result.errors ?? []) as Failure[];
			const plain = isPlain(mediaType(headers));
			const counting = failures.filter((failure) => !plain || !isAboutBody(failure));
			return [...new Set(counting.map(sentence))];
		},
	};
}
