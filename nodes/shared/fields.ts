import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { field } from './kinds';
import type { Field, FieldGroup, Provider } from './operation';
import { ownName } from './plain';
import { proxyAddress } from './proxy';

export const returnAll = field.flag('Return All', 'returnAll', {
	description: 'Whether to return all results or only up to a given limit',
});

export const limit = field.number('Limit', 'limit', {
	typeOptions: { minValue: 1 },
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
});

/** The binary field that a downloaded file goes to. */
export const outputField = field.text('Put Output File in Field', 'binaryPropertyName', {
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
	parse: ownName(100),
});

const groupItems = field.flag('Group Items', 'groupItems', {
	default: true,
	description:
		'Whether items that differ only in the recipient or the record go out in one request; each still has its own output',
});

/** How a node behaves towards its service; stands in the node's settings. */
export const requestOptions = ({ name, parallel, mostParallel = 50, groups }: Provider): Field => ({
	...field.options([
		...(groups === undefined ? [] : [{ ...groupItems, default: groups }]),
		field.flag('Ignore SSL Issues (Insecure)', 'allowUnauthorizedCerts', {
			description: 'Whether to connect even if SSL certificate validation is not possible',
		}),
		field.number('Longest Wait (Minutes)', 'longestWait', {
			typeOptions: { minValue: 0, maxValue: 120 },
			default: 15,
			description: `How long to wait in all when ${name} asks to slow down. Items that would wait longer end with an error that says when to try again.`,
		}),
		field.text('Proxy', 'proxy', {
			placeholder: 'e.g. http://user:password@proxy.example.com:3128',
			description: 'Web address of the HTTP proxy to use',
			parse: proxyAddress,
		}),
		field.number('Requests at Once', 'requestsAtOnce', {
			typeOptions: { minValue: 1, maxValue: mostParallel },
			default: parallel,
			description: `How many requests to ${name} may be under way at the same time with one credential`,
		}),
		field.number('Timeout', 'timeout', {
			typeOptions: { minValue: 1 },
			default: 300000,
			description: 'How long to wait for an answer, in milliseconds',
		}),
	]),
	displayName: 'Request Options',
	name: 'requestOptions',
	isNodeSetting: true,
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
