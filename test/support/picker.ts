import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';

import type { ProviderName, Sandbox } from '../../sandbox/types';
import { additionalDataFor } from './additionalData';
import { MemoryCredentials } from './credentials';
import { credentialType, loadPack, NodeTypes, packageName } from './pack';
import { lists, record } from './record';
import { sandboxCredentials } from './sandbox';

const pack = loadPack();

/** Opens a list as the editor does, to choose a record from. */
export async function openList(
	sandbox: Sandbox,
	provider: ProviderName,
	list: string,
	{ filter, token, parameters = {}, node = provider }: {
		filter?: string;
		token?: string;
		/** What the node's panel holds. */
		parameters?: INodeParameters;
		/** Type of the node, where it is not the service's action node. */
		node?: string;
	} = {},
): Promise<INodeListSearchResult> {
	const loader = await pack;
	const credential = `${provider}Api`;
	const credentials = new MemoryCredentials((name) => credentialType(loader, name), {
		[credential]: sandboxCredentials(sandbox, provider) as never,
	});
	const workflow = new Workflow({
		id: 'workflow',
		nodes: [
			{
				id: 'n',
				name: 'Node',
				type: `${packageName}.${node}`,
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: { [credential]: { id: randomUUID(), name: 'Sandbox' } },
			},
		],
		connections: {},
		active: false,
		nodeTypes: new NodeTypes(loader, {}),
	});
	const own = workflow.getNode('Node')!;
	const data = additionalDataFor(credentials, { currentNodeParameters: parameters } as object);
	const context = new LoadOptionsContext(workflow, own, data, '');
	const { methods } = workflow.nodeTypes.getByNameAndVersion(own.type, 1);
	const before = sandbox.requests.length;
	const page = await methods!.listSearch![list]!.call(context as never, filter, token);
	record(node, `${lists}.${list}`, sandbox.requests.slice(before));
	return page;
}

/** Searches a list as a user who waits: a slow computer does not come to its end in one call. */
export async function searchList(
	...[sandbox, provider, list, options]: Parameters<typeof openList>
): Promise<INodeListSearchResult> {
	let page = await openList(sandbox, provider, list, options);
	while (page.results.length === 0 && page.paginationToken) {
		const token = page.paginationToken as string;
		page = await openList(sandbox, provider, list, { ...options, token });
	}
	return page;
}
