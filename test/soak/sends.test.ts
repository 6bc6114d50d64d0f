import { acquit } from '../properties/judge';
import { sendings } from '../properties/sendings';
import { useSandbox } from '../support';
import { soakSends } from './sends';

const sandbox = useSandbox();
const sends = 200;

const cases = sendings.flatMap((sending) =>
	(sending.groups ? [false, true] : [false]).map(
		(grouped) => [sending.node, grouped ? ', joined' : '', { sending, grouped, sends }] as const,
	),
);

// `npm run soak` does so with 10,000
it.each(cases)(`${sends} sends of %s%s are delivered once or told of`, async (_, __, soak) => {
	const verdict = await soakSends(sandbox(), { ...soak, seed: 'short' });
	acquit(verdict);
	const { deliveredOnce, reportedFailed, reportedUncertain } = verdict;
	expect(deliveredOnce + reportedFailed + reportedUncertain).toBe(sends);
	expect(Math.min(deliveredOnce, reportedFailed, reportedUncertain)).toBeGreaterThan(0);
});
