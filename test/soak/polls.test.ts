import { quicken } from '../properties/clock';
import { useSandbox } from '../support';
import { soakPolls } from './polls';
import { polled } from './sources';
import { acquitTrigger } from './tally';

quicken(20);
const sandbox = useSandbox();
const messages = 600;
let trouble = 0;

// `npm run soak` does so with 10,000
it.each(polled.map((source) => [source.name, source] as const))(
	`${messages} messages start the %s once each, in a service full of trouble`,
	async (_, source) => {
		const verdict = await soakPolls(sandbox(), source, { messages, seed: 'short' });
		acquitTrigger(verdict);
		expect(verdict.delivered).toBe(messages);
		trouble += verdict.failedReads;
	},
);

it('is a trial, for reads do fail', () => expect(trouble).toBeGreaterThan(0));
