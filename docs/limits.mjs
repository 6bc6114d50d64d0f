import { tsImport } from 'tsx/esm/api';

import { table } from './table.mjs';

/**
 * The limits that the nodes check, found by asking the operations' own code: fields are given what
 * is too long, and say how much they take.
 */
const { resources } = await tsImport('../test/inputs/operations.ts', import.meta.url);

const names = {
	paraTranz: 'ParaTranz',
	smtpCom: 'SMTP.com',
	iBiz: 'iBiz',
	sakari: 'Sakari',
	yandexMarket: 'Yandex Market',
};

const shown = (number) => number.toLocaleString('en-US');

const tooLong = 'x'.repeat(1_000_000);

/** Most characters that a field takes, if it says so. */
function mostCharacters({ parse }) {
	try {
		parse?.(tooLong, { timezone: 'UTC' });
	} catch ({ message }) {
		return /^must have at most (\d+) characters/.exec(message)?.[1];
	}
	return undefined;
}

/** What every ID, and every text of one line, may have; the page says so once. */
const usual = ['500', '998'];

/** Fields that name something inside n8n. */
const isInner = ({ name }) => /^(attachmentPrefix|binaryPropertyName)$/.test(name);

/** What a field and those inside it take: [label, limit]. */
function limitsOf(field, before = '') {
	const label = `${before}${field.displayName}`;
	const inside = (field.options ?? []).flatMap((option) => option.values ?? (option.type ? [option] : []));
	const most = mostCharacters(field);
	const isUsual = most === undefined || usual.includes(most) || isInner(field);
	const own = isUsual ? [] : [[label, `${shown(Number(most))} characters`]];
	const prefix = field.type === 'fixedCollection' ? `${label}: ` : '';
	return [...own, ...inside.flatMap((one) => limitsOf(one, prefix))];
}

/** [label, limit] of an operation: of its fields, its files, and what it joins into a request. */
const ofOperation = ({ fields, files, group }) => [
	...fields.flatMap((field) => limitsOf(field)),
	...(files?.mostBytes === undefined ? [] : [['Files together', `${shown(files.mostBytes)} bytes`]]),
	...(group === undefined ? [] : [['Items that go out in one request', shown(group.most)]]),
];

function rowsOf([provider, all]) {
	const found = new Map();
	for (const { name: resource, operations } of all) {
		for (const operation of operations) {
			for (const [label, limit] of ofOperation(operation)) {
				const key = `${label}\n${limit}`;
				found.set(key, (found.get(key) ?? new Set()).add(`${resource}: ${operation.name}`));
			}
		}
	}
	return [...found].map(([key, operations]) => {
		const [label, limit] = key.split('\n');
		const where = operations.size > 4 ? `${operations.size} operations` : [...operations].join(', ');
		return [names[provider], label, limit, where];
	});
}

const all = Object.values(resources).flatMap((list) => list.flatMap(({ operations }) => operations));

export const limits = {
	operations: String(all.length),
	operationsForAgents: String(all.filter(({ fields }) => !fields.some(needsFile)).length),
	limitsTable: table(['service', 'field', 'at most', 'in'], Object.entries(resources).flatMap(rowsOf)),
};

/** Whether an operation cannot be carried out without a file of the input item. */
function needsFile({ required, hint = '', displayOptions }) {
	return required && !displayOptions && /^The name of the input binary field/.test(hint);
}
