import assert from 'node:assert/strict';

import { post } from '../trials.mjs';

const secret = /[\da-f]{64}/;

/** What somebody can try who knows the address but not the secret in it. */
function withoutSecret({ url, ...call }) {
	const [genuine] = secret.exec(url);
	const last = genuine.endsWith('0') ? '1' : '0';
	const guesses = [genuine.slice(0, -1) + last, genuine.slice(0, -1), '0'.repeat(64), ''];
	const urls = [url.split('?')[0], ...guesses.map((guess) => url.replace(genuine, guess))];
	return urls.map((forged) => ({ ...call, url: forged, wanted: 401 }));
}

export const forgery = {
	name: 'A forged call starts none and is refused',
	isFor: ({ trigger }) => !trigger.polls,
	parts: [
		async (trial) => {
			await trial.activate();
			const text = await trial.happen();
			await trial.wasStartedBy(text);
			const { forgeries = withoutSecret } = trial.trigger;
			const { url, headers, body } = (await trial.calls()).at(-1);
			const forged = JSON.parse(JSON.stringify(body).replaceAll(text, 'Forged'));
			for (const { wanted, ...call } of forgeries({ url, headers, body: forged })) {
				assert.equal(await post(call), wanted);
			}
			await trial.wasStartedBy(text);
		},
	],
};
