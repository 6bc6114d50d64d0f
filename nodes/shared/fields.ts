import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Field, FieldGroup, Provider } from './operation';
import { ownName } from './plain';
import { proxyAddress } from './proxy';

export const returnAll: Field = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limit: Field = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
};

/** The binary field that a downloaded file goes to. */
export const outputField: Field = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
	parse: ownName(100),
};

const groupItems: Field = {
	displayName: 'Group Items',
	name: 'groupItems',
	type: 'boolean',
	default: true,
	description:
		'Whether items that differ only in the recipient or the record go out in one request; each still has its own output',
};

/** How a node behaves towards its service; stands in the node's settings. */
export const requestOptions = ({ name, parallel, mostParallel = 50, groups }: Provider): Field => ({
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	isNodeSetting: true,
	placeholder: 'Add Option',
	default: {},
	options: [
		...(groups === undefined ? [] : [{ ...groupItems, default: groups }]),
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			default: false,
			description: 'Whether to connect even if SSL certificate validation is not possible',
		},
		{
			displayName: 'Longest Wait (Minutes)',
			name: 'longestWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 120 },
			default: 15,
			description: `How long to wait in all when ${name} asks to slow down. Items that would wait longer end with an error that says when to try again.`,
		},
		{
			displayName: 'Proxy',
			name: 'proxy',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://user:password@proxy.example.com:3128',
			description: 'Web address of the HTTP proxy to use',
			parse: proxyAddress,
		},
		{
			displayName: 'Requests at Once',
			name: 'requestsAtOnce',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: mostParallel },
			default: parallel,
			description: `How many requests to ${name} may be under way at the same time with one credential`,
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300000,
			description: 'How long to wait for an answer, in milliseconds',
		},
	],
});

/** Takes what only the engine reads off a field, at every depth, and leaves n8n's own property. */
export function asProperty({ parse: _parse, place: _place, ...field }: Field): INodeProperties {
	const options = (field.options as Array<Field | FieldGroup> | undefined)?.map((option) => {
		if ('values' in option) return { ...option, values: option.values.map(asProperty) };
		return 'type' in option ? asProperty(option) : option;
	});
	return { ...field, ...(options && { options }) } as INodeProperties;
}

/** Whether a field applies, judged by the values of the fields before it. */
export function applies({ displayOptions }: Field, values: IDataObject): boolean {
	const matches = (conditions: object | undefined, every: boolean) => {
		const results = Object.entries(conditions ?? {}).map(([name, wanted]) =>
			(wanted as unknown[]).includes(values[name]),
		);
		return every ? results.every(Boolean) : results.some(Boolean);
	};
	return matches(displayOptions?.show, true) && !matches(displayOptions?.hide, false);
}
