import { rmSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { npm } from './npm.mjs';
import { root } from './setup.mjs';

/** Packs a folder. Gives the path of the tarball, which is removed when this program ends. */
export async function pack(source) {
	const folder = await mkdtemp(path.join(tmpdir(), 'messaging-pack-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	await npm(['pack', '--pack-destination', folder], { cwd: source });
	const [tarball] = await readdir(folder);
	return path.join(folder, tarball);
}

async function build() {
	await npm(['run', 'build'], { cwd: root });
	return await pack(root);
}

let built;

/** The tarball of the pack as it is now, made once in the life of this program. */
export const packed = () => (built ??= build());
