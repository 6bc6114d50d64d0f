import { PackageDirectoryLoader } from 'n8n-core';
import type {
	ICredentialType,
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
		private readonly own: Record<string, INodeType | IVersionedNodeType>,
	) {}

	getByName(type: string): INodeType | IVersionedNodeType {
		return this.own[type] ?? this.pack.getNode(type.replace(`${packageName}.`, '')).type;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes() {
		return {};
	}
}

export const credentialType = (pack: Pack, name: string): ICredentialType =>
	pack.getCredential(name).type;
