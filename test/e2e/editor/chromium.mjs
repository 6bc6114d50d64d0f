import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { chromium } from 'playwright-core';

import { run } from '../../../demo/processes.mjs';
import { step } from '../../../demo/progress.mjs';
import { Sentence } from '../../../demo/sentence.mjs';
import { root } from '../../../demo/setup.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const isRoot = process.getuid?.() === 0;

/** A Chromium or Chrome that this computer has; `undefined` without one. */
function installed() {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const places = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
	return [...places, ...applications, chromium.executablePath()].find(existsSync);
}

/** Ubuntu's package of this name only points to a snap, which does not run in containers. */
function isDebian() {
	return (
		existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
	);
}

const aptGet = (...args) =>
	run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

/** Installs one, the way that suits this system. Gives what was said about it. */
async function install() {
	if (isRoot && isDebian()) {
		await aptGet('update');
		return await aptGet('install', '--yes', '--no-install-recommends', 'chromium');
	}
	const playwright = path.join(root, 'node_modules', 'playwright-core', 'cli.js');
	const withLibraries = isRoot ? ['--with-deps'] : [];
	return await run(process.execPath, [playwright, 'install', ...withLibraries, 'chromium'], {});
}

/** The path of a Chromium: the one that `CHROMIUM` names, an installed one, or one installed now. */
export async function findChromium() {
	const { CHROMIUM } = process.env;
	if (CHROMIUM && !existsSync(CHROMIUM)) {
		throw new Sentence(`There is no program at ${CHROMIUM}, which CHROMIUM names.`);
	}
	const found = CHROMIUM || installed();
	if (found) return found;
	const { output } = await step('Installing Chromium (once)', install);
	const arrived = installed();
	if (arrived) return arrived;
	throw new Sentence(
		'The editor needs Chromium, and it could not be installed: install Chromium or Google Chrome, ' +
			`or name one with CHROMIUM=/path/to/it, then start again.\n${output.slice(-1_000)}`,
	);
}
