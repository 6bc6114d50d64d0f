import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Provider, Resource } from './operation';
import { carryOut } from './run';

/** The `execute` of an action node. */
export const execution = (provider: Provider, resources: Resource[]) =>
	async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await carryOut(this, provider, resources);
	};
