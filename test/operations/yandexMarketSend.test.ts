import type { IDataObject } from 'n8n-workflow';

import { type NodeRun, useSandbox } from '../support';
import { bytes, firstChat, nodeOf } from './yandexMarket';

const sandbox = useSandbox();
const run = nodeOf(sandbox);

const text = 'Заказ передан в доставку';

const forbidden: IDataObject = {
	status: 'ERROR',
	errors: [{ code: 'FORBIDDEN', message: 'Access denied' }],
};

describe('yandexMarket message.send', () => {
	const send = async (message: string, more: Partial<NodeRun> = {}) =>
		await run('message', 'send', { chatId: firstChat, message }, more);

	it('sends a text of 4096 characters and refuses a longer one', async () => {
		expect((await send('я'.repeat(4096))).error).toBeUndefined();
		const { error, requests } = await send('я'.repeat(4097));
		expect(error?.message).toBe("'Text' must have at most 4096 characters, but has 4097");
		expect(requests).toHaveLength(0);
	});

	it.each(['', ' \n'])('refuses the empty text %j', async (message) => {
		const { error, requests } = await send('={{ $json.message }}', { items: [{ message }] });
		expect(error?.message).toBe("'Text' must not be empty");
		expect(requests).toHaveLength(0);
	});

	const many = Array.from({ length: 20 }, (_, index) => ({ index }));
	const delivered = () => sandbox().deliveries.map((delivery) => delivery.text);
	const expected = many.map(({ index }) => `Сообщение ${index}`).sort();

	const limitParallel = (parallel: number) => {
		sandbox().limit('yandexMarket', { parallel });
		const behaviour = { kind: 'late', milliseconds: 150 } as const;
		sandbox().misbehave({ provider: 'yandexMarket', behaviour });
	};

	it('has at most four requests of a business under way', async () => {
		limitParallel(4);
		const { error, requests } = await send('=Сообщение {{ $json.index }}', { items: many });
		expect(error).toBeUndefined();
		expect(delivered().sort()).toEqual(expected);
		expect(requests.map(({ status }) => status)).toEqual(many.map(() => 200));
		expect(sandbox().mostAtOnce('yandexMarket')).toBe(4);
	});

	it('does not let a user have more than four', async () => {
		limitParallel(4);
		const parameters = { chatId: firstChat, message: text, requestOptions: { requestsAtOnce: 20 } };
		const { error, requests } = await run('message', 'send', parameters, { items: many });
		expect(error?.message).toBe("'Requests at Once' must be at most 4");
		expect(requests).toHaveLength(0);
	});

	it('waits when another program has requests of the business under way', async () => {
		limitParallel(3);
		const { error, requests } = await send('=Сообщение {{ $json.index }}', { items: many });
		expect(error).toBeUndefined();
		expect(requests.some(({ status }) => status === 420)).toBe(true);
		expect(delivered().sort()).toEqual(expected);
	});

	const limited = (milliseconds: number) =>
		sandbox().misbehave({
			provider: 'yandexMarket',
			after: 5,
			times: 1,
			behaviour: { kind: 'limited', milliseconds },
		});

	it('waits as long as the header says when the requests of the hour are used up', async () => {
		limited(4000);
		const { error, requests } = await send('=Сообщение {{ $json.index }}', { items: many });
		expect(error).toBeUndefined();
		expect(delivered().sort()).toEqual(expected);
		const refused = requests.find(({ status }) => status === 420)!;
		expect(requests.at(-1)!.at - refused.at).toBeGreaterThanOrEqual(2500);
	});

	it('tells when to try again when that is longer than the user allows', async () => {
		limited(3_000_000);
		// Of its own, because the node waits on behalf of all that use a credential.
		const settings = { credentials: { yandexMarketApi: { id: '2', name: 'Used up' } } };
		const { error } = await send('=Сообщение {{ $json.index }}', { items: many, settings });
		expect(error?.message).toMatch(/asks to slow down. Try again after \d{4}-\d\d-\d\dT/);
		expect(new Set(delivered()).size).toBe(delivered().length);
	});

	it('may do other things while the requests of one kind are used up', async () => {
		const settings = { credentials: { yandexMarketApi: { id: '3', name: 'Used up' } } };
		const behaviour = { kind: 'limited', milliseconds: 3_000_000 } as const;
		sandbox().misbehave({ provider: 'yandexMarket', times: 1, behaviour });
		expect((await send(text, { settings })).error?.message).toContain('asks to slow down');
		const { items } = await run('message', 'getMany', { chatId: firstChat }, { settings });
		expect(items).toHaveLength(50);
	});

	it.each([
		['a cut connection', { kind: 'cut', when: 'after' }],
		['a status of 500', { kind: 'status', status: 500, body: forbidden }],
		['an HTML page', { kind: 'html', status: 200 }],
	] as const)('does not send again after %s', async (_, behaviour) => {
		sandbox().misbehave({ provider: 'yandexMarket', times: 1, behaviour });
		const { error, requests } = await send(text);
		expect(requests).toHaveLength(1);
		expect(error?.message).toContain('It may have been sent');
		expect(error?.description).toContain('Message: Get Many');
	});

	it('takes an answer that says ERROR as a refusal, whatever its status', async () => {
		const behaviour = { kind: 'status', status: 200, body: forbidden } as const;
		sandbox().misbehave({ provider: 'yandexMarket', times: 1, behaviour });
		const { error } = await send(text);
		expect(error?.message).toBe('Yandex Market refused the request: Access denied, code FORBIDDEN');
	});
});

describe.each(['memory', 'disk'] as const)('yandexMarket file.send, binary data in %s', (mode) => {
	const send = async (content: Buffer, name: string) =>
		await run(
			'file',
			'send',
			{ chatId: firstChat, inputDataFieldName: 'photo' },
			{ binaryMode: mode, files: [{ photo: { name, content, mimeType: 'image/jpeg' } }] },
		);

	it.each([
		['empty.jpg', 0],
		['фото заказа.jpg', 1],
		['订单照片.jpg', 1_000_000],
		['🧾 №7; "копия".jpg', 5_000_000],
	])('sends %j of %d bytes byte for byte', async (name, size) => {
		const { error, requests } = await send(bytes(size), name);
		expect(error).toBeUndefined();
		const [file] = requests[0]!.files;
		expect(file).toMatchObject({ field: 'file', name, mimeType: 'image/jpeg' });
		expect(file!.content.equals(bytes(size))).toBe(true);
	});

	it('refuses a larger file before anything is sent', async () => {
		const { error, requests } = await send(Buffer.alloc(5_000_001), 'large.jpg');
		expect(error?.message).toBe(
			"'Input Data Field Name' holds more than 5000000 bytes, the most that is taken",
		);
		expect(requests).toHaveLength(0);
	});
});
