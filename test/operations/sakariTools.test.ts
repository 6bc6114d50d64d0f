import { type NodeRun, provesOperation, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const photo = (index: number) => ({
	name: `写真 ${index}.png`,
	mimeType: 'image/png',
	content: Buffer.alloc(1000 + index, Buffer.from([...Array(256).keys()])),
});

const tooLarge = {
	kind: 'status',
	status: 413,
	body: { success: false, error: { code: 'MSG-007', message: 'File is too large' } },
} as const;

provesOperation(sandbox, {
	node: 'sakari',
	resource: 'file',
	operation: 'share',
	endpoint: 'POST /v1/tools/sharefile',
	parameters: { inputDataFieldName: 'photo' },
	item: (index) => ({ index }),
	files: (index) => ({ photo: photo(index) }),
	bad: { index: 1 },
	refusal: tooLarge,
	sent({ path, query, headers, files }, { index }) {
		expect(path).toBe('/v1/tools/sharefile');
		expect(query).toEqual({});
		expect(headers.authorization).toMatch(/^Bearer \w+\.\w+\.\w+$/);
		expect(files).toEqual([{ field: 'media', ...photo(Number(index)) }]);
	},
	given(items) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toEqual({
			link: expect.stringMatching(/^https:/),
			expires: expect.stringMatching(/^\d{4}-/),
		});
	},
});

provesOperation(sandbox, {
	node: 'sakari',
	resource: 'account',
	operation: 'getBalance',
	endpoint: 'GET /v1/accounts/{accountId}/balance',
	parameters: {},
	item: (index) => ({ index }),
	bad: { index: 'refused' },
	refusal: {
		kind: 'status',
		status: 403,
		body: { success: false, error: { code: 'ACCT-008', message: 'Account ID is invalid' } },
	},
	sent({ path, query, body }) {
		expect(path).toBe('/v1/accounts/65f0c0ffee0000000000a001/balance');
		expect([query, body]).toEqual([{}, undefined]);
	},
	given: (items) =>
		expect(items.map(({ json }) => json)).toEqual([
			{ balance: 48.62, country: 'US', segmentPrice: 0.012, segments: 4051 },
		]),
});

const run = async (parameters: NodeRun['parameters'], more: Partial<NodeRun> = {}) =>
	await runNode({ sandbox: sandbox(), node: 'sakari', parameters, ...more });

describe('sakari file.share', () => {
	const share = { resource: 'file', operation: 'share' };

	it.each(['memory', 'disk'] as const)('sends a file byte for byte, kept in %s', async (binaryMode) => {
		const { error, requests } = await run(share, { binaryMode, files: [{ data: photo(7) }] });
		expect(error).toBeUndefined();
		expect(requests[0]!.files).toEqual([{ field: 'media', ...photo(7) }]);
	});

	it('reaches Sakari through a base URL with a path', async () => {
		const baseUrl = `${sandbox().baseUrl('sakari')}/`;
		const credentials = { ...sandbox().credentials('sakari'), baseUrl };
		const { error } = await run(share, { credentials, files: [{ data: photo(7) }] });
		expect(error).toBeUndefined();
	});

	it('sends nothing where the item has no such file', async () => {
		const { error, requests } = await run({ ...share, inputDataFieldName: 'photo' });
		expect(error?.message).toContain("names the binary field 'photo', which this item does not have");
		expect(requests).toHaveLength(0);
	});

	it('gives a link that a message can show', async () => {
		const { items } = await run(share, { files: [{ data: photo(7) }] });
		const mms = { messageType: 'MMS', mediaUrls: '={{ $json.link }}', template: 'Look' };
		const message = { resource: 'message', operation: 'send', phoneNumber: '+12025550180' };
		const sent = await run({ ...message, ...mms }, { items: [items[0]!.json] });
		expect(sent.items[0]!.json).toMatchObject({ attachments: [{ url: items[0]!.json.link }] });
	});
});

describe('sakari account.getBalance', () => {
	it('tells what a message has cost', async () => {
		const account = { resource: 'account', operation: 'getBalance' };
		const message = { resource: 'message', operation: 'send', phoneNumber: '+12025550180' };
		await run({ ...message, template: 'x'.repeat(200) });
		expect((await run(account)).items[0]!.json).toMatchObject({ balance: 48.596 });
	});
});
