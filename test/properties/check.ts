import fc from 'fast-check';

import type { Sandbox } from '../../sandbox/types';

/** Something that must hold in all cases. */
export interface Property {
	says: string;
	/**
	 * Tries random cases in a sandbox, which forgets everything between them. Throws with the seed
	 * and the smallest case when the property does not hold.
	 */
	check: (
		sandbox: () => Sandbox,
		parameters: { numRuns: number; seed?: number },
	) => Promise<void>;
}

export const property = <T>(
	says: string,
	make: (sandbox: () => Sandbox) => fc.IAsyncPropertyWithHooks<T>,
): Property => ({
	says,
	check: async (sandbox, parameters) =>
		await fc.assert(
			make(sandbox).beforeEach(() => sandbox().reset()),
			parameters,
		),
});
