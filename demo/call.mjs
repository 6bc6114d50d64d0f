/**
 * Makes a call, its body being JSON, on a connection of its own: one that was left idle may be closed
 * just when it is used again.
 */
export const call = async (method, url, body, headers) =>
	await fetch(url, {
		method,
		headers: {
			connection: 'close',
			...(body && { 'content-type': 'application/json' }),
			...headers,
		},
		...(body && { body: JSON.stringify(body) }),
	});
