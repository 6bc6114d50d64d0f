import 'reflect-metadata';

import { expect } from 'expect';
import { readdirSync } from 'node:fs';
import path from 'node:path';

import { startSandbox } from '../../../sandbox/server';
import type { OperationCase } from '../../support';
import { proofs } from '../../support/proves';
import { shareSandbox } from '../../support/sandbox';

/**
 * Loads the tests of operations without running them, for what they say of every operation. What
 * jest gives to test files stands here for that: groups are looked into, tests are left alone, and
 * what prepares them is kept.
 */
type Body = (...row: unknown[]) => unknown;

let preparing: Body[] = [];
const preparations = new Map<OperationCase, Body[]>();

/** A proof is a group of tests, and prepared like the groups around it. */
function look(body: Body, row: unknown[] = []): void {
	const around = preparing;
	const proof = proofs.at(-1);
	if (proof && !preparations.has(proof)) preparations.set(proof, around);
	preparing = [...around];
	body(...row);
	preparing = around;
}

const describe = Object.assign((_name: string, body: Body) => look(body), {
	each: (table: readonly unknown[]) => (_name: string, body: Body) => {
		for (const row of table) look(body, Array.isArray(row) ? row : [row]);
	},
});
const it = Object.assign(() => {}, { each: () => () => {} });
const before = (prepare: Body) => void preparing.push(prepare);
const after = () => {};
const forTests = { beforeAll: before, beforeEach: before, afterEach: after, afterAll: after };
Object.assign(globalThis, { describe, expect, it, ...forTests });

const folder = path.resolve(__dirname, '../../operations');
for (const file of readdirSync(folder)) {
	preparing = [];
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- named only while it runs
	if (file.endsWith('.test.ts')) require(path.join(folder, file));
}

/** The sandbox that all proofs use. */
export async function startShared() {
	const sandbox = await startSandbox();
	shareSandbox(sandbox);
	return sandbox;
}

/** Prepares the sandbox for these proofs together. */
export async function prepare(some: OperationCase[]): Promise<void> {
	const all = some.flatMap((proof) => preparations.get(proof)!);
	for (const each of new Set(all)) await each();
}

export { proofs };
