import {
	convertWorkflowTemplate,
	NoOperationTraceWriter,
	parseWorkflow,
} from '@actions/workflow-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

import { engines, scripts } from '../../package.json';

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
}

interface Job {
	permissions?: Record<string, string>;
	strategy?: { matrix: { node: number[] } };
	'timeout-minutes'?: number;
	steps: Step[];
}

interface Workflow {
	on: Record<string, unknown>;
	permissions: Record<string, string>;
	concurrency?: unknown;
	jobs: Record<string, Job>;
}

const folder = resolve(__dirname, '../../.github/workflows');

const workflows = readdirSync(folder).map((file) => {
	const text = readFileSync(resolve(folder, file), 'utf8');
	return { file, text, workflow: parse(text) as Workflow };
});

const steps = workflows.flatMap(({ file, workflow }) =>
	Object.entries(workflow.jobs).flatMap(([job, { steps: some }]) =>
		some.map((step) => ({ at: `${file} ${job}`, ...step })),
	),
);

/** What GitHub's own parser of workflows finds wrong. */
async function mistakes(name: string, content: string): Promise<string[]> {
	const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
	const template = value && (await convertWorkflowTemplate(context, value));
	const found = context.errors.getErrors().map(({ message }) => message);
	return [...found, ...(template?.errors ?? []).map(({ Message }) => Message)];
}

/** The actions that workflows may run, all of GitHub's own. */
const known = ['actions/checkout', 'actions/setup-node', 'actions/upload-artifact'];

/** What a job may write to; everything else only reads. */
const mayWrite = ['release.yml publish id-token', 'release.yml announce contents'];

describe('The workflows', () => {
	it.each(workflows)('$file is one that GitHub takes', async ({ file, text }) => {
		expect(await mistakes(file, text)).toEqual([]);
	});

	it('would not pass with mistakes in them', async () => {
		const text = readFileSync(resolve(folder, 'ci.yml'), 'utf8');
		const changes: Array<[string, string]> = [
			['contents: read', 'contents: reed'],
			['runs-on:', 'run-on:'],
			['github.ref', 'gihub.ref'],
		];
		for (const [before, after] of changes) {
			expect(text).toContain(before);
			expect(await mistakes('ci.yml', text.replace(before, after))).not.toEqual([]);
		}
	});

	it('run only actions of GitHub, each at one commit, with its version beside it', () => {
		const uses = workflows.flatMap(({ text }) => text.match(/uses: .*/g) ?? []);
		expect(uses).toHaveLength(steps.filter((step) => step.uses).length);
		const pins = uses.map(
			(line) => /^uses: (.+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+$/.exec(line) ?? [line],
		);
		expect(pins.filter(([, name]) => !known.includes(name!))).toEqual([]);
		expect(new Set(uses).size).toBe(known.length);
	});

	it('have no secrets, and run for nobody who may not change them', () => {
		for (const { file, text, workflow } of workflows) {
			expect({ file, secrets: /secrets/i.test(text) }).toEqual({ file, secrets: false });
			const events = Object.keys(workflow.on);
			const allowed = ['push', 'pull_request', 'schedule', 'workflow_dispatch'];
			expect(events.filter((event) => !allowed.includes(event))).toEqual([]);
		}
	});

	it('may only read, but for what a release needs', () => {
		const written = workflows.flatMap(({ file, workflow }) => {
			const jobs = Object.entries(workflow.jobs);
			const rights: Array<[string, Record<string, string> | undefined]> = [
				['', workflow.permissions],
				...jobs.map(([name, { permissions }]): [string, Job['permissions']] => [name, permissions]),
			];
			return rights.flatMap(([job, all]) => {
				if (job === '') expect(typeof all).toBe('object');
				return Object.entries(all ?? {})
					.filter(([, right]) => right !== 'read')
					.map(([name]) => `${file} ${job} ${name}`);
			});
		});
		expect(written).toEqual(mayWrite);
	});

	it('run nothing of the repository where npm is told who they are', () => {
		const { publish } = workflows.find(({ file }) => file === 'release.yml')!.workflow.jobs;
		const run = publish!.steps.map((step) => step.run ?? step.uses!.split('@')[0]);
		expect(run).toEqual([
			'actions/setup-node',
			expect.stringMatching(/^gh run download .+ --name package$/),
			'npm publish ./*.tgz --provenance --access public',
		]);
	});

	it('leave no credential of the repository to what they run', () => {
		for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout'))) {
			expect(step).toMatchObject({ with: { 'persist-credentials': false } });
		}
	});

	it('put nothing into commands that somebody else has written', () => {
		const run = steps.filter((step) => step.run?.includes('${{'));
		expect(run).toEqual([]);
	});

	it('end, and do not run beside themselves', () => {
		for (const { file, workflow } of workflows) {
			expect({ file, alone: 'concurrency' in workflow }).toEqual({ file, alone: true });
			for (const job of Object.values(workflow.jobs)) {
				expect(job['timeout-minutes']).toEqual(expect.any(Number));
			}
		}
	});

	it('begin with the oldest Node.js that the package promises to run on', () => {
		const { jobs } = workflows.find(({ file }) => file === 'ci.yml')!.workflow;
		const tried = Object.values(jobs).map(({ strategy }) => Math.min(...strategy!.matrix.node));
		const oldest = Number.parseInt(engines.node.replace('>=', ''), 10);
		expect(tried).toEqual([oldest, oldest]);
	});

	it('call scripts that there are', () => {
		const called = steps.flatMap(({ run = '' }) => [
			...[...run.matchAll(/npm run (\w[\w:]*)/g)].map(([, name]) => name!),
			...(/npm test/.test(run) ? ['test'] : []),
		]);
		expect(called).toEqual(expect.arrayContaining(['test', 'build', 'e2e']));
		expect(called.filter((name) => !(name in scripts))).toEqual([]);
	});
});
