const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const { dest, parallel, series, src, watch } = require('gulp');

const sources = ['nodes/**/*.ts', 'credentials/**/*.ts', 'tsconfig.json'];
const icons = 'icons/*.svg';
const codex = 'nodes/*/*.node.json';
const schemas = 'nodes/*/__schema__/**/*.json';

/** Copies files into `dist`, keeping their place in the tree. */
const copy = (files) =>
	Object.assign(() => src(files, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist')), {
		displayName: `copy ${files}`,
	});

const clean = () => rm(path.join(__dirname, 'dist'), { recursive: true, force: true });

/** Compiles the TypeScript sources; the compiler's messages are the output of a failed build. */
const types = (done) => {
	const compiler = require.resolve('typescript/bin/tsc');
	execFile(process.execPath, [compiler, '-p', __dirname], (failed, stdout) =>
		done(failed ? new Error(`TypeScript does not compile:\n${stdout}`) : undefined),
	);
};

/**
 * Writes the descriptions of all nodes and credentials as JSON, by n8n-core's own program, so that
 * n8n need not load the code of a node before it is used. See docs/lazy-loading.md.
 */
const metadata = (done) => {
	const program = path.join(path.dirname(require.resolve('n8n-core/package.json')), 'bin/generate-metadata');
	execFile(process.execPath, [program], { cwd: __dirname }, (failed, _, told) =>
		done(failed ? new Error(`The package does not load:\n${told}`) : undefined),
	);
};

/** What only n8n's own packages use of it. */
const tidy = () => rm(path.join(__dirname, 'dist/methods'), { recursive: true, force: true });

const files = parallel(copy(icons), copy(codex), copy(schemas));
const build = series(clean, parallel(types, files), metadata, tidy);

exports.clean = clean;
exports.build = build;
exports.watch = series(build, () => {
	watch(sources, series(types, metadata, tidy));
	watch([icons, codex, schemas], series(files, metadata, tidy));
});
exports.default = build;
