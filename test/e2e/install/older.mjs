import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { pack } from '../../../demo/pack.mjs';
import { root } from '../../../demo/setup.mjs';

export const readPackage = async () =>
	JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));

/** The pack with a lower version. Gives its package.json and the path of its tarball. */
export async function packOlder(version) {
	const packageJson = { ...(await readPackage()), version };
	const folder = await mkdtemp(path.join(tmpdir(), 'messaging-pack-'));
	try {
		for (const name of ['dist', 'README.md', 'LICENSE']) {
			await cp(path.join(root, name), path.join(folder, name), { recursive: true });
		}
		await writeFile(path.join(folder, 'package.json'), JSON.stringify(packageJson));
		return { packageJson, tarball: await pack(folder) };
	} finally {
		await rm(folder, { recursive: true });
	}
}
