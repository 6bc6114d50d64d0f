import { saying } from './model.mjs';

/** Rows of the table that the report's request carries as an attachment, without its heading. */
function attachedRows({ body }) {
	const [{ content }] = body.body.attachments;
	return Buffer.from(content, 'base64').toString().trim().split('\n').length - 1;
}

/**
 * What must be true of each example after a run, by the file's name: what is counted, how many
 * there were, and how many there must be.
 */
const facts = {
	'ai-morning-digest.json': ({ calls, messages }) => [
		['private mails read', calls('GET /mails').length, 1],
		['mails read', calls('GET /v4/messages').length, 1],
		['messages of records read', calls('POST /mail_messages/fetch_default').length, 1],
		['texts read', calls('GET /v1/accounts/{accountId}/messages').length, 1],
		['chats read', calls('POST /v2/businesses/{businessId}/chats').length, 1],
		['e-mails', messages('smtpCom', new RegExp(saying)), 1],
	],
	'error-workflow-sms.json': ({ messages }) => [
		['SMS', messages('sakari', /^n8n: "Example Workflow" failed\. Example Error Message$/), 1],
		['e-mails', messages('smtpCom', /"Node With Error".*Example Error Message/s), 1],
	],
	'five-services-one-inbox.json': ({ output }) => {
		const inbox = output('Inbox');
		const times = inbox.map(({ createdAt }) => createdAt);
		return [
			['services', new Set(inbox.map(({ provider }) => provider)).size, 5],
			['newest first', times.join() === [...times].sort().reverse().join(), true],
			['with a time in UTC', times.every((time) => /^\d{4}-.*Z$/.test(time)), true],
			['with a direction, where the service tells it', inbox.some(({ direction }) => direction), true],
		];
	},
	'ibiz-message-to-followers.json': ({ messages, items }) => [
		['followers', items('Followers'), 1],
		['e-mails', messages('smtpCom', /customer agrees/), 1],
	],
	'ibiz-post-to-record.json': ({ messages, items }) => [
		['messages on the record', messages('iBiz', /Follow-up is due/), 1],
		['threads listed', items('List Thread'), 1],
	],
	'market-chat-to-sms-and-email.json': ({ messages, items }) => [
		['chats with new messages', items('New Messages') > 0, true],
		['SMS', messages('sakari', /writes in chat \d+: ./), items('New Messages')],
		['e-mails', messages('smtpCom', /./), items('New Messages')],
	],
	'paratranz-answer-mails.json': ({ messages, calls, items }) => [
		['new mails', items('New Mail'), 1],
		['answers', messages('paraTranz', /chapter 12 due/), 1],
		['recipient', calls('POST /mails')[0]?.body.to, 20482],
	],
	'paratranz-new-mails.json': ({ calls, items }) => [
		['lists of mails read', calls('GET /mails').length > 0, true],
		['new mails', items('New Mails') > 0, true],
	],
	'sakari-campaign-from-list.json': ({ calls, messages, items }) => [
		['people', items('One by One'), 5],
		['SMS', messages('sakari', /^Hello (Ada|Ben), our shop/), 2],
		['not reached', items('Not Reached'), 3],
		['attached rows', attachedRows(calls('POST /v4/messages')[0]), 3],
	],
	'sakari-opt-out-to-contact.json': ({ calls, items }) => {
		const [{ body } = {}] = calls('PUT /v1/accounts/{accountId}/contacts/{contactId}');
		return [
			['opt-outs', items('Opt-Out'), 1],
			['tags', body?.tags.map(({ tag }) => tag).filter((tag) => tag === 'opted-out').length, 1],
			['day', /^\d{4}-\d\d-\d\d$/.test(body?.attributes.optedOutOn), true],
		];
	},
	'sakari-reminders.json': ({ messages, items }) => [
		['SMS', messages('sakari', /^Hello \w+, .* tomorrow at \d+:\d+\.$/), items('One by One')],
		['results', items('Text Reminder'), items('One by One')],
	],
	'smtpcom-bounce-to-sender.json': ({ messages, items }) => [
		['bounces', items('Bounce'), 1],
		['e-mails', messages('smtpCom', /did not reach bounce@example.com.*550 5.1.1/s), 1],
	],
	'smtpcom-daily-report.json': ({ calls, messages, items }) => [
		['e-mails', messages('smtpCom', /mails were sent yesterday/), 1],
		['attached rows', attachedRows(calls('POST /v4/messages')[0]), items("Yesterday's Mails")],
	],
	'yandex-market-ai-draft-with-approval.json': ({ calls, messages, items }) => [
		['drafts', items('Draft Answer'), 1],
		['looks at the chat', calls('POST /v2/businesses/{businessId}/chats/history').length, 1],
		['e-mails with the draft', messages('smtpCom', new RegExp(saying)), 1],
		['answers', messages('yandexMarket', /^Yes, in red too\.$/), 1],
		['messages in all', messages('yandexMarket', /./), 1],
	],
	'yandex-market-answer-chats.json': ({ messages, items }) => [
		['waiting chats', items('Waiting Chats') > 0, true],
		['answers', messages('yandexMarket', /Thank you/), items('Waiting Chats')],
	],
};

/**
 * Compares a run of an example with what it must do. `runData` is n8n's account of the nodes,
 * `requests` and `deliveries` the sandbox's. Gives a sentence for each difference.
 */
export function differences(file, { runData, requests, deliveries }) {
	const about = facts[file];
	if (!about) return ['demo/expected.mjs does not say what this example must do'];
	const output = (node) => runData[node]?.[0].data.main[0].map(({ json }) => json) ?? [];
	const found = about({
		output,
		items: (node) => output(node).length,
		calls: (endpoint) => requests.filter((request) => request.endpoint === endpoint),
		messages: (provider, text) =>
			deliveries.filter((delivery) => delivery.provider === provider && text.test(delivery.text))
				.length,
	});
	return found
		.filter(([, is, wanted]) => is !== wanted)
		.map(([what, is, wanted]) => `${what}: ${is} instead of ${wanted}`);
}
