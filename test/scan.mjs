import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '../node_modules/@n8n/scan-community-package/scanner/scanner.mjs';

/**
 * n8n's own scan of community packages, as it runs on submission, but without its download: on the
 * source, and on the files of the packed tarball. Ends with an error code when it finds anything.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'messaging-pack-scan-'));

function unpackTarball() {
	const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
		cwd: root,
		encoding: 'utf8',
	});
	execFileSync('tar', ['xzf', packed.trim().split('\n').at(-1)], { cwd: folder });
	return path.join(folder, 'package');
}

try {
	const scans = [
		['source', root, SOURCE_FILE_PATTERNS],
		['tarball', unpackTarball(), ['**/*.js', 'package.json']],
	];
	for (const [name, place, patterns] of scans) {
		const { passed, message, details = '' } = await analyzePackage(place, patterns);
		console.log(`${name}: ${passed ? 'passed' : 'FAILED'} ${message ?? ''} ${details}`.trim());
		if (!passed) process.exitCode = 1;
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
