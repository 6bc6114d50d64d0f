import { events as offered } from '../../nodes/SmtpCom/events';
import { runNode } from '../support';
import { recipients, useSmtpCom, type Callback } from './smtpCom';

const { sandbox, host, ask, callbacks, callbackOf, happen } = useSmtpCom();

const registerOther = async (event: string, address: string, channel = 'marketing') =>
	await ask('POST', `/${event}`, { channel, medium: 'http', address });

const marketing = { channel: 'marketing' };

const foreign = 'https://elsewhere.example/hook?key=theirs';

describe('SMTP.com Trigger: its registration', () => {
	it('is made when the workflow is activated, serves, and is taken away again', async () => {
		const trigger = await host(['failed', 'clicked']);
		expect(await trigger.activate()).toBe(true);
		const all = await callbacks();
		expect(all.map(({ channel, event }) => [channel, event])).toEqual([
			['marketing', 'failed'],
			['marketing', 'clicked'],
		]);
		for (const { address, event } of all) {
			const { origin, pathname, searchParams } = new URL(address);
			expect(`${origin}${pathname}`).toBe(trigger.address());
			expect(searchParams.get('secret')).toMatch(/^[\da-f]{64}$/);
			expect(searchParams.get('event')).toBe(event);
		}
		await happen({ event: 'clicked' });
		expect(trigger.started.production.flat()).toMatchObject([
			{ json: { channel: 'marketing', event: 'clicked', payload: { rcpt_to: 'ada@example.com' } } },
		]);
		await trigger.deactivate();
		expect(await callbacks()).toEqual([]);
		expect(trigger.stored).toBe('{"node:Trigger":{}}');
	});

	it('can be for every event, and tells which, whatever the labels are', async () => {
		const all = offered.map(({ value }) => String(value));
		const trigger = await host(all);
		await trigger.activate();
		for (const event of all) sandbox().happen('smtpCom', { channel: 'marketing', event });
		await sandbox().callbacksDone();
		const seen = trigger.started.production.flat().map(({ json }) => json.event);
		expect([...seen].sort()).toEqual([...all].sort());
	});

	it('serves mails that the node sends', async () => {
		const trigger = await host(['delivered', 'failed']);
		await trigger.activate();
		const { items } = await runNode({
			sandbox: sandbox(),
			node: 'smtpCom',
			parameters: {
				...{ resource: 'message', operation: 'send', channel: 'marketing' },
				...{ fromEmail: 'a@acme.example', to: 'ada@example.com, bounce@example.com' },
				...{ subject: 'Hi', emailFormat: 'text', text: 'Hi' },
			},
		});
		await sandbox().callbacksDone();
		const told = trigger.started.production.flat().map(({ json }) => json);
		const tracking = { tracking_id: items[0]!.json.msg_id };
		expect(told).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ event: 'delivered', payload: expect.objectContaining(tracking) as object }),
				expect.objectContaining({ event: 'failed', payload: expect.objectContaining(tracking) as object }),
			]),
		);
		expect(told).toHaveLength(2);
	});

	it('is found again after a restart, by its address, with one request', async () => {
		const trigger = await host(['failed', 'opened']);
		await trigger.activate();
		const before = await callbacks();
		trigger.restart();
		expect(await trigger.activate()).toBe(false);
		trigger.stored = '{}';
		const { length } = sandbox().requests;
		expect(await trigger.activate()).toBe(false);
		expect(sandbox().requests.slice(length).map(({ endpoint }) => endpoint)).toEqual(['GET /v4/callbacks']);
		expect(await callbacks()).toEqual(before);
		await happen({ event: 'opened' });
		expect(recipients(trigger)).toEqual(['ada@example.com']);
	});

	it('is restored when somebody has removed a part of it', async () => {
		const trigger = await host(['failed', 'opened']);
		await trigger.activate();
		await ask('DELETE', '/opened', marketing, marketing);
		expect(await trigger.activate()).toBe(true);
		for (const event of ['failed', 'opened']) await happen({ event });
		expect(recipients(trigger)).toHaveLength(2);
		expect(await callbacks()).toHaveLength(2);
	});

	it('is restored when somebody has led an event to the address of another', async () => {
		const trigger = await host(['failed', 'opened']);
		await trigger.activate();
		const { address } = (await callbackOf('failed'));
		await ask('PATCH', '/opened', { channel: 'marketing', address });
		expect(await trigger.activate()).toBe(true);
		await happen({ event: 'opened' });
		expect(trigger.started.production.flat().map(({ json }) => json.event)).toEqual(['opened']);
	});

	it('is made anew for another channel and other events, without leftovers of its own', async () => {
		const trigger = await host(['failed', 'opened']);
		await registerOther('clicked', foreign);
		await registerOther('failed', foreign, 'newsletter');
		await trigger.activate();
		trigger.parameters = { simplify: false, channel: 'transactional', events: ['opened', 'failed'] };
		expect(await trigger.activate()).toBe(true);
		trigger.parameters = { simplify: false, channel: 'transactional', events: ['opened'] };
		expect(await trigger.activate()).toBe(true);
		expect((await callbacks()).map(({ channel, event }) => `${channel} ${event}`)).toEqual([
			'marketing clicked',
			'newsletter failed',
			'transactional opened',
		]);
		await trigger.deactivate();
		expect((await callbacks()).map(({ address }) => address)).toEqual([foreign, foreign]);
	});

	it('is taken away also when the part of a channel is gone, or its answer got lost', async () => {
		const trigger = await host(['failed', 'opened', 'clicked']);
		await trigger.activate();
		sandbox().misbehave({
			operationId: 'callback.delete',
			times: 1,
			behaviour: { kind: 'cut', when: 'after' },
		});
		await trigger.deactivate();
		expect(await callbacks()).toEqual([]);
		const deletes = sandbox().requests.filter(({ method }) => method === 'DELETE');
		expect(deletes.map(({ status }) => status)).toEqual([0, 400, 200, 200]);
	});

	it('that cannot be taken away is told', async () => {
		const trigger = await host();
		await trigger.activate();
		const body = { status: 'fail', data: { error: 'not now' } };
		const behaviour = { kind: 'status', status: 400, body } as const;
		sandbox().misbehave({ operationId: 'callback.delete', behaviour });
		await expect(trigger.deactivate()).rejects.toThrow('SMTP.com refused the request: not now');
	});

	it('that got an unclear answer is found and used', async () => {
		const trigger = await host(['failed', 'opened']);
		const behaviour = { kind: 'cut', when: 'after' } as const;
		sandbox().misbehave({ operationId: 'callback.create', after: 1, times: 1, behaviour });
		await expect(trigger.activate()).rejects.toThrow('did not confirm the request');
		expect(await trigger.activate()).toBe(false);
		await happen({ event: 'opened' });
		expect(recipients(trigger)).toHaveLength(1);
	});

	it('that is made in part leaves nothing when n8n gives it up', async () => {
		const trigger = await host(['failed', 'opened']);
		const body = { status: 'fail', data: { address: 'could not be reached' } };
		const behaviour = { kind: 'status', status: 400, body } as const;
		sandbox().misbehave({ operationId: 'callback.create', after: 1, behaviour });
		await expect(trigger.activate()).rejects.toThrow('address: could not be reached');
		await trigger.deactivate();
		expect(await callbacks()).toEqual([]);
	});

	it('tells why it cannot be made, without its secret', async () => {
		const trigger = await host();
		let echoed = '';
		const body = { status: 'fail', data: { address: '' } };
		sandbox().misbehave({
			operationId: 'callback.create',
			when(request) {
				echoed = (request.body as Callback).address;
				body.data.address = `not reachable: ${echoed}`;
				return true;
			},
			behaviour: { kind: 'status', status: 400, body },
		});
		const told = await trigger.activate().then(() => undefined, (reason: Error) => reason);
		expect(told!.message).toContain('SMTP.com refused the request: address: not reachable: http');
		expect(JSON.stringify(told)).not.toContain(new URL(echoed).searchParams.get('secret'));
	});
});

