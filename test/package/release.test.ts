import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(__dirname, '../../.ci/release.mjs');
const url = 'git+https://github.com/someone/some-pack.git';

const changelog = (...sections: string[]) =>
	['# Changelog\n\nAll changes.\n', ...sections, '## [0.9.0] - 2026-01-02\n\n- Older\n'].join('\n');

const right = {
	tag: 'v1.2.3',
	version: '1.2.3',
	locked: '1.2.3',
	changelog: changelog(
		'## [1.2.3] - 2026-11-30\n\n### Added\n\n- A thing\n\n### Fixed\n\n- Another\n',
	),
	home: 'someone/some-pack',
};

/** Runs the check in a folder that holds what a release is made of. */
function release(change: Partial<typeof right> = {}) {
	const { tag, version, locked, changelog: text, home } = { ...right, ...change };
	const folder = mkdtempSync(join(tmpdir(), 'messaging-pack-release-'));
	const write = (file: string, content: object | string) =>
		writeFileSync(
			join(folder, file),
			typeof content === 'string' ? content : JSON.stringify(content),
		);
	write('package.json', { version, repository: { type: 'git', url } });
	write('package-lock.json', { version: locked, packages: { '': { version: locked } } });
	write('CHANGELOG.md', text);
	write('notes.md', 'nothing');
	try {
		const env = { ...process.env, GITHUB_REPOSITORY: home };
		const { status, stderr } = spawnSync(process.execPath, [program, tag, 'notes.md'], {
			cwd: folder,
			env,
			encoding: 'utf8',
		});
		const notes = readFileSync(join(folder, 'notes.md'), 'utf8');
		return { status, told: stderr.trim().split('\n'), notes };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

describe('The check before a release', () => {
	it('passes where tag, version and changelog agree, and gives the notes of the version', () => {
		expect(release()).toEqual({
			status: 0,
			told: [''],
			notes: '### Added\n\n- A thing\n\n### Fixed\n\n- Another\n',
		});
	});

	it('passes outside GitHub, where nobody says which repository this is', () => {
		expect(release({ home: '' }).status).toBe(0);
	});

	it.each<[string, Partial<typeof right>, string]>([
		[
			'another tag',
			{ tag: 'v1.2.4' },
			'The tag is v1.2.4, but package.json has the version 1.2.3.',
		],
		['a tag without v', { tag: '1.2.3' }, 'The tag is 1.2.3, but'],
		['an older lock file', { locked: '1.2.2' }, 'package-lock.json has the version 1.2.2'],
		[
			'an older changelog',
			{ changelog: changelog() },
			'The newest section of CHANGELOG.md is 0.9.0, not 1.2.3.',
		],
		[
			'no day of the release',
			{ changelog: changelog('## [1.2.3] - Unreleased\n\n- A thing\n') },
			'has "Unreleased" where the day of the release belongs',
		],
		[
			'a day that there is not',
			{ changelog: changelog('## [1.2.3] - 2026-13-01\n\n- A thing\n') },
			'has "2026-13-01" where',
		],
		['no changes', { changelog: changelog('## [1.2.3] - 2026-11-30\n') }, 'names no change'],
		['no changelog', { changelog: '# Changelog\n' }, 'is undefined, not 1.2.3'],
		[
			'another repository',
			{ home: 'fork/some-pack' },
			`package.json names the repository ${url}, but this is fork/some-pack.`,
		],
	])('fails with %s', (_, change, told) => {
		const result = release(change);
		expect(result).toMatchObject({ status: 1, notes: 'nothing' });
		expect(result.told.join('\n')).toContain(told);
	});

	it('fails with a version that is not a release', () => {
		const version = '1.2.3-beta.1';
		const text = changelog(`## [${version}] - 2026-11-30\n\n- A thing\n`);
		const result = release({ tag: `v${version}`, version, locked: version, changelog: text });
		expect(result.told).toEqual([
			'package.json has the version 1.2.3-beta.1; releases are like 1.2.3.',
		]);
	});
});
