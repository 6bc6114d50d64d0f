import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as ts from 'typescript';

/** What tells a user something, and which of its arguments does. */
const tellers: Record<string, number[]> = {
	apiError: [1, 2],
	eachAs: [1],
	LogInFailure: [0],
	LogInRefused: [0],
	LogInUnanswered: [0],
	matching: [2],
	named: [2],
	NodeOperationError: [1],
	NoFile: [0],
	Unfit: [0],
};

/** Properties that hold what a user is told: of lists, of operations, of outcomes, of credential tests. */
const properties = ['empty', 'message', 'missing', 'noToken', 'reason', 'said', 'unclear'];

/** Files all of whose sentences reach the user. */
const tellingFiles = ['nodes/shared/tell.ts'];

const isSentence = (text: string) => /\S+ \S+ \S+/.test(text);

interface Messages {
	/** What a user can be told by an error, an empty list or a credential test. */
	told: Set<string>;
	/** All texts of the source, among them hints, advice and notes on items. */
	written: Set<string>;
}

/** A text as it stands in the source, with … for what is filled in. */
function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

/** The texts that an expression can give, as far as they stand in its file. */
function textsOf(node: ts.Node, constants: Map<string, ts.Expression>): string[] {
	const text = textOf(node);
	if (text !== undefined) return [text];
	if (ts.isConditionalExpression(node)) {
		return [node.whenTrue, node.whenFalse].flatMap((one) => textsOf(one, constants));
	}
	const value = ts.isIdentifier(node) ? constants.get(node.text) : undefined;
	return value ? textsOf(value, constants) : [];
}

function readFile(path: string, { told, written }: Messages): void {
	const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
	const constants = new Map<string, ts.Expression>();
	const all: ts.Node[] = [];
	const gather = (node: ts.Node): void => {
		all.push(node);
		if (ts.isVariableDeclaration(node) && node.initializer) {
			constants.set(node.name.getText(), node.initializer);
		}
		ts.forEachChild(node, gather);
	};
	gather(source);
	const tell = (node: ts.Node | undefined) => {
		if (node) for (const text of textsOf(node, constants)) told.add(text);
	};
	const tellEach = (node: ts.Node) =>
		node.forEachChild((one) => tell(ts.isPropertyAssignment(one) ? one.initializer : undefined));
	for (const node of all) {
		const text = textOf(node);
		if (text !== undefined) written.add(text);
		if (text !== undefined && isSentence(text) && tellingFiles.includes(path)) told.add(text);
		if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
			const places = new Map(Object.entries(tellers)).get(node.expression.getText()) ?? [];
			for (const place of places) tell(node.arguments?.[place]);
			if (node.expression.getText() === 'whenStatus') node.arguments?.forEach(tellEach);
		}
		if (ts.isPropertyAssignment(node) && properties.includes(node.name.getText())) {
			tell(node.initializer);
		}
	}
}

/** What nodes and credentials say, read from their source. */
export function readMessages(root: string): Messages {
	const messages: Messages = { told: new Set(), written: new Set() };
	for (const folder of ['nodes', 'credentials']) {
		const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
		for (const file of files.filter((name) => name.endsWith('.ts'))) {
			readFile(join(root, folder, file), messages);
		}
	}
	return messages;
}
