import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { installPackages, npm, reachRegistry } from './npm.mjs';
import { step } from './progress.mjs';
import { Sentence } from './sentence.mjs';

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const inRoot = (...names) => path.join(root, ...names);

function packagesOf(lockFile) {
	return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}

/** Whether `node_modules` is what the lock file says; npm keeps a note of what it installed there. */
function installedAsLocked() {
	const locked = packagesOf(inRoot('package-lock.json'));
	const installed = packagesOf(inRoot('node_modules', '.package-lock.json'));
	return Object.entries(locked).every(
		([place, { version, optional }]) =>
			place === '' || (installed[place] ? installed[place].version === version : optional),
	);
}

/**
 * Installs what the repository's own programs need and is missing: its packages, and a Node.js 24
 * beside them, which npm scripts find first, unless this is one already.
 */
export async function setUp() {
	if (process.platform === 'win32') {
		throw new Sentence('This needs Linux or macOS: on Windows, start it inside WSL.');
	}
	const major = Number.parseInt(process.versions.node, 10);
	if (major < 20) {
		throw new Sentence(
			`This is Node.js ${process.versions.node}; version 20 or newer is needed, see nodejs.org.`,
		);
	}
	const packages = !installedAsLocked();
	const node = major < 24 && (packages || !existsSync(inRoot('node_modules', '.bin', 'node')));
	if (packages || node) await reachRegistry();
	if (packages) {
		await step('Installing the packages of this repository', () => installPackages(root));
	}
	if (node) {
		await step('Installing Node.js 24 beside them', () =>
			npm(['rebuild', 'node', '--ignore-scripts=false'], { cwd: root }),
		);
	}
}
