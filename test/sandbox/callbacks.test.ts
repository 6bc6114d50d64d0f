import axios from 'axios';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { useSandbox } from '../support';

const sandbox = useSandbox();

let receiver: Server;
let address: string;
let received: Array<{ eventType: string; payload: { id: string; message?: string } }>;
let answers: number[];

beforeAll(async () => {
	receiver = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push(JSON.parse(Buffer.concat(chunks).toString()));
			response.writeHead(answers.shift() ?? 200).end();
		});
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});

beforeEach(async () => {
	received = [];
	answers = [];
	const { baseUrl, accountId, clientId, clientSecret } = sandbox().credentials('sakari');
	const grant = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
	const { data } = await axios.post<{ access_token: string }>(`${baseUrl}/oauth2/token`, grant);
	const headers = { Authorization: `Bearer ${data.access_token}` };
	const webhook = { url: address, eventTypes: ['message-received'] };
	await axios.post(`${baseUrl}/v1/accounts/${accountId}/webhooks`, webhook, { headers });
});

afterAll(() => {
	receiver.closeAllConnections();
	receiver.close();
});

const arrive = (text: string) => sandbox().happen('sakari', { eventType: 'message-received', text });

describe('a call to a registered address', () => {
	it('is made when something happens that it is registered for', async () => {
		arrive('Hello');
		sandbox().happen('sakari', { eventType: 'contact-created' });
		await sandbox().callbacksDone();
		expect(received.map(({ eventType, payload }) => [eventType, payload.message])).toEqual([
			['message-received', 'Hello'],
		]);
	});

	it('is repeated until it is answered by success, and given up at last', async () => {
		sandbox().callBackLike({ attempts: 3, interval: 1, atOnce: 1 });
		answers = [500, 404, 200, 500, 500, 500];
		arrive('first');
		arrive('second');
		await sandbox().callbacksDone();
		const { callbacks } = sandbox();
		expect(callbacks.map(({ status }) => status)).toEqual([500, 404, 200, 500, 500, 500]);
		expect(callbacks.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 1, 2, 3]);
	});

	it('may come twice and in another order', async () => {
		sandbox().callBackLike({ duplicates: 1, window: 10 });
		for (let index = 0; index < 20; index += 1) arrive(String(index));
		await sandbox().callbacksDone();
		const order = received.map(({ payload }) => Number(payload.message));
		expect(order).toHaveLength(40);
		expect(new Set(order).size).toBe(20);
		expect(order).not.toEqual([...order].sort((one, other) => one - other));
	});

	it('may be caused from outside', async () => {
		const event = { eventType: 'message-received', text: 'From outside' };
		await axios.post(`${sandbox().url}/_sandbox/happen/sakari`, event);
		await sandbox().callbacksDone();
		expect(received).toHaveLength(1);
		const { data } = await axios.get<object[]>(`${sandbox().url}/_sandbox/callbacks`);
		expect(data).toMatchObject([{ provider: 'sakari', attempt: 1, status: 200 }]);
	});

	it('go out as they are told from outside', async () => {
		answers = [500, 500, 500];
		const control = `${sandbox().url}/_sandbox`;
		await axios.post(`${control}/callbacks`, { attempts: 2, interval: 1 });
		await axios.post(`${control}/happen/sakari`, { eventType: 'message-received', text: 'In vain' });
		await sandbox().callbacksDone();
		expect(sandbox().callbacks.map(({ status }) => status)).toEqual([500, 500]);
	});

	it('is not made after a reset', async () => {
		answers = [500, 500];
		sandbox().callBackLike({ interval: 10_000 });
		arrive('lost');
		sandbox().reset();
		await sandbox().callbacksDone();
		expect(sandbox().callbacks).toEqual([]);
	});
});
