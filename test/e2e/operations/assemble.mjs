import { credentialOf, node, packType, workflow } from '../workflows.mjs';

export const start = 'Start';

/** Name of the node that a proof is about, in the workflow of all proofs of a resource. */
export const nameOf = ({ operation }, index) => `${operation} ${index}`;

/** Indexes of the input items that a proof is run with. */
export const indexes = [0, 1, 2];

/** What later ones do would be in the way of earlier ones. */
const order = [/^(get|check)/, /^update/, /^(?!delete|remove|close)/, /./];

const rank = ({ operation }) => order.findIndex((some) => some.test(operation));

/** Files as n8n keeps them in an item. */
const binary = (files) =>
	Object.fromEntries(
		Object.entries(files).map(([field, { name, mimeType, content }]) => [
			field,
			{ fileName: name, mimeType, data: content.toString('base64') },
		]),
	);

/** Nodes that give the input items of a proof. */
function source(proof, index, y) {
	const items = indexes.map((item) => proof.item(item));
	if (proof.files) {
		const whole = items.map((json, item) => ({ json, binary: binary(proof.files(item)) }));
		const jsCode = `return ${JSON.stringify(whole)};`;
		const more = { typeVersion: 2, position: [200, y] };
		return [node(`Items ${index}`, 'n8n-nodes-base.code', { jsCode }, more)];
	}
	const set = { mode: 'raw', jsonOutput: JSON.stringify({ items }), options: {} };
	const split = { fieldToSplitOut: 'items', options: {} };
	return [
		node(`All ${index}`, 'n8n-nodes-base.set', set, { typeVersion: 3.4, position: [200, y] }),
		node(`Items ${index}`, 'n8n-nodes-base.splitOut', split, { position: [400, y] }),
	];
}

function operationNode(proof, index, y) {
	const { node: service, resource, operation, parameters, credential = service } = proof;
	const requestOptions = { groupItems: false };
	return node(
		nameOf(proof, index),
		packType(service),
		{ resource, operation, ...parameters, requestOptions },
		{
			position: [600, y],
			// One that fails does not keep the others from running
			onError: 'continueRegularOutput',
			credentials: credentialOf(service, credential),
		},
	);
}

const to = (name) => ({ node: name, type: 'main', index: 0 });

/** One workflow that runs all proofs one after the other: n8n takes branches from top to bottom. */
export function assembled(proofs) {
	const ordered = [...proofs.entries()].sort(([, one], [, other]) => rank(one) - rank(other));
	const branches = ordered.map(([index, proof], place) => [
		...source(proof, index, place * 200),
		operationNode(proof, index, place * 200),
	]);
	const trigger = node(start, 'n8n-nodes-base.manualTrigger');
	const connections = { [start]: { main: [branches.map(([first]) => to(first.name))] } };
	for (const branch of branches) {
		for (const [place, next] of branch.slice(1).entries()) {
			connections[branch[place].name] = { main: [[to(next.name)]] };
		}
	}
	const [{ node: service, resource }] = proofs;
	return workflow(`${service} ${resource}`, [trigger, ...branches.flat()], connections);
}
