import type { IDataObject } from 'n8n-workflow';

import { provesOperation, runNode, TriggerHost, useSandbox } from '../support';

const sandbox = useSandbox();

const conversations = '65f0c0ffee0000000000e00';

provesOperation(sandbox, {
	node: 'sakari',
	resource: 'message',
	operation: 'reply',
	endpoint: 'POST /v1/accounts/{accountId}/messages',
	parameters: { messageType: 'MMS', mediaUrls: 'https://files.example.com/a.png', template: '={{ $json.text }}' },
	item: (index) => ({ threadId: `${conversations}${index + 1}`, text: `Answer ${index}` }),
	bad: { threadId: `${conversations}9`, text: 'To nobody' },
	sent(request, json) {
		expect(request.path).toBe('/v1/accounts/65f0c0ffee0000000000a001/messages');
		expect(request.body).toEqual({
			conversations: [json.threadId],
			template: json.text,
			type: 'MMS',
			media: [{ url: 'https://files.example.com/a.png' }],
		});
	},
	given(items, json) {
		expect(items).toHaveLength(1);
		expect(items[0]!.json).toMatchObject({
			...{ provider: 'sakari', direction: 'outbound', valid: 1 },
			...{ threadId: json.threadId, text: json.text },
			attachments: [{ url: 'https://files.example.com/a.png' }],
		});
	},
});

describe('sakari message.reply', () => {
	const reply = async (items: IDataObject[], parameters: IDataObject = {}) =>
		await runNode({
			sandbox: sandbox(),
			node: 'sakari',
			parameters: { resource: 'message', operation: 'reply', template: 'Thank you', ...parameters } as never,
			items,
		});

	it('goes to whoever wrote, without a word about whom', async () => {
		const trigger = await TriggerHost.start({ sandbox: sandbox(), provider: 'sakari' });
		await trigger.activate();
		for (const from of ['+12025550111', '+12025550113']) {
			sandbox().happen('sakari', { eventType: 'message-received', from, text: 'Yes' });
		}
		await sandbox().callbacksDone();
		await trigger.stop();
		const items = trigger.started.production.flat().map(({ json }) => json);
		const { error, items: replies } = await reply(items);
		expect(error).toBeUndefined();
		expect(sandbox().deliveries.map(({ to, text }) => [to, text])).toEqual([
			['+12025550111', 'Thank you'],
			['+12025550113', 'Thank you'],
		]);
		expect(replies.map(({ json }) => json.threadId)).toEqual(items.map(({ threadId }) => threadId));
	});

	it('goes into a conversation that is chosen from the list', async () => {
		const conversationId = { __rl: true, mode: 'list', value: `${conversations}3` };
		expect((await reply([{}], { conversationId })).error).toBeUndefined();
		expect(sandbox().deliveries.map(({ to }) => to)).toEqual(['+12025550112']);
	});

	it.each<[string, IDataObject, string]>([
		['the item names no conversation', {}, "'Conversation' must not be empty"],
		['there is nothing to say', { template: ' ' }, "'Message' must not be empty"],
		['an MMS is empty', { messageType: 'MMS', template: '' }, "'Message' and 'Media URLs'"],
	])('is not sent where %s', async (_, parameters, told) => {
		const items = parameters.template === undefined ? [{}] : [{ threadId: `${conversations}3` }];
		const { error, requests } = await reply(items, parameters);
		expect(error?.message).toContain(told);
		expect(requests).toEqual([]);
	});

	it('of unknown fate is told and not repeated', async () => {
		sandbox().misbehave({ operationId: 'message.send', behaviour: { kind: 'cut', when: 'after' } });
		const { error, requests } = await reply([{ threadId: `${conversations}3` }]);
		expect(error?.message).toContain('It may have been sent');
		expect(error?.description).toContain('with the conversation as filter');
		expect(requests.filter(({ operationId }) => operationId === 'message.send')).toHaveLength(1);
	});
});