describe('SMTP.com Trigger: its channel', () => {
	it.each(['markting', 'Marketing', 'old'])('that is not there is told: %s', async (channel) => {
		const trigger = await host(['failed'], {}, channel);
		await expect(trigger.activate()).rejects.toThrow(
			`'Channel' is '${channel}', but the account has no such channel, or no longer. Its channels: transactional, marketing, newsletter`,
		);
	});

	it('that is renamed behind our back is told, and nothing is left behind', async () => {
		const trigger = await host();
		await trigger.activate();
		sandbox().happen('smtpCom', { channel: 'marketing', renamedTo: 'promotions' });
		trigger.restart();
		await expect(trigger.activate()).rejects.toThrow(
			"'Channel' is 'marketing', but the account has no such channel, or no longer. Its channels: transactional, promotions, newsletter",
		);
		expect(await callbacks()).toHaveLength(1);
		trigger.parameters = { ...trigger.parameters, channel: 'promotions' };
		await trigger.activate();
		await trigger.deactivate();
		expect(await callbacks()).toEqual([]);
	});

	it('must be said, and an event as well', async () => {
		await expect((await host(['failed'], {}, ' ')).activate()).rejects.toThrow("'Channel' must not be empty");
		await expect((await host([])).activate()).rejects.toThrow("'Events' must not be empty");
	});
});

