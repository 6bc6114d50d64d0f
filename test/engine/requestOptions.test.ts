import type { INodeParameters } from 'n8n-workflow';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const run = async (requestOptions: INodeParameters) =>
	await runNode({
		sandbox: sandbox(),
		node: 'paraTranz',
		parameters: { resource: 'mail', operation: 'getMany', requestOptions },
	});

const wrong: Array<[string, unknown, string]> = [
	['longestWait', 'abc', "'Longest Wait (Minutes)' must be a number"],
	['longestWait', -1, "'Longest Wait (Minutes)' must be at least 0"],
	['longestWait', 121, "'Longest Wait (Minutes)' must be at most 120"],
	['timeout', -5, "'Timeout' must be at least 1"],
	['timeout', 'NaN', "'Timeout' must be a number"],
	['requestsAtOnce', 'many', "'Requests at Once' must be a number"],
	['requestsAtOnce', 0, "'Requests at Once' must be at least 1"],
	['requestsAtOnce', 51, "'Requests at Once' must be at most 50"],
	['proxy', 'nonsense', "'Proxy' must be a web address"],
	['proxy', 'socks5://127.0.0.1:1080', "'Proxy' must be a web address"],
	['allowUnauthorizedCerts', 'yes', "'Ignore SSL Issues (Insecure)' must be true or false"],
];

it.each(wrong)('refuses %s %p, and sends nothing', async (name, value, says) => {
	const { error, requests } = await run({ [name]: value as string });
	expect(error?.message.slice(0, says.length)).toBe(says);
	expect(requests).toEqual([]);
});

it('refuses a wrong switch where items can be joined', async () => {
	const { error } = await runNode({
		sandbox: sandbox(),
		node: 'sakari',
		parameters: { resource: 'message', operation: 'getMany', requestOptions: { groupItems: 'yes' } },
	});
	expect(error?.message).toBe("'Group Items' must be true or false");
});

it('are what is usual where the whole expression gives nothing', async () => {
	const { error } = await run('={{ $json.none }}' as never);
	expect(error).toBeUndefined();
});

it('takes numbers and switches as text, and the usual where an expression gives nothing', async () => {
	const { error, items } = await run({
		timeout: '20000',
		longestWait: '={{ $json.none }}',
		requestsAtOnce: '={{ "2" }}',
		allowUnauthorizedCerts: 'true',
		proxy: '',
	});
	expect(error).toBeUndefined();
	expect(items).not.toHaveLength(0);
});

it('goes through a proxy, logged in with what its address says', async () => {
	const seen: string[] = [];
	const proxy = createServer((request, response) => {
		seen.push(`${request.headers['proxy-authorization']} ${request.url}`);
		response.writeHead(403, { 'content-type': 'application/json' }).end('{}');
	});
	await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
	const { port } = proxy.address() as AddressInfo;
	for (const password of ['p%40ss', '100%', '100%25']) {
		await run({ proxy: `http://user:${password}@127.0.0.1:${port}` });
	}
	proxy.close();
	const basic = (word: string) => `Basic ${Buffer.from(word).toString('base64')} http`;
	expect(seen[0]).toContain(basic('user:p@ss'));
	expect(seen[1]).toContain(basic('user:100%'));
	expect(seen[2]).toContain(basic('user:100%'));
	expect(seen[0]).toContain('/mails');
});
