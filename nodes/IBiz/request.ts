import type { IDataObject } from 'n8n-workflow';

import { type Operation, type Parameters, type Request, Unfit } from '../shared';
import { furtherFields } from './fields';

type Prepare = NonNullable<Operation['prepare']>;

const group = (parameters: Parameters, name: string) => (parameters[name] ?? {}) as IDataObject;

/** Adds what the user gave as JSON to a body in which every other field already stands. */
export const putFurtherFields: Prepare = ({ body }, parameters) => {
	const further = Object.assign(
		{},
		...['additionalFields', 'updateFields', 'filters'].map(
			(name) => group(parameters, name).furtherFields,
		),
	) as IDataObject;
	const twice = Object.keys(further).filter((name) => name in body);
	if (twice.length > 0) {
		throw new Unfit(
			`'${furtherFields.displayName}' must not contain what other fields of this node hold: ${twice.join(', ')}`,
		);
	}
	Object.assign(body, further);
};

/** Completes the body of a request about one mail thread. */
export const putThread: Prepare = (request, parameters) => {
	request.body.id = parameters.threadId as string;
	putFurtherFields(request, parameters);
};

const asQueryValue = (value: unknown) =>
	typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string);

/** Moves the fields of a body into the query, where lists and objects are written as JSON. */
export function bodyToQuery(request: Request): void {
	for (const [name, value] of Object.entries(request.body)) request.qs[name] = asQueryValue(value);
	request.body = {};
}

/** Sends `{}` where nothing else is to be sent: n8n would leave out an empty object. */
export function requireBody(request: Request): void {
	if (Object.keys(request.body).length > 0) return;
	request.body = '{}' as unknown as IDataObject;
	request.headers = { ...request.headers, 'content-type': 'application/json' };
}
