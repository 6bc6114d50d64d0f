import assert from 'node:assert/strict';

import { chain, credentialOf, node, packType, workflow } from '../workflows.mjs';

/** Nodes that load a file from one service and send it through another. */
const nodes = [
	node('Start', 'n8n-nodes-base.manualTrigger'),
	node(
		'Download',
		packType('iBiz'),
		{ resource: 'attachment', operation: 'download', attachmentId: 'attachment-1' },
		{ credentials: credentialOf('iBiz') },
	),
	node(
		'Send File',
		packType('yandexMarket'),
		{ resource: 'file', operation: 'send', businessId: '924574', chatId: '11870001' },
		{ credentials: credentialOf('yandexMarket') },
	),
];

/** A file goes through n8n as it is, wherever n8n keeps it meanwhile. */
export const filesIn =
	(mode) =>
	async ({ n8n, sandbox }) => {
		const names = nodes.map(({ name }) => name);
		const created = await n8n.rest.createWorkflow(
			workflow(`Files in ${mode}`, nodes, chain(...names)),
		);
		const { status, runData, error } = await n8n.rest.run(created, 'Start');
		assert.equal(status, 'success', error?.message);
		const [{ json, binary }] = runData.Download[0].data.main[0];
		assert.match(binary.data.id, new RegExp(`^${mode}`));
		const [sent] = sandbox.requests.findLast(({ files }) => files.length > 0).files;
		assert.deepEqual([sent.name, sent.content.length], [json.fileName, json.size]);
		assert.match(sent.content.toString('latin1'), /^%PDF/);
	};
