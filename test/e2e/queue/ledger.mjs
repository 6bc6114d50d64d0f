/**
 * What the services' own list of accepted messages says of those that were to be sent.
 *
 * @param texts what stands in each message, and in no other
 * @param deliveries of the sandbox
 */
export function count(texts, deliveries) {
	const wanted = new Map(texts.map((text) => [text, 0]));
	for (const { text } of deliveries) {
		if (wanted.has(text)) wanted.set(text, wanted.get(text) + 1);
	}
	const times = [...wanted.values()];
	const delivered = times.filter((number) => number > 0).length;
	const repeated = times.reduce((sum, number) => sum + Math.max(0, number - 1), 0);
	return { delivered, lost: texts.length - delivered, repeated };
}

export const told = ({ delivered, lost, repeated }) =>
	`${delivered} delivered, ${lost} lost, ${repeated} repeated`;
