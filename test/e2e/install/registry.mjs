import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { TLSSocket } from 'node:tls';

import { run } from '../../../demo/processes.mjs';
import { Sentence } from '../../../demo/sentence.mjs';

/** n8n's Community Nodes page asks this registry, and another one only with a licence. */
const host = 'registry.npmjs.org';

/** Makes a certificate for the registry's name; gives the paths of it and of its key. */
async function certify(folder) {
	const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => path.join(folder, name));
	const { code, output } = await run('openssl', [
		...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
		...['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`],
		...['-keyout', key, '-out', certificate],
	]).catch(() => ({ code: 1, output: 'there is no openssl' }));
	if (code !== 0) throw new Sentence(`The stand-in for ${host} needs openssl: ${output}`);
	return { key, certificate };
}

/** What the registry says of a version. */
function manifestOf(packageJson, content) {
	const { name, version } = packageJson;
	const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
	const shasum = createHash('sha1').update(content).digest('hex');
	const tarball = `https://${host}/${name}/-/${name}-${version}.tgz`;
	return { ...packageJson, dist: { tarball, integrity, shasum } };
}

/**
 * Stands in for the npm registry: a proxy on this computer that answers itself what goes to it, and
 * lets nothing else out. `environment` has n8n and its npm go through it, `tellNpmIn` the npm of a
 * folder; `publish` makes a version of the package known.
 */
export async function startRegistry(folder) {
	mkdirSync(folder, { recursive: true });
	const { key, certificate } = await certify(folder);
	const versions = {};
	const contents = {};
	let latest;

	const answerTo = (url) => {
		const [, name, version, file] = decodeURIComponent(url).split('/');
		if (version === '-') return contents[file];
		const known = Object.values(versions).find((one) => one.name === name);
		if (!known) return undefined;
		if (!version) return JSON.stringify({ name, 'dist-tags': { latest }, versions });
		return JSON.stringify(versions[version === 'latest' ? latest : version]);
	};
	const registry = createServer(({ url }, response) => {
		const answer = answerTo(url);
		if (!answer) response.writeHead(404);
		response.end(answer ?? '{ "error": "Not found" }');
	});
	const proxy = createServer((_request, response) => response.writeHead(502).end());
	proxy.on('connect', ({ url }, socket) => {
		socket.on('error', () => socket.destroy());
		if (url !== `${host}:443`) return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		const options = { key: readFileSync(key), cert: readFileSync(certificate), isServer: true };
		const secure = new TLSSocket(socket, options);
		secure.on('error', () => socket.destroy());
		registry.emit('connection', secure);
	});
	await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${proxy.address().port}`;
	const settings = {
		registry: `https://${host}/`,
		cafile: certificate,
		// What comes from here must not stay where real packages are looked for
		cache: path.join(folder, 'npm'),
	};
	const forNpm = Object.entries(settings).map(([name, value]) => [`npm_config_${name}`, value]);
	return {
		environment: {
			HTTPS_PROXY: url,
			https_proxy: url,
			NODE_EXTRA_CA_CERTS: certificate,
			...Object.fromEntries(forNpm),
		},
		/** n8n 1.123 starts the npm that looks for updates without its environment. */
		tellNpmIn(home) {
			const all = Object.entries({ ...settings, 'https-proxy': url });
			const lines = all.map((pair) => pair.join('='));
			writeFileSync(path.join(home, '.npmrc'), `${lines.join('\n')}\n`);
		},
		publish(packageJson, tarball) {
			const content = readFileSync(tarball);
			latest = packageJson.version;
			versions[latest] = manifestOf(packageJson, content);
			contents[`${packageJson.name}-${latest}.tgz`] = content;
		},
		stop: () => proxy.closeAllConnections() ?? proxy.close(),
	};
}
