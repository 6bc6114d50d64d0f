import type { IDataObject, INodeProperties, INodeType } from 'n8n-workflow';

import { loadPack, openList, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const channels = async (options?: Parameters<typeof openList>[3]) =>
	await openList(sandbox(), 'smtpCom', 'channels', options);

/** Lets the account have other channels. */
const give = (items: IDataObject[]) =>
	sandbox().misbehave({
		provider: 'smtpCom',
		operationId: 'channel.getMany',
		behaviour: { kind: 'status', status: 200, body: { status: 'success', data: { items } } },
	});

const channelsOf = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ name: `channel ${index}`, status: 'active' }));

describe('The channels of SMTP.com', () => {
	it.each(['smtpCom', 'smtpComTrigger'])('are listed for %s, without those that are canceled', async (node) => {
		const { results, paginationToken } = await channels({ node });
		expect(results.map(({ name }) => name)).toEqual(['transactional', 'marketing', 'newsletter']);
		expect(results.map(({ value }) => value)).toEqual(['transactional', 'marketing', 'newsletter']);
		expect(paginationToken).toBeUndefined();
		expect(sandbox().requests).toHaveLength(1);
	});

	it('are searched by parts of their names', async () => {
		const { results } = await channels({ filter: ' MARK ' });
		expect(results.map(({ value }) => value)).toEqual(['marketing']);
		expect(await channels({ filter: 'nothing' })).toEqual({ results: [] });
	});

	it('are given in pieces where there are very many, and found with one request', async () => {
		give(channelsOf(10_000));
		const { results, paginationToken } = await channels();
		expect(results).toHaveLength(100);
		const { results: more } = await channels({ token: paginationToken });
		expect(more.map(({ value }) => value)).toEqual(channelsOf(200).slice(100).map(({ name }) => name));
		expect(sandbox().requests).toHaveLength(2);
		const { results: found } = await channels({ filter: '9999' });
		expect(found.map(({ value }) => value)).toEqual(['channel 9999']);
		expect(sandbox().requests).toHaveLength(3);
	});

	it('that are not there are told', async () => {
		give([{ name: 'old', status: 'cancelled' }]);
		await expect(channels()).rejects.toThrow(/has no active channel\. Create one at my\.smtp\.com/);
	});
});

/** All fields for a channel, also those in collections. */
const channelFields = (fields: INodeProperties[]): INodeProperties[] =>
	fields.flatMap((field) => [
		...(field.name === 'channel' ? [field] : []),
		...(field.type === 'collection' ? channelFields(field.options as INodeProperties[]) : []),
	]);

describe('A channel field', () => {
	it('offers the list in every place', async () => {
		const { nodeTypes } = await loadPack();
		for (const name of ['smtpCom', 'smtpComTrigger']) {
			const { description } = nodeTypes[name]!.type as INodeType;
			const types = channelFields(description.properties).map(({ type }) => type);
			expect(new Set(types)).toEqual(new Set(['resourceLocator']));
		}
	});

	it.each([
		['from the list', { __rl: true, mode: 'list', value: 'marketing' }],
		['by its name', { __rl: true, mode: 'id', value: 'marketing' }],
		['as text', 'marketing'],
	])('takes a channel %s', async (_, channel) => {
		const { error, requests } = await runNode({
			sandbox: sandbox(),
			node: 'smtpCom',
			parameters: { resource: 'statistic', operation: 'get', period: 'this_day', filters: { channel } },
		});
		expect(error).toBeUndefined();
		expect(requests[0]!.path).toBe('/v4/stats/this_day/channel/marketing');
	});
});
