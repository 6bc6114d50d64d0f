const { execFile } = require('node:child_process');
const { readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');
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

/** Checks the TypeScript sources; the compiler's messages are the output of a failed build. */
const types = (done) => {
	const compiler = require.resolve('typescript/bin/tsc');
	execFile(process.execPath, [compiler, '--noEmit', '-p', __dirname], (failed, stdout) =>
		done(failed ? new Error(`TypeScript does not compile:\n${stdout}`) : undefined),
	);
};

const shared = path.join(__dirname, 'nodes', 'shared');

/** Leaves what the services share in a file of its own, which they share at run time too. */
const apart = (from) => ({
	name: 'apart',
	setup: ({ onResolve }) =>
		onResolve({ filter: /^\./ }, ({ resolveDir, path: wanted }) =>
			path.resolve(resolveDir, wanted) === shared ? { path: from, external: true } : undefined,
		),
});

const common = { platform: 'node', target: 'es2022', format: 'cjs', minifySyntax: true, minifyWhitespace: true };

const bundle = async (contents, folder, outfile, plugins = []) =>
	await esbuild.build({
		...common,
		stdin: { contents, resolveDir: folder, loader: 'ts' },
		outfile,
		bundle: true,
		external: ['n8n-workflow'],
		plugins,
	});

/**
 * Compiles the TypeScript sources: each service into one file, from which its nodes are taken, and the engine into
 * another. Of some 250 small files, n8n would read each, and the package would be a fifth larger.
 */
const code = async () => {
	const { n8n } = JSON.parse(await readFile(path.join(__dirname, 'package.json'), 'utf8'));
	const services = new Set(n8n.nodes.map(path.dirname));
	for (const service of services) {
		const folder = path.join(__dirname, path.relative('dist', service));
		const nodes = n8n.nodes.filter((node) => path.dirname(node) === service);
		const names = nodes.map((node) => path.basename(node, '.js'));
		const contents = names.map((name) => `export * from './${name}';`).join('\n');
		await bundle(contents, folder, path.join(service, 'service.js'), [apart('../shared')]);
		for (const node of nodes) await writeFile(node, "module.exports = require('./service');\n");
	}
	for (const credential of n8n.credentials) {
		const name = path.basename(credential, '.js');
		const folder = path.join(__dirname, 'credentials');
		await bundle(`export * from './${name}';`, folder, credential, [apart('../nodes/shared')]);
	}
	await bundle("export * from './index';", shared, 'dist/nodes/shared/index.js');
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
const build = series(clean, parallel(types, code, files), metadata, tidy);

exports.clean = clean;
exports.build = build;
exports.watch = series(build, () => {
	watch(sources, series(types, code, metadata, tidy));
	watch([icons, codex, schemas], series(files, metadata, tidy));
});
exports.default = build;
