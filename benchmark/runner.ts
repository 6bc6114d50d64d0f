import 'reflect-metadata';

import type { INode, INodeParameters } from 'n8n-workflow';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { keepBinaryData } from '../test/support/execution';
import { packageName } from '../test/support/pack';
import { fileSendings, itemsWithFile } from './attachments';
import { Engine, type Executed, type Give, type Step } from './engine';
import { peakOf } from './peak';
import { Plain } from './plain';
import { offer } from './remote';
import { works } from './work';
import { type Credential, indices, type Work } from './work/work';

/** Who does the work: the pack's node, n8n's HTTP Request node, or a loop with axios. */
export type Side = 'pack' | 'httpRequest' | 'axios';

/** What is to be done once. */
export interface Task {
	side: Side;
	/** Input items of a send, records of a list. */
	count: number;
	/** Bytes of the file that goes with each item of a send with files. */
	bytes?: number;
	/** Parameters of the pack's node besides the usual ones. */
	parameters?: INodeParameters;
	/** Fields of the node besides its parameters. */
	settings?: Partial<INode>;
	/** Whether memory is measured. */
	memory?: boolean;
}

export interface Done extends Executed {
	milliseconds: number;
	/** Peak above what was taken before, in mebibytes. */
	peak?: number;
}

/** What is sent or read. */
export type Kind = 'send' | 'list' | keyof typeof fileSendings;

let work: Work;
let baseUrl: string;
let engine: Engine;
let plain: Plain;

/** The HTTP Request node gives a page an item, where its records are below a field. */
function listSteps(count: number): Step[] {
	const { httpRequest, turning, page, field } = work.list;
	const size = Math.min(page, count);
	const pagination = {
		paginationMode: 'updateAParameterInEachRequest',
		parameters: { parameters: [turning(size)] },
		paginationCompleteWhen: 'receiveSpecificStatusCodes',
		statusCodesWhenComplete: '404',
		limitPagesFetched: true,
		maxRequests: Math.ceil(count / size),
	};
	const parameters = { ...httpRequest(baseUrl, size), options: { pagination: { pagination } } };
	const steps: Step[] = [{ type: 'n8n-nodes-base.httpRequest', parameters }];
	if (field === undefined) return steps;
	const splitOut = { fieldToSplitOut: field, options: {} };
	return [...steps, { type: 'n8n-nodes-base.splitOut', parameters: splitOut }];
}

/** The nodes after the start, for the pack or for what n8n has. */
function stepsFor(kind: Kind, { side, count, parameters, settings }: Task): Step[] {
	const n8n = { type: 'n8n-nodes-base.httpRequest', settings };
	const pack = { type: `${packageName}.${work.provider}`, settings };
	if (kind === 'send') {
		return side === 'pack'
			? [{ ...pack, parameters: { ...work.send.node, ...parameters } }]
			: [{ ...n8n, parameters: work.send.httpRequest(baseUrl) }];
	}
	if (kind === 'list') {
		const list = { ...work.list.node, returnAll: false, limit: count };
		return side === 'pack' ? [{ ...pack, parameters: list }] : listSteps(count);
	}
	const sending = fileSendings[kind];
	return side === 'pack' ? [{ ...pack, parameters: sending.node }] : sending.n8n(baseUrl);
}

const items = (count: number) => indices(count).map(work.send.item);

function giveFor(kind: Kind, { count, bytes = 0 }: Task): Give {
	if (kind === 'list') return async () => await Promise.resolve([{ json: {} }]);
	if (kind !== 'send') return itemsWithFile(count, bytes);
	return async () => await Promise.resolve(items(count).map((json) => ({ json })));
}

/** Reads the file from the disk for each request, one after the other. */
async function sendFilesPlainly(kind: keyof typeof fileSendings, { count, bytes = 0 }: Task) {
	const folder = await mkdtemp(path.join(tmpdir(), 'messaging-pack-'));
	const file = path.join(folder, 'file');
	await writeFile(file, randomBytes(bytes));
	try {
		const { request } = fileSendings[kind];
		const answers = await plain.all(indices(count), 1, async () => request(await readFile(file)));
		return answers.length;
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function plainly(kind: Kind, task: Task): Promise<Executed> {
	if (kind === 'send') {
		return { items: await plain.send(work.send, items(task.count), work.atOnce) };
	}
	if (kind === 'list') return { items: await plain.list(work.list, task.count) };
	return { items: await sendFilesPlainly(kind, task) };
}

const functions = {
	/** Loads what is needed to work for one service; `disk` keeps binary data as n8n does. */
	async start({ provider, credential }: { provider: string; credential: Credential }) {
		work = works.find((one) => one.provider === provider)!;
		baseUrl = String(credential.baseUrl);
		const release = await keepBinaryData('disk');
		process.once('exit', release);
		engine = await Engine.start(work.credential, { ...credential });
		plain = await Plain.start(work, credential);
	},

	async run({ kind, task }: { kind: Kind; task: Task }): Promise<Done> {
		const execute =
			task.side === 'axios'
				? async () => await plainly(kind, task)
				: async () => await engine.run(giveFor(kind, task), stepsFor(kind, task));
		global.gc!();
		let executed: Executed = { items: 0 };
		let milliseconds = 0;
		const timed = async () => {
			const began = performance.now();
			executed = await execute();
			milliseconds = performance.now() - began;
		};
		if (!task.memory) await timed();
		const peak = task.memory ? await peakOf(timed) : undefined;
		return { ...executed, milliseconds, peak };
	},

	/** Puts records into the list. */
	async fill(records: number) {
		await plain.all(work.list.fill(records), 10, (request) => request);
	},
};

export type Runner = typeof functions;

offer(functions);
