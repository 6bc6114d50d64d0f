import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

import { alone } from './alone.mjs';
import { installPackages, reachRegistry } from './npm.mjs';
import { run } from './processes.mjs';
import { step } from './progress.mjs';
import { Sentence } from './sentence.mjs';
import { root } from './setup.mjs';

/** Folders of the recipes, by the line of n8n; the demo takes the first line. */
const recipes = { '2.41': 'n8n', '1.123': 'n8n-1.123' };

export const lines = Object.keys(recipes);

/** The files that say what a whole n8n of a line is made of. */
const filesOf = (line) =>
	['package.json', 'package-lock.json'].map((name) => path.join(root, 'demo', recipes[line], name));

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

export const versionOf = (line) => read(filesOf(line)[0]).dependencies.n8n;

export const version = versionOf(lines[0]);

/** Where whole n8ns are kept; all clones of the repository share it. */
const cache =
	process.env.MESSAGING_PACK_CACHE ??
	path.join(
		process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
		'n8n-nodes-messaging-pack',
	);

/** The name of an install says all that it depends on. */
function home(line) {
	const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
	for (const file of filesOf(line)) hash.update(readFileSync(file));
	return path.join(cache, `n8n-${versionOf(line)}-${hash.digest('hex').slice(0, 12)}`);
}

/** The folder of the Node.js that came with an n8n; `undefined` where there is none for this system. */
function ownNode(folder) {
	const node = path.join(folder, 'node_modules', `node-${process.platform}-${process.arch}`);
	return existsSync(node) ? node : undefined;
}

/** Folder of the programs that an n8n is to find first: a Node.js 24 and n8n's own. */
export function programs(folder) {
	const node = ownNode(folder);
	if (node) return path.join(node, 'bin');
	if (Number.parseInt(process.versions.node, 10) >= 24) return path.dirname(process.execPath);
	throw new Sentence(
		`n8n needs Node.js 24, and this is ${process.versions.node}: install it from nodejs.org, then start again.`,
	);
}

/** n8n's SQLite module is compiled on the spot; better to say so before minutes of downloading. */
function checkCompiler() {
	const compiler = process.env.CXX ?? (process.platform === 'darwin' ? 'c++' : 'g++');
	const missing = [compiler, 'make', 'python3'].filter(
		(program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0,
	);
	if (missing.length > 0) {
		throw new Sentence(
			`n8n's SQLite module has to be compiled once, and this computer has no working ${missing.join(', ')}: ` +
				'install a C++ compiler, make and Python 3 (Debian and Ubuntu: "apt install build-essential python3", macOS: "xcode-select --install"), then start again.',
		);
	}
}

/** Says how many of the packages have arrived. */
function countPackages(folder) {
	const { packages } = read(path.join(folder, 'package-lock.json'));
	const places = Object.entries(packages).flatMap(([place, { optional }]) =>
		place === '' || optional ? [] : [path.join(folder, place, 'package.json')],
	);
	return () => `${places.filter(existsSync).length} of ${places.length} packages`;
}

async function compileSqlite(folder) {
	const node = ownNode(folder);
	const { code, output } = await run(
		process.execPath,
		[
			path.join(folder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
			'rebuild',
			'--jobs=max',
			...(node ? [`--nodedir=${node}`] : []),
		],
		{
			cwd: path.join(folder, 'node_modules', 'sqlite3'),
			env: { ...process.env, PATH: `${programs(folder)}${path.delimiter}${process.env.PATH}` },
		},
	);
	if (code !== 0) {
		throw new Sentence(`n8n's SQLite module did not compile:\n${output.slice(-3_000)}`);
	}
}

/** Removes what interrupted installs left. */
async function clearRests() {
	const rests = readdirSync(cache).filter((name) => name.endsWith('.part'));
	for (const name of rests) await rm(path.join(cache, name), { recursive: true, force: true });
}

/** Builds a whole n8n beside its place and moves it there when it is complete. */
async function install(line, folder) {
	const part = `${folder}.${process.pid}.part`;
	await clearRests();
	await mkdir(part);
	for (const file of filesOf(line)) await copyFile(file, path.join(part, path.basename(file)));
	await step(`Installing n8n ${versionOf(line)} (once, about 2 GB, some minutes)`, (describe) => {
		describe(countPackages(part));
		return installPackages(part, '--prefer-offline');
	});
	await step("Compiling n8n's SQLite module", () => compileSqlite(part));
	await rename(part, folder);
}

/** The folder of a whole n8n of a line, installed there now unless it is there already. */
export async function installN8n(line = lines[0]) {
	const folder = home(line);
	if (existsSync(folder)) return folder;
	checkCompiler();
	await reachRegistry();
	await mkdir(cache, { recursive: true });
	await alone(path.join(cache, 'install.lock'), 'Waiting for another start that installs n8n', async () => {
		if (!existsSync(folder)) await install(line, folder);
	});
	return folder;
}
