import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const file = new URL('../../../docs/compose/docker-compose.yml', import.meta.url);

const { services } = parse(readFileSync(file, 'utf8'), { merge: true });

/** The settings of a kind of n8n's processes that the Docker set-up of the manual has. */
export const environmentOf = (kind) => services[kind].environment;

/** All of them. */
export const variables = () => [
	...new Set(['main', 'worker', 'webhook'].flatMap((kind) => Object.keys(environmentOf(kind)))),
];
