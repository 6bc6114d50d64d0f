import assert from 'node:assert/strict';

import { post } from '../trials.mjs';

const secret = /[\da-f]{64}/;

/** What somebody can try who knows the address but not its secret. */
function forgeries(url) {
	const [genuine] = secret.exec(url);
	const last = genuine.endsWith('0') ? '1' : '0';
	const guesses = [genuine.slice(0, -1) + last, genuine.slice(0, -1), '0'.repeat(64), ''];
	return [url.split('?')[0], ...guesses.map((guess) => url.replace(genuine, guess))];
}

export const forgery = {
	name: 'A forged call starts none and gets 401',
	isFor: (trial) => 'webhooks' in trial.trigger,
	parts: [
		async (trial) => {
			await trial.activate();
			const text = await trial.happen();
			await trial.wasStartedBy(text);
			const [{ url, headers, body }] = await trial.calls();
			const forged = JSON.parse(JSON.stringify(body).replaceAll(text, 'Forged'));
			for (const address of forgeries(url)) {
				assert.equal(await post(address, forged, headers), 401);
			}
			await trial.wasStartedBy(text);
		},
	],
};
