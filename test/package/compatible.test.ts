import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import type { OutputSchema } from '../outputSchema';

const root = resolve(__dirname, '../..');
const program = join(root, '.ci/compatible.mjs');
const files = {
	nodes: 'dist/types/nodes.json',
	credentials: 'dist/types/credentials.json',
	schema: 'dist/nodes/Sakari/__schema__/v1.0.0/message/get.json',
};

/** What is compared of a package: its nodes, its credentials, and one of its schemas. */
interface Pack {
	version: string;
	nodes: INodeTypeDescription[];
	credentials: Array<{ name: string; properties: INodeProperties[] }>;
	schema: OutputSchema;
}

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as never;

const today = (): Pack => ({
	version: '1.2.3',
	nodes: read(files.nodes),
	credentials: read(files.credentials),
	schema: read(files.schema),
});

/** Compares the built package with a changed one. */
function compare(change: (pack: Pack) => void) {
	const folder = mkdtempSync(join(tmpdir(), 'messaging-pack-compatible-'));
	const unpack = (name: string, { version, ...parts }: Pack) => {
		const write = (file: string, content: object) => {
			mkdirSync(dirname(join(folder, name, file)), { recursive: true });
			writeFileSync(join(folder, name, file), JSON.stringify(content));
		};
		write('package.json', { version });
		for (const [part, file] of Object.entries(files))
			write(file, parts[part as keyof typeof parts]);
	};
	const [before, now] = [today(), today()];
	change(now);
	unpack('before', before);
	unpack('now', now);
	try {
		const run = spawnSync(process.execPath, [program, 'before', 'now'], {
			cwd: folder,
			encoding: 'utf8',
		});
		expect(run.stderr).toBe('');
		return { status: run.status, told: run.stdout.trim().split('\n') };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const node = ({ nodes }: Pack, name: string) => nodes.find((one) => one.name === name)!;

/** A property of a node, of a resource where several have one of the name. */
const property = (pack: Pack, type: string, name: string, resource?: string) =>
	node(pack, type).properties.find(
		(one) =>
			one.name === name && (!resource || one.displayOptions?.show?.resource?.includes(resource)),
	)!;

const without = (options: INodeProperties['options'], value: string) =>
	(options as INodePropertyOptions[]).filter(
		(option) => (option.value ?? option.name) !== value,
	) as never;

const fine = { status: 0, told: ['0 changes that break saved workflows'] };

describe('The comparison with the version before', () => {
	it('finds nothing where nothing has changed', () =>
		expect(compare(() => undefined)).toEqual(fine));

	it('finds nothing in what saved workflows do not notice', () => {
		const result = compare((pack) => {
			const send = node(pack, 'sakari');
			send.version = [1, 1.1];
			send.properties.push({ displayName: 'More', name: 'more', type: 'string', default: '' });
			const limit = property(pack, 'sakari', 'limit');
			limit.displayName = 'At Most';
			const { show } = limit.displayOptions!;
			limit.displayOptions = { show: { ...show, '@version': [1] } };
			send.properties.push({
				...limit,
				default: 100,
				displayOptions: { show: { ...show, '@version': [1.1] } },
			});
			pack.schema.properties!.more = { type: 'string' };
		});
		expect(result).toEqual(fine);
	});

	it.each<[string, (pack: Pack) => void, string]>([
		[
			'a node that is gone',
			(pack) => pack.nodes.splice(pack.nodes.indexOf(node(pack, 'iBizTrigger')), 1),
			'iBizTrigger is gone',
		],
		[
			'a version that is gone',
			(pack) => (node(pack, 'sakari').version = [1.1]),
			'sakari has no version 1',
		],
		[
			'another operation to start with',
			(pack) => (property(pack, 'sakari', 'operation', 'message').default = 'get'),
			'sakari.message.operation has another default',
		],
		[
			'an operation that is gone',
			(pack) => {
				const operation = property(pack, 'sakari', 'operation', 'message');
				operation.options = without(operation.options, 'reply');
			},
			'sakari.message.operation no longer has reply',
		],
		[
			'another default',
			(pack) => (property(pack, 'sakari', 'limit').default = 100),
			'sakari.message.getMany.limit has another default',
		],
		[
			'a field with another name',
			(pack) => (property(pack, 'sakari', 'phoneNumber').name = 'number'),
			'sakari.message.send.phoneNumber is gone',
		],
		[
			'a field of another kind',
			(pack) => (property(pack, 'sakari', 'limit').type = 'string'),
			'sakari.message.getMany.limit was number and is string',
		],
		[
			'a field in a collection that is gone',
			(pack) => {
				const field = property(pack, 'yandexMarket', 'filters', 'chat');
				field.options = without(field.options, 'statuses');
			},
			'yandexMarket.chat.getMany.filters.statuses is gone',
		],
		[
			'a field that is new and required',
			(pack) => {
				const show = { resource: ['message'], operation: ['get'] };
				const field = {
					displayName: 'Why',
					name: 'why',
					type: 'string',
					default: '',
					required: true,
				} as const;
				node(pack, 'sakari').properties.push({ ...field, displayOptions: { show } });
			},
			'sakari.message.get.why is new and required',
		],
		[
			"a trigger's field that is gone",
			(pack) =>
				(node(pack, 'sakariTrigger').properties = node(pack, 'sakariTrigger').properties.slice(1)),
			'sakariTrigger.events is gone',
		],
		[
			'a field of a credential that is gone',
			(pack) => pack.credentials.find(({ name }) => name === 'sakariApi')!.properties.shift(),
			'sakariApi.',
		],
		[
			'an output of another form',
			(pack) => delete pack.schema.properties!.text,
			'the output of Sakari/__schema__/v1.0.0/message/get.json.text is gone',
		],
	])('finds %s', (_, change, told) => {
		const result = compare(change);
		expect(result.status).toBe(1);
		expect(result.told.join('\n')).toContain(told);
		expect(result.told.at(-1)).toMatch(/^\d+ changes .+, in a version that does not say so$/);
	});

	it.each([
		['2.0.0', 0],
		['1.3.0', 1],
	])('takes it for what it is in version %s', (version, status) => {
		const result = compare((pack) => {
			pack.version = version;
			pack.nodes.pop();
		});
		expect(result.status).toBe(status);
		expect(result.told.length).toBeGreaterThan(1);
	});
});
