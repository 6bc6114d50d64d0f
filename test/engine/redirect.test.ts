import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

describe('a service that sends requests on to another host', () => {
	const arrived: IncomingMessage[] = [];
	const other = createServer((request, response) => {
		arrived.push(request);
		response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"success","data":{}}');
	});
	let location = '';

	beforeAll(async () => {
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/elsewhere?token=x`;
	});
	afterAll(() => other.close());
	beforeEach(() => arrived.splice(0));

	const send = async (status: number) => {
		sandbox().misbehave({ behaviour: { kind: 'status', status, headers: { location } } });
		return await runNode({
			sandbox: sandbox(),
			node: 'smtpCom',
			parameters: {
				resource: 'message',
				operation: 'send',
				channel: 'newsletter',
				fromEmail: 'a@example.com',
				to: 'b@example.com',
				subject: 'Hello',
				html: 'Hello',
			},
		});
	};

	it.each([301, 307, 308])('gets nothing twice, and the other host nothing at all: %d', async (status) => {
		const { error, requests } = await send(status);
		expect(error?.message).toMatch(/refused the request: it sends requests on to http:.*\/elsewhere\. Check 'Base URL'/);
		expect(JSON.stringify(error)).not.toContain('token=x');
		expect(requests).toHaveLength(1);
		expect(arrived).toEqual([]);
	});

	it.each([302, 303])('may have carried out the request: %d', async (status) => {
		const { error, requests } = await send(status);
		expect(error?.message).toMatch(/may have been sent/);
		expect(requests).toHaveLength(1);
		expect(arrived).toEqual([]);
	});
});
