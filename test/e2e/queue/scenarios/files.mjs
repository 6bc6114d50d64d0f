import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';

import { allEnded } from '../runs.mjs';
import { sender } from '../services.mjs';
import { called, packNode, series } from '../workflows.mjs';

const size = 2_000_000;
const name = 'Накладная 发票.bin';

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

const record = {
	resource: 'attachment',
	model: 'crm_lead',
	recordId: '5e05d8448f8461dada9b0000',
};

/** Sends the file that it is called with on to a chat. */
const passOn = {
	path: 'file-to-chat',
	steps: [
		packNode('Send File', 'yandexMarket', {
			resource: 'file',
			operation: 'send',
			businessId: '924574',
			chatId: '11870001',
			inputDataFieldName: 'file',
		}),
	],
};

/** Uploads the file, downloads it, and sends it by e-mail. */
const roundTrip = {
	path: 'file-to-record-to-mail',
	steps: [
		packNode('Upload', 'iBiz', { ...record, operation: 'upload', inputDataFieldName: 'file' }),
		packNode('Download', 'iBiz', {
			...record,
			operation: 'download',
			attachmentId: '={{ $json.id }}',
			binaryPropertyName: 'data',
		}),
		sender('smtpCom', { text: 'See the file', additionalFields: { attachments: 'data' } }),
	],
};

async function callWith(content, { path, steps }, { rest, stores, url }) {
	const workflow = await rest.createWorkflow(series(path, called(path), ...steps));
	await rest.activate(workflow);
	const form = new FormData();
	form.set('file', new Blob([content]), name);
	const answer = await fetch(`${url}/webhook/${path}`, { method: 'POST', body: form });
	assert.equal(answer.status, 200);
	const ended = await allEnded(stores, workflow, 1);
	await rest.deactivate(workflow);
	assert.deepEqual(ended, { success: 1 });
}

export const files = {
	name: 'Files go from process to process through the database and stay as they are',
	async run(stack) {
		const { sandbox, say, stores } = stack;
		const { requests } = sandbox;
		const content = randomBytes(size);
		const wanted = sha256(content);
		await callWith(content, passOn, stack);
		await callWith(content, roundTrip, stack);
		const chat = requests.find(({ endpoint = '' }) => endpoint.endsWith('/chats/file/send'));
		const mail = requests.find(({ endpoint }) => endpoint === 'POST /v4/messages');
		const [sent] = chat.files;
		const [attached] = mail.body.body.attachments ?? mail.body.attachments;
		const sentHash = sha256(sent.content);
		const mailedHash = sha256(Buffer.from(attached.content, 'base64'));
		const stored = await stores.query(`select encode(sha256(data), 'hex') from binary_data`);
		say(
			`${size} bytes: sent to a chat ${sentHash === wanted ? 'unchanged' : 'CHANGED'}; uploaded, downloaded and sent as an attachment ${mailedHash === wanted ? 'unchanged' : 'CHANGED'}; ${stored.split('\n').length} copies in the database`,
		);
		assert.equal(sentHash, wanted);
		assert.equal(sent.name, name);
		assert.equal(mailedHash, wanted);
		// Two calls, and what was downloaded
		assert.deepEqual(stored.split('\n'), [wanted, wanted, wanted]);
	},
};
