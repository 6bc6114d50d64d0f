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

const build = series(clean, parallel(types, copy(icons), copy(codex), copy(schemas)));

exports.clean = clean;
exports.build = build;
exports.watch = series(build, () => {
	watch(sources, types);
	watch(icons, copy(icons));
	watch([codex, schemas], parallel(copy(codex), copy(schemas)));
});
exports.default = build;
