import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import type { Happening } from '../../sandbox/providers/yandexMarket/notifications';
import { useSandbox } from '../support';

interface Answer {
	status?: number;
	type?: string;
	body?: unknown;
	delay?: number;
}

const sandbox = useSandbox();
const proper = { version: '1.0.0', name: 'shop', time: '2026-07-16T07:02:00.321Z' };

let receiver: Server;
let address: string;
let paths: string[];
let answers: Answer[];

beforeAll(async () => {
	receiver = createServer((request, response) => {
		paths.push(request.url!);
		const { status = 200, type = 'application/json', body = proper, delay = 0 } = answers.shift() ?? {};
		request.resume().on('end', () => {
			void wait(delay).then(() =>
				response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body)),
			);
		});
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});

beforeEach(() => {
	paths = [];
	answers = [];
	sandbox().callBackLike({ attempts: 4, interval: 1 });
});

afterAll(() => {
	receiver.closeAllConnections();
	receiver.close();
});

const happen = async (event: Happening) => {
	sandbox().happen('yandexMarket', { ...event });
	await sandbox().callbacksDone();
};

const improper: Array<[string, Answer]> = [
	['another type', { type: 'text/html' }],
	['no body', { body: '' }],
	['no version', { body: { ...proper, version: undefined } }],
	['an empty name', { body: { ...proper, name: '' } }],
	['a number', { body: { ...proper, version: 1 } }],
	['a local time', { body: { ...proper, time: '2026-07-16T07:02:00' } }],
	['another status', { status: 202 }],
	['a failure', { status: 500 }],
];

describe('notifications of Yandex Market', () => {
	it('begin once a PING has been answered', async () => {
		await happen({ text: 'Before' });
		await happen({ address, appends: true });
		await happen({ text: 'After' });
		expect(paths).toEqual(['/hook/notification', '/hook/notification']);
	});

	it.each([...improper, ['a refusal', { status: 400 }] as const, ['no answer in a second', { delay: 1300 }] as const])(
		'do not begin when the PING gets %s',
		async (_, answer) => {
			answers = [answer];
			await happen({ address });
			await happen({ text: 'Never told' });
			expect(paths).toHaveLength(1);
		},
	);

	it.each(improper)('are repeated when they get %s', async (_, answer) => {
		await happen({ address });
		answers = [answer, answer];
		await happen({ text: 'Told at last' });
		expect(paths).toHaveLength(4);
	});

	it('are not repeated when they get a refusal, or an answer after a second', async () => {
		await happen({ address });
		answers = [{ status: 400 }];
		await happen({ text: 'Refused' });
		answers = [{ delay: 1300 }];
		await happen({ text: 'Late' });
		expect(paths).toHaveLength(3);
	});
});
