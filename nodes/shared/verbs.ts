import type { Effect, Operation, Resource } from './operation';

type Shared = 'name' | 'value' | 'method' | 'effect';

/** What an operation of a usual kind says itself; it may differ from others of its kind. */
type Own = Omit<Operation, Shared> & Partial<Pick<Operation, Shared>>;

const verb =
	(name: string, value: string, method: Operation['method'], effect: Effect) =>
	(own: Own): Operation => ({ name, value, method, effect, ...own });

/** The usual kinds of operations, in n8n's words. */
export const operation = {
	create: verb('Create', 'create', 'POST', 'change'),
	delete: verb('Delete', 'delete', 'DELETE', 'change'),
	get: verb('Get', 'get', 'GET', 'read'),
	getMany: verb('Get Many', 'getMany', 'GET', 'read'),
	reply: verb('Reply', 'reply', 'POST', 'send'),
	send: verb('Send', 'send', 'POST', 'send'),
	update: verb('Update', 'update', 'PUT', 'change'),
	upsert: verb('Create or Update', 'upsert', 'POST', 'change'),
};

/** A resource and its operations, as the editor lists them; a new node starts with the usual one. */
export const resource = (
	name: string,
	value: string,
	usual: Operation,
	operations: Operation[],
): Resource => ({ name, value, usual: usual.value, operations });
