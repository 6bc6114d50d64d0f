import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { loadPack } from '../support';

/** What the editor shows of the pack. */
interface Labels {
	fields: Set<string>;
	/** As `Message: Get Many`. */
	operations: Set<string>;
	/** Names of nodes, credentials, choices, buttons and ways to name a record; operations as lists call them. */
	others: Set<string>;
}

type Options = Array<Partial<INodeProperties> & Partial<INodePropertyOptions>>;

/** A field, and at every depth those inside it. */
function withInner(property: INodeProperties): INodeProperties[] {
	const inside = ((property.options ?? []) as Options).flatMap((option) =>
		'values' in option
			? (option.values as INodeProperties[])
			: option.type
				? [option as INodeProperties]
				: [],
	);
	return [property, ...inside.flatMap(withInner)];
}

const choicesOf = ({ options = [], modes = [], placeholder = '' }: INodeProperties) => [
	placeholder,
	...(options as Options).flatMap(({ name, action }) => [name ?? '', action ?? '']),
	...modes.map(({ displayName }) => displayName),
];

function operationsOf(properties: INodeProperties[]): string[] {
	const named = (name: string) => properties.filter((property) => property.name === name);
	const resources = named('resource').flatMap(({ options }) => options as INodePropertyOptions[]);
	return named('operation').flatMap(({ displayOptions, options }) =>
		resources
			.filter(({ value }) => displayOptions?.show?.resource?.includes(value))
			.flatMap(({ name }) => (options as INodePropertyOptions[]).map((one) => `${name}: ${one.name}`)),
	);
}

export async function readLabels(): Promise<Labels> {
	const { nodeTypes, credentialTypes } = await loadPack();
	const shown = [
		...Object.values(nodeTypes).map(
			({ type }) => NodeHelpers.getVersionedNodeType(type).description,
		),
		...Object.values(credentialTypes).map(({ type }) => type),
	];
	const properties = shown.map((one) => one.properties);
	const all = properties.flat().flatMap(withInner);
	return {
		fields: new Set(all.map(({ displayName }) => displayName)),
		operations: new Set(properties.flatMap(operationsOf)),
		others: new Set([...shown.map(({ displayName }) => displayName), ...all.flatMap(choicesOf)]),
	};
}
