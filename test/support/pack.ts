import { PackageDirectoryLoader, RoutingNode } from 'n8n-core';
import type { ExecuteContext } from 'n8n-core';
import type {
	ICredentialType,
	IExecuteFunctions,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { resolve } from 'node:path';

/** Package name, which is the first part of every node type's name. */
export const packageName = 'n8n-nodes-messaging-pack';

/** The built package, loaded by n8n's own loader. */
export async function loadPack(folder = resolve(__dirname, '../..')) {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	return loader;
}

type Pack = Awaited<ReturnType<typeof loadPack>>;

/** n8n's register of node types: those of the pack, and some of the tests' own. */
export class NodeTypes implements INodeTypes {
	constructor(
		private readonly pack: Pack,
		private readonly own: Record<string, INodeType>,
	) {}

	getByName(type: string): INodeType | IVersionedNodeType {
		return this.own[type] ?? this.pack.getNode(type.replace(`${packageName}.`, '')).type;
	}

	/** Gives declarative nodes the `execute` that n8n's server gives them. */
	getByNameAndVersion(type: string, version?: number): INodeType {
		const node = NodeHelpers.getVersionedNodeType(this.getByName(type), version);
		const isDeclarative = !node.execute && !node.poll && !node.trigger && node.description.requestDefaults;
		if (isDeclarative) {
			node.execute = async function (this: IExecuteFunctions) {
				return (await new RoutingNode(this as unknown as ExecuteContext, node).runNode()) ?? null;
			};
		}
		return node;
	}

	getKnownTypes() {
		return {};
	}
}

export const credentialType = (pack: Pack, name: string): ICredentialType =>
	pack.getCredential(name).type;
