import { run } from './processes.mjs';
import { Sentence } from './sentence.mjs';

const noNetwork =
	/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT)\b/;

/** What npm tells scripts about the package it was started for must not reach another folder's npm. */
const about = /^npm_(package|lifecycle|command|config_local_prefix)/;

const environment = () =>
	Object.fromEntries(Object.entries(process.env).filter(([name]) => !about.test(name)));

const unreachable = (code) =>
	new Sentence(
		`npm cannot reach its registry (${code}): check the network connection and npm's proxy settings, then start again.`,
	);

/** Runs npm in a folder. Throws a `Sentence` when it does not succeed. */
export async function npm(args, { cwd }) {
	const { code, output } = await run('npm', [...args, '--no-audit', '--no-fund'], {
		cwd,
		env: environment(),
	}).catch(() => {
		throw new Sentence('There is no npm on this computer: it comes with Node.js, see nodejs.org.');
	});
	if (code === 0) return;
	const [, broken] = noNetwork.exec(output) ?? [];
	if (broken) throw unreachable(broken);
	if (output.includes('ENOSPC')) {
		throw new Sentence(`The disk is full: npm could not write to ${cwd}.`);
	}
	const reasons = output.split('\n').filter((line) => line.startsWith('npm error'));
	throw new Sentence(`"npm ${args.join(' ')}" did not succeed:\n${reasons.join('\n') || output}`);
}

/**
 * Installs a folder's packages as its lock file says. Not `npm ci`: that refuses a lock file that
 * lacks an optional package made for another system.
 */
export const installPackages = (folder, ...flags) =>
	npm(['install', '--no-save', '--legacy-peer-deps', '--ignore-scripts', ...flags], {
		cwd: folder,
	});

/** Finds out at once that there is no network; npm itself tries for more than a minute. */
export async function reachRegistry() {
	const { output } = await run('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=15000'], {
		env: environment(),
	});
	const [, broken] = noNetwork.exec(output) ?? [];
	if (broken) throw unreachable(broken);
}
