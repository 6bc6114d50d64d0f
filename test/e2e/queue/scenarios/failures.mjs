import assert from 'node:assert/strict';

import { eventually } from '../../../../demo/eventually.mjs';
import { count, told } from '../ledger.mjs';
import { allEnded, order, startSender, textsFor } from '../runs.mjs';
import { sender } from '../services.mjs';

const service = 'paraTranz';
const endpoint = { provider: service, operationId: 'createMail' };

const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1000 };

const late = { ...endpoint, behaviour: { kind: 'late', milliseconds: 300 } };

/** What comes of an answer that is lost: was the message sent or not? */
const failures = {
	'the answer to one message is lost': { kind: 'status', status: 503, carriedOut: true },
	'one message is not taken': { kind: 'cut', when: 'before' },
};

const counted = ({ sandbox }, texts) => count(texts, sandbox.deliveries);

/** How an execution has ended, as the list of executions tells. */
async function outcome({ rest }, workflow) {
	const [{ id }] = await rest.executions(workflow);
	const { status, error } = await rest.ended(id);
	return `${status}${error ? `, "${error.message}"` : ''}`;
}

/** The worker that begins an execution while `work` is done. */
async function whoRuns({ workers }, work) {
	const before = workers.map((worker) => worker.executions());
	await work();
	return await eventually('a worker has begun the execution', () =>
		workers.find((worker, index) => worker.executions() > before[index]),
	);
}

export const retries = {
	name: 'Retry On Fail on a worker repeats no message',
	async run(stack) {
		const { rest, sandbox, say, stores } = stack;
		for (const [what, behaviour] of Object.entries(failures)) {
			sandbox.reset();
			sandbox.misbehave({ ...endpoint, after: 20, times: 1, behaviour });
			const texts = textsFor(what, 50);
			const workflow = await startSender(stack, what, sender(service, {}, retrying));
			await order(stack, workflow, texts);
			await allEnded(stores, workflow, 1);
			await rest.deactivate(workflow);
			const result = counted(stack, texts);
			const ended = await outcome(stack, workflow);
			say(`Of 50 messages, ${what}: ${told(result)}; the execution ends with ${ended}`);
			assert.equal(result.repeated, 0);
			assert.equal(result.lost, behaviour.carriedOut ? 0 : 1);
			assert.match(ended, /^error/);
		}
	},
};

/** Starts an execution of so many messages; gives the worker that is in the middle of it. */
async function inTheMiddle(stack, name, number) {
	const { sandbox } = stack;
	sandbox.misbehave(late);
	const texts = textsFor(name, number);
	const workflow = await startSender(stack, name, sender(service, {}, retrying));
	const worker = await whoRuns(stack, () => order(stack, workflow, texts));
	await eventually('a part is sent', () => sandbox.deliveries.length >= number / 5);
	return { texts, workflow, worker };
}

export const stopping = {
	name: 'A worker that is told to stop first sends what it is sending',
	async run(stack) {
		const { rest, say, stores } = stack;
		const { texts, workflow, worker } = await inTheMiddle(stack, 'Told to stop', 100);
		await worker.stop(60_000);
		const ended = await allEnded(stores, workflow, 1);
		await worker.start();
		await rest.deactivate(workflow);
		const result = counted(stack, texts);
		say(`SIGTERM in the middle of 100 messages: ${told(result)}; executions ${JSON.stringify(ended)}`);
		assert.deepEqual(result, { delivered: 100, lost: 0, repeated: 0 });
		assert.deepEqual(ended, { success: 1 });
	},
};

/** What comes of an execution that is retried from the list of executions. */
async function retryByHand(stack, workflow, texts) {
	const { rest, sandbox, say, stores } = stack;
	const [{ id }] = await rest.executions(workflow);
	const before = counted(stack, texts);
	await rest.call('POST', `/executions/${id}/retry`, { loadWorkflow: false });
	await allEnded(stores, workflow, 2);
	const { delivered, lost, repeated } = counted(stack, texts);
	const again = repeated - before.repeated;
	const ended = await outcome(stack, workflow);
	say(
		`Retried by hand: ${delivered} delivered, ${lost} lost, ${again} once more; it ends with ${ended}`,
	);
	sandbox.reset();
}

/** Kills a worker in the middle of 200 messages; gives what has come of it. */
async function crash(stack, name) {
	const { rest, say, stores } = stack;
	const { texts, workflow, worker } = await inTheMiddle(stack, name, 200);
	await worker.kill();
	const atOnce = counted(stack, texts);
	const began = Date.now();
	await allEnded(stores, workflow, 1);
	const seconds = Math.round((Date.now() - began) / 1000);
	await worker.start();
	await rest.deactivate(workflow);
	const result = counted(stack, texts);
	const ended = await outcome(stack, workflow);
	say(
		`${name}, SIGKILL in the middle of 200 messages after ${atOnce.delivered}: ${told(result)}; the execution ends after ${seconds} s with ${ended}`,
	);
	return { ...result, ended, retry: async () => await retryByHand(stack, workflow, texts) };
}

export const crashes = {
	name: 'What a worker was sending when it crashed is not sent again',
	async run(stack) {
		const { delivered, repeated, ended, retry } = await crash(stack, 'As this pack advises');
		assert.equal(repeated, 0);
		assert.ok(delivered >= 40 && delivered < 200);
		assert.match(ended, /^(error|crashed)/);
		await retry();
		if (stack.line !== '1.123') return;
		const again = { QUEUE_WORKER_MAX_STALLED_COUNT: '1' };
		for (const worker of stack.workers) {
			await worker.stop();
			await worker.start(again);
		}
		const byDefault = await crash(stack, 'As n8n 1.123 does it by default');
		assert.ok(byDefault.repeated > 0, 'n8n has the execution run again, as its default says');
	},
};
