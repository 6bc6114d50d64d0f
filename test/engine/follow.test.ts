import type { INodeParameters } from 'n8n-workflow';

import type { Misbehaviour, RecordedRequest } from '../../sandbox/types';
import type { NodeRun } from '../support';
import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

const contactId = (index: number) => `65f0c0ffee0000000000d00${index + 1}`;

/** Gives contacts a name, each by a GET and a PUT. */
const rename = async (count: number, more: Partial<NodeRun> = {}, parameters: INodeParameters = {}) =>
	await runNode({
		sandbox: sandbox(),
		node: 'sakari',
		parameters: {
			resource: 'contact',
			operation: 'update',
			contactId: '={{ $json.id }}',
			updateFields: { firstName: '={{ $json.name }}' },
			requestOptions: { requestsAtOnce: 1 },
			...parameters,
		},
		items: Array.from({ length: count }, (_, index) => ({ id: contactId(index), name: `New ${index}` })),
		...more,
	});

const misbehave = (operationId: string, behaviour: Misbehaviour, more = {}) =>
	sandbox().misbehave({ operationId, times: 1, behaviour, ...more });

const forbidden: Misbehaviour = { kind: 'status', status: 403, body: { success: false } };

const changes = (requests: RecordedRequest[]) =>
	requests.filter(({ method }) => method === 'PUT').map(({ path }) => path.slice(-1));

describe('A change that is the second of two requests', () => {
	it('is not made again under Retry On Fail once it was accepted', async () => {
		misbehave('contact.update', forbidden, { after: 1 });
		const { error, items, requests } = await rename(3, { settings: retrying });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.firstName)).toEqual(['New 0', 'New 1', 'New 2']);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		expect(changes(requests)).toEqual(['1', '2', '2', '3']);
	});

	it('is not made again either when only the first request of another item failed', async () => {
		misbehave('contact.get', forbidden, { after: 2 });
		const { error, requests } = await rename(3, { settings: retrying });
		expect(error).toBeUndefined();
		expect(changes(requests)).toEqual(['1', '2', '3']);
	});

	it('of unknown fate is told, and not made again', async () => {
		misbehave('contact.update', { kind: 'cut', when: 'after' }, { after: 1 });
		const { error, requests } = await rename(3, { settings: retrying });
		expect(error?.message).toBe('Sakari did not confirm the request. It may have been carried out');
		expect(error?.description).toContain('2 of 3 items were accepted');
		expect(changes(requests)).toEqual(['1', '2', '3']);
	});

	it('is made again when a person asks for it, if its fate is unknown', async () => {
		misbehave('contact.update', { kind: 'cut', when: 'after' });
		const failed = await rename(2);
		expect(changes(failed.requests)).toEqual(['1']);
		const { error, requests } = await rename(2, { retry: failed.run });
		expect(error).toBeUndefined();
		expect(changes(requests)).toEqual(['1', '2']);
	});

	it('is made in each round of a loop', async () => {
		expect(changes((await rename(1, { runs: 2 })).requests)).toEqual(['1', '1']);
	});
});

describe('The first of two requests', () => {
	it('is repeated where it only reads', async () => {
		misbehave('contact.get', { kind: 'html', status: 502 }, { times: 2 });
		const { error, requests } = await rename(1);
		expect(error).toBeUndefined();
		expect(requests.filter(({ operationId }) => operationId === 'contact.get')).toHaveLength(3);
	});

	it('is checked with all the others before anything is sent', async () => {
		const parameters = { updateFields: { email: '={{ $json.name === "New 1" ? "none" : "a@b.example" }}' } };
		const { error, requests } = await rename(3, {}, parameters);
		expect(error?.message).toContain("'Email' must be an e-mail address");
		expect(requests).toEqual([]);
	});
});

describe('A file that two requests give', () => {
	it('is got again under Retry On Fail, with its bytes', async () => {
		misbehave('file.download', { kind: 'status', status: 403, body: { message: 'No' } }, { after: 1 });
		const { error, items, content } = await runNode({
			sandbox: sandbox(),
			node: 'iBiz',
			parameters: {
				resource: 'attachment',
				operation: 'download',
				attachmentId: '={{ $json.key }}',
				requestOptions: { requestsAtOnce: 1 },
			},
			items: [{ key: 'attachment-1' }, { key: 'attachment-2' }],
			settings: retrying,
		});
		expect(error).toBeUndefined();
		for (const item of items) expect((await content(item, 'data')).length).toBeGreaterThan(0);
		expect(items).toHaveLength(2);
	});
});
