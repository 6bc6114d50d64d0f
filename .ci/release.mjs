import { readFileSync, writeFileSync } from 'node:fs';

/**
 * `node .ci/release.mjs v1.2.3 notes.md`: compares a release's tag with what package.json,
 * package-lock.json and CHANGELOG.md of this folder say, and writes the changelog's section into a
 * file. Ends with a sentence for each thing that is wrong, and an error code.
 */
const [tag = '', notesFile] = process.argv.slice(2);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The newest section of a changelog in the form of Keep a Changelog. */
function newestSection(changelog) {
	const [, section = ''] = changelog.split(/^(?=## )/m);
	const [heading = '', ...lines] = section.split('\n');
	const [, version, date] = /^## \[(.+)\] - (.+)$/.exec(heading) ?? [];
	return { version, date, notes: lines.join('\n').trim() };
}

function* wrong({ version, date, notes }) {
	const { version: own, repository } = readJson('package.json');
	const { version: locked, packages } = readJson('package-lock.json');
	if (!/^\d+\.\d+\.\d+$/.test(own))
		yield `package.json has the version ${own}; releases are like 1.2.3.`;
	if (tag !== `v${own}`) yield `The tag is ${tag}, but package.json has the version ${own}.`;
	if (locked !== own || packages[''].version !== own) {
		yield `package-lock.json has the version ${locked}, package.json ${own}: run "npm install".`;
	}
	if (version !== own) yield `The newest section of CHANGELOG.md is ${version}, not ${own}.`;
	if (Number.isNaN(Date.parse(date)) || !/^\d{4}-\d\d-\d\d$/.test(date)) {
		yield `The newest section of CHANGELOG.md has "${date}" where the day of the release belongs.`;
	}
	if (!/^- /m.test(notes)) yield 'The newest section of CHANGELOG.md names no change.';
	// npm refuses the provenance of a package that is said to come from elsewhere
	const { GITHUB_REPOSITORY: home } = process.env;
	if (home && repository.url !== `git+https://github.com/${home}.git`) {
		yield `package.json names the repository ${repository.url}, but this is ${home}.`;
	}
}

const section = newestSection(readFileSync('CHANGELOG.md', 'utf8'));
const found = [...wrong(section)];
for (const sentence of found) console.error(sentence);
if (found.length > 0) process.exit(1);
writeFileSync(notesFile, `${section.notes}\n`);
console.log(`${tag} can be released.`);
