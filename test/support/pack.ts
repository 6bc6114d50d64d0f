import { PackageDirectoryLoader } from 'n8n-core';
import type {
	ICredentialType,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { resolve } from 'node:path';

import { asTool } from './tool';

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
		if (this.own[type]) return this.own[type];
		const name = type.replace(`${packageName}.`, '');
		if (!name.endsWith('Tool')) return this.pack.getNode(name).type;
		return asTool(this.pack.getNode(name.replace(/Tool$/, '')).type as INodeType);
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
