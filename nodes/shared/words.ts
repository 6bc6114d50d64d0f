/** Joins what a provider said into one line; things that are not text or numbers are left out. */
export const words = (...parts: unknown[]): string =>
	parts
		.filter((part) => (typeof part === 'string' && part.trim() !== '') || typeof part === 'number')
		.map((part) => String(part).trim())
		.join(', ');
