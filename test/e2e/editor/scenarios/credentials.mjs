import assert from 'node:assert/strict';

/** The secret of each credential, and what a wrong one is answered with. */
const services = {
	iBiz: {
		displayName: 'iBiz API',
		secret: 'password',
		refusal: /Log-in not accepted/,
	},
	paraTranz: {
		displayName: 'ParaTranz API',
		secret: 'apiToken',
		refusal: /not accept this API token/,
	},
	sakari: { displayName: 'Sakari API', secret: 'clientSecret', refusal: /Log-in not accepted/ },
	smtpCom: { displayName: 'SMTP.com API', secret: 'apiKey', refusal: /not accept this API key/ },
	yandexMarket: { displayName: 'Yandex Market API', secret: 'apiKey', refusal: /not accept this/ },
};

const wrong = 'not-the-right-one';

/** What n8n says about a credential after its test. */
async function verdict(editor, expected, name) {
	const panel = editor.at('editCredential-modal');
	await panel.getByText(expected).waitFor();
	const details = panel.getByText('More details');
	if (await details.count()) await details.click();
	await editor.picture(name);
	return await panel.innerText();
}

/** A wrong secret, then the right one, of each service: both are answered clearly, and none is shown. */
export const credentials = {
	name: 'credentials',
	async trial({ sandbox, open }) {
		const editor = await open();
		for (const [service, { displayName, secret, refusal }] of Object.entries(services)) {
			const right = sandbox.credentials[service];
			const panel = await editor.newCredential(displayName);
			await editor.fillCredential({ ...right, [secret]: wrong });
			await editor.at('credential-save-button').click();
			const refused = await verdict(
				editor,
				'Couldn’t connect with these settings',
				`credential-${service}-wrong`,
			);
			assert.match(refused, refusal);
			await editor.fillCredential({ [secret]: right[secret] });
			await editor.at('credential-save-button').click();
			const accepted = await verdict(
				editor,
				'Connection tested successfully',
				`credential-${service}-right`,
			);
			const field = panel.getByTestId(`parameter-input-${secret}`).locator('input');
			assert.equal(await field.getAttribute('type'), 'password', `${displayName} hides its secret`);
			for (const said of [refused, accepted]) {
				assert.ok(!said.includes(wrong) && !said.includes(right[secret]), 'no secret is shown');
			}
		}
		await editor.close();
	},
};
