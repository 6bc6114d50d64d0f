import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Prints the milliseconds that n8n's loader takes for the package, in this fresh process. */
const require = createRequire(import.meta.url);
require('reflect-metadata');
const { LazyPackageDirectoryLoader, PackageDirectoryLoader } = require('n8n-core');

const Loader = process.argv[2] === 'lazy' ? LazyPackageDirectoryLoader : PackageDirectoryLoader;
const loader = new Loader(fileURLToPath(new URL('..', import.meta.url)));
const began = performance.now();
await loader.loadAll();
console.log(performance.now() - began);
process.exit();
