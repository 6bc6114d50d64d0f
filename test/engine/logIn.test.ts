import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { LogInRefused, LogInUnanswered, oneLogIn } from '../../nodes/shared/logIn';

describe('one log-in', () => {
	let count = 0;
	const token = async () => {
		count += 1;
		return await Promise.resolve(`token ${count}`);
	};
	let test = 0;
	const key = (...parts: string[]) => [`test ${test}`, ...parts];

	beforeEach(() => {
		count = 0;
		test += 1;
	});
	afterEach(() => jest.useRealTimers());

	it('serves all who ask at once, and those who come a little later', async () => {
		const tokens = await Promise.all([1, 2, 3].map(async () => await oneLogIn(key(''), token)));
		expect(tokens).toEqual(Array(3).fill('token 1'));
		expect(await oneLogIn(key(''), token)).toBe('token 1');
	});

	it('serves nobody else', async () => {
		await oneLogIn(key('ab', 'c'), token);
		expect(await oneLogIn(key('a', 'bc'), token)).toBe('token 2');
	});

	it('is made again once its token has been found expired', async () => {
		const first = await oneLogIn(key(''), token);
		expect(await oneLogIn(key(first), token)).toBe('token 2');
		expect(await oneLogIn(key(''), token)).toBe('token 3');
	});

	it('is not kept when it failed', async () => {
		const refuse = async () => await Promise.reject(new LogInRefused('no'));
		await expect(oneLogIn(key(''), refuse)).rejects.toThrow('no');
		expect(await oneLogIn(key(''), token)).toBe('token 1');
	});

	it('is shared for as long as it takes, and five seconds more', async () => {
		jest.useFakeTimers({ now: 0 });
		let finish: (token: string) => void = () => {};
		const slow = async () => await new Promise<string>((resolve) => (finish = resolve));
		const first = oneLogIn(key(''), slow);
		jest.setSystemTime(60_000);
		const second = oneLogIn(key(''), token);
		finish('slow token');
		expect(await Promise.all([first, second])).toEqual(['slow token', 'slow token']);
		jest.setSystemTime(64_999);
		expect(await oneLogIn(key(''), token)).toBe('slow token');
		jest.setSystemTime(65_000);
		expect(await oneLogIn(key(''), token)).toBe('token 1');
	});
});

it("a failed log-in comes through n8n's wrapping as it is", () => {
	const unanswered = new LogInUnanswered('no answer');
	const node = { name: 'Node', type: 'test.node' } as INode;
	const wrapped: Error = new NodeApiError(node, unanswered as unknown as JsonObject);
	expect(wrapped).toBe(unanswered);
	expect(wrapped.message).toBe('no answer');
});
