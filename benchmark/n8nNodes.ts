import type { INodeType, IVersionedNodeType } from 'n8n-workflow';
import { NodeHelpers, VersionedNodeType } from 'n8n-workflow';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const nodesBase = join(__dirname, 'node_modules/n8n-nodes-base');
const engineRequire = createRequire(__filename);

/** Packages of which there must be one only, that of the engine which runs the nodes. */
const shared = /^(n8n-workflow|n8n-core|@n8n\/[\w-]+)(\/|$)/;

registerHooks({
	resolve(specifier, context, next) {
		const isNodes = context.parentURL?.startsWith(pathToFileURL(nodesBase).href);
		if (!isNodes || !shared.test(specifier)) return next(specifier, context);
		const url = pathToFileURL(engineRequire.resolve(specifier)).href;
		return { url, format: 'commonjs', shortCircuit: true };
	},
});

const files: Record<string, string> = {
	'n8n-nodes-base.httpRequest': 'HttpRequest/HttpRequest.node.js',
	'n8n-nodes-base.splitOut': 'Transform/SplitOut/SplitOut.node.js',
	'n8n-nodes-base.extractFromFile': 'Files/ExtractFromFile/ExtractFromFile.node.js',
};

const loaded = new Map<string, INodeType | IVersionedNodeType>();

function load(file: string): INodeType | IVersionedNodeType {
	const module = engineRequire(join(nodesBase, 'dist/nodes', file)) as Record<
		string,
		new () => INodeType | IVersionedNodeType
	>;
	const node = new (Object.values(module)[0]!)();
	if ('nodeVersions' in node && !(node instanceof VersionedNodeType)) {
		throw new Error(`${file} does not use the engine of this repository`);
	}
	return node;
}

/** Those of the types that are n8n's own, loaded when they are first asked for. */
export function n8nNodes(types: string[]): Record<string, INodeType | IVersionedNodeType> {
	const wanted = types.filter((type) => type in files);
	for (const type of wanted) if (!loaded.has(type)) loaded.set(type, load(files[type]!));
	return Object.fromEntries(wanted.map((type) => [type, loaded.get(type)!]));
}

/** The version that the editor gives a new node. */
export const newest = (type: INodeType | IVersionedNodeType): number => {
	if ('nodeVersions' in type) return type.currentVersion;
	const { version, defaultVersion } = NodeHelpers.getVersionedNodeType(type).description;
	return defaultVersion ?? [version].flat().at(-1)!;
};
