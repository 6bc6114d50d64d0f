/** Makes a function that asks a service for JSON. */
export const asking =
	(url, headers) =>
	async (method, path, body) => {
		const answer = await fetch(url + path, {
			method,
			...(body && { body: JSON.stringify(body) }),
			headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${method} ${path} is answered with ${answer.status}: ${text}`);
		return text && JSON.parse(text);
	};