describe('SMTP.com Trigger: addresses of others', () => {
	it('are not replaced; the error says whose they are, without what may be secret', async () => {
		await registerOther('opened', foreign);
		const trigger = await host(['failed', 'opened']);
		await expect(trigger.activate()).rejects.toThrow(
			/others have registered theirs: opened \(https:\/\/elsewhere.example\/hook\)\. .*'Replace Other Addresses'/,
		);
		await trigger.deactivate();
		expect(await callbacks()).toMatchObject([{ event: 'opened', address: foreign }]);
	});

	it('are not replaced when somebody else has taken our place', async () => {
		const trigger = await host();
		await trigger.activate();
		await ask('PATCH', '/failed', { channel: 'marketing', address: foreign });
		await expect(trigger.activate()).rejects.toThrow('others have registered theirs: failed');
		await trigger.deactivate();
		expect(await callbacks()).toMatchObject([{ address: foreign }]);
	});

	it('do not matter for other events and channels', async () => {
		await registerOther('opened', foreign);
		await registerOther('failed', foreign, 'transactional');
		const trigger = await host();
		expect(await trigger.activate()).toBe(true);
	});

	it('are replaced when it is wanted, and not put back', async () => {
		await registerOther('failed', foreign);
		await registerOther('opened', foreign);
		const trigger = await host(['failed', 'clicked'], { replaces: true });
		await trigger.activate();
		expect((await callbackOf('opened')).address).toBe(foreign);
		await happen({ event: 'failed' });
		expect(recipients(trigger)).toHaveLength(1);
		await trigger.deactivate();
		expect(await callbacks()).toMatchObject([{ event: 'opened', address: foreign }]);
	});

	it('of the same path at another n8n are those of others', async () => {
		const trigger = await host();
		const elsewhere = trigger.address().replace(/^http:\/\/[^/]+/, 'https://n8n.example');
		await registerOther('failed', elsewhere);
		await expect(trigger.activate()).rejects.toThrow(`failed (${elsewhere})`);
		await expect(trigger.listen()).rejects.toThrow(`failed (${elsewhere})`);
	});
});

describe('SMTP.com Trigger: test and production', () => {
	it('a test never takes the place of the active workflow, not even when it may replace others', async () => {
		for (const replaces of [false, true]) {
			const trigger = await host(['failed'], { replaces });
			await trigger.activate();
			await expect(trigger.listen()).rejects.toThrow(
				'for failed that is the one of this workflow, which is active. Deactivate the workflow to listen for a test event',
			);
			await trigger.stopListening();
			await happen({ event: 'failed' });
			expect(recipients(trigger)).toEqual(['ada@example.com']);
			await trigger.deactivate();
		}
	});

	it('a test may listen to events that the active workflow does not get', async () => {
		const trigger = await host();
		await trigger.activate();
		trigger.parameters = { ...trigger.parameters, events: ['opened'] };
		await trigger.listen();
		for (const event of ['failed', 'opened']) await happen({ event });
		const started = [trigger.started.production, trigger.started.test].map((runs) =>
			runs.flat().map(({ json }) => json.event),
		);
		// The active workflow has the parameters of the test here
		expect(started).toEqual([[], ['opened']]);
		await trigger.stopListening();
		expect((await callbacks()).map(({ event }) => event)).toEqual(['failed']);
	});

	it('activation waits for the end of a test, unless it may replace what is there', async () => {
		const trigger = await host();
		await trigger.listen();
		await happen({ event: 'failed' });
		expect(recipients(trigger, 'test')).toEqual(['ada@example.com']);
		await expect(trigger.activate()).rejects.toThrow(
			'The editor listens for a test event of this trigger: failed. Stop listening',
		);
		trigger.parameters = { ...trigger.parameters, options: { replaces: true } };
		await trigger.activate();
		await trigger.stopListening();
		await happen({ event: 'failed', recipients: ['bob@example.com'] });
		expect(recipients(trigger)).toEqual(['bob@example.com']);
	});
});
