import type { INodeProperties, INodeType } from 'n8n-workflow';
import { deepCopy, NodeConnectionTypes } from 'n8n-workflow';

/** What n8n's server adds to a tool: whether its description is made of the operation or written by hand. */
const descriptionProperties = (description: string): INodeProperties[] => [
	{
		displayName: 'Tool Description',
		name: 'descriptionType',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Set Automatically', value: 'auto' },
			{ name: 'Set Manually', value: 'manual' },
		],
		default: 'auto',
	},
	{
		displayName: 'Description',
		name: 'toolDescription',
		type: 'string',
		default: description,
		displayOptions: { show: { descriptionType: ['manual'] } },
	},
];

/**
 * The tool that n8n's server makes of a node which is usable as one: its `convertNodeToAiTool`,
 * which is in the package n8n and not in its engine.
 */
export function asTool(type: INodeType): INodeType {
	const { usableAsTool, ...description } = deepCopy(type.description);
	if (!usableAsTool) throw new Error(`${description.name} cannot be used as a tool`);
	return Object.create(type, {
		description: {
			value: {
				...description,
				name: `${description.name}Tool`,
				displayName: `${description.displayName} Tool`,
				inputs: [],
				outputs: [NodeConnectionTypes.AiTool],
				properties: [...descriptionProperties(description.description), ...description.properties],
			},
		},
	}) as INodeType;
}
