import { quicken } from '../properties/clock';
import { useSandbox } from '../support';
import { attack } from './attack';
import { soakCalls } from './calls';
import { called } from './sources';
import { acquitTrigger } from './tally';

quicken(20);
const sandbox = useSandbox();
const messages = 400;
const calls = 200;

const cases = called.map((source) => [source.name, source] as const);

// `npm run soak` does so with 10,000 deliveries and 1000 forged calls
describe('in a short time', () => {
	it.each(cases)(
		`${messages} deliveries start the %s once each, repeated, re-ordered, amid restarts`,
		async (_, source) => {
			const verdict = await soakCalls(sandbox(), source, { messages, seed: 'short' });
			acquitTrigger(verdict);
			expect(verdict.delivered).toBe(messages);
			expect(verdict.registeredAgain).toBe(0);
		},
	);

	it.each(cases)(`${calls} forged calls of the %s are refused, and do no harm`, async (_, source) => {
		const verdict = await attack(sandbox(), source, { calls });
		acquitTrigger(verdict);
		expect(verdict.forgedAccepted).toEqual([]);
		expect(verdict.unanswered).toEqual([]);
	});
});
