import { useSandbox } from '../support';
import { properties } from '.';
import { quicken } from './clock';

const sandbox = useSandbox();

quicken(20);

// `npm run soak` tries a thousand cases of each
it.each(Object.values(properties))('$says', async ({ check }) => {
	await check(sandbox, { numRuns: 30 });
});
