import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { figures } from './figures.mjs';
import { limits } from './limits.mjs';
import { table } from './table.mjs';

/**
 * `npm run docs`: a page for each service in docs/nodes, made from what n8n's editor shows of the
 * built nodes; and in pages written by hand, the numbers and tables between `<!-- name -->` and
 * `<!-- / -->`. With `--check` it writes nothing, and fails when a page is out of date.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const { n8n } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const load = (file) => {
	const { [path.basename(file).split('.')[0]]: exported } = require(path.join(root, file));
	return new exported();
};

/** A text of the editor as a cell of a table. */
const cell = (text = '') =>
	text
		.replace(/<li>/g, '• ')
		.replace(/<[^<>]*>/g, ' ')
		.replace(/\{\{/g, '{&#8203;{')
		.replace(/\|/g, '\\|')
		.replace(/\s+/g, ' ')
		.trim();

const sentence = (text) => `${cell(text).replace(/\.$/, '')}.`;

const kinds = {
	boolean: 'on or off',
	collection: 'optional fields',
	dateTime: 'date and time',
	fixedCollection: 'entries',
	multiOptions: 'choices',
	number: 'number',
	options: 'choice',
	resourceLocator: 'from a list, by ID',
	string: 'text',
};

function kindOf({ type, modes = [] }) {
	if (type !== 'resourceLocator') return kinds[type] ?? type;
	return modes.map(({ displayName }) => displayName.toLowerCase()).join(', ');
}

/** A field, and below it those inside it. */
function rowsOf(field, level = 0) {
	if (field.type === 'notice') return [['', '', cell(field.displayName)]];
	const name = `${'&emsp;'.repeat(level)}${cell(field.displayName)}${field.required ? ' \\*' : ''}`;
	const inside =
		field.type === 'collection'
			? field.options
			: field.type === 'fixedCollection'
				? field.options.flatMap(({ values }) => values)
				: [];
	const choices =
		field.type === 'options' || field.type === 'multiOptions'
			? `: ${field.options.map((option) => cell(option.name)).join(', ')}`
			: '';
	const words = [field.description, field.hint].filter(Boolean).map(cell).join('. ').replace('.. ', '. ');
	return [[name, `${kindOf(field)}${choices}`, words], ...inside.flatMap((one) => rowsOf(one, level + 1))];
}

const fieldTable = (fields) =>
	fields.length === 0 ? 'No fields.' : table(['field', 'value', ''], fields.flatMap((field) => rowsOf(field)));

const isShown = ({ displayOptions = {} }, resource, operation) => {
	const { show = {}, hide = {} } = displayOptions;
	const isForTools = show['@tool']?.includes(true) ?? false;
	return (
		!isForTools &&
		!(hide.resource?.includes(resource) ?? false) &&
		(show.resource?.includes(resource) ?? false) &&
		(show.operation?.includes(operation) ?? false)
	);
};

function actionPart({ properties }) {
	const resources = properties.find(({ name }) => name === 'resource').options;
	const fieldsOf = (resource, operation) =>
		properties.filter(
			(property) => property.name !== 'operation' && isShown(property, resource, operation),
		);
	const overview = [];
	const details = [];
	for (const { name: resource, value } of resources) {
		const { options } = properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions.show.resource.includes(value),
		);
		for (const { name, value: operation, description } of options) {
			overview.push([resource, name, cell(description)]);
			details.push(
				`### ${resource}: ${name}\n\n${sentence(description)}\n\n${fieldTable(fieldsOf(value, operation))}`,
			);
		}
	}
	const settings = properties.filter(({ isNodeSetting }) => isNodeSetting);
	return [
		'## Operations',
		table(['resource', 'operation', ''], overview),
		...details,
		"## Settings\n\nIn the node's tab **Settings**:",
		fieldTable(settings),
	];
}

const triggerPart = ({ displayName, description, polling, properties }) => [
	`## ${displayName}`,
	`${sentence(description)} ${polling ? 'It polls: how often, its field **Poll Times** says.' : "The service calls n8n, so n8n's address must be reachable from the internet."}`,
	fieldTable(properties),
];

const nodes = n8n.nodes.map((file) => ({
	folder: path.basename(path.dirname(file)),
	description: load(file).description,
}));
const credentials = n8n.credentials.map(load);

function page(folder) {
	const own = nodes.filter((node) => node.folder === folder).map(({ description }) => description);
	const action = own.find(({ group }) => !group.includes('trigger'));
	const triggers = own.filter(({ group }) => group.includes('trigger'));
	const credential = credentials.find(({ name }) => name === action.credentials[0].name);
	const visible = credential.properties.filter(({ type }) => type !== 'hidden');
	const parts = [
		`# ${action.displayName}`,
		`${sentence(action.description)} Made by \`npm run docs\` from what the editor shows. Fields marked \\* are required.`,
		...actionPart(action),
		...triggers.flatMap(triggerPart),
		`## Credential: ${credential.displayName}`,
		fieldTable(visible),
	];
	return `${parts.join('\n\n')}\n`;
}

const values = { ...figures, ...limits };

/** A page written by hand with its numbers and tables as they are now; tables stand between lines. */
function filledIn(file) {
	const text = readFileSync(path.join(root, file), 'utf8');
	return text.replace(/<!-- (\w+) -->[^]*?<!-- \/ -->/g, (_, name, start) => {
		const value = values[name];
		if (value === undefined) throw new Error(`${file} wants '${name}', which nothing gives`);
		const isTable = value.includes('\n');
		// There, Markdown would take the rest of the line for HTML
		if (!isTable && /(^|\n)\s*$/.test(text.slice(0, start))) {
			throw new Error(`${file}: '${name}' must not start a line`);
		}
		const around = isTable ? '\n\n' : '';
		return `<!-- ${name} -->${around}${value}${around}<!-- / -->`;
	});
}

const folders = [...new Set(nodes.map((node) => node.folder))];
const pages = [
	...folders.map((name) => [`docs/nodes/${name}.md`, page(name)]),
	...['README.md', 'docs/guarantees.md', 'docs/limits.md'].map((file) => [file, filledIn(file)]),
];

const check = process.argv.includes('--check');
mkdirSync(path.join(root, 'docs', 'nodes'), { recursive: true });
for (const [name, text] of pages) {
	const file = path.join(root, name);
	if (!check) writeFileSync(file, text);
	else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
		console.error(`${name} is out of date. "npm run docs" makes it anew.`);
		process.exitCode = 1;
	}
}
