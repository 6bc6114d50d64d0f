import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Call, Item } from './item';
import type { Answer, Download, Provider } from './operation';

const asJson = (record: unknown): IDataObject =>
	typeof record === 'object' && record !== null ? (record as IDataObject) : { value: record as string };

const success: IDataObject = { success: true };

/** The records in an answer; an empty answer to a request that is no list says that it succeeded. */
export function recordsOf(answer: Answer, item: Call, provider: Provider): IDataObject[] {
	const { operation, parameters } = item;
	const found = operation.output
		? operation.output(answer, parameters)
		: (provider.records?.(answer.body) ?? answer.body);
	if (Array.isArray(found)) return found.map(asJson);
	if (found === undefined || found === null || found === '') {
		return operation.pages ? [] : [operation.empty ?? success];
	}
	return [asJson(found)];
}

/** An output item, in the form that the user wants. */
export function outputItem(
	record: IDataObject,
	{ index, operation, shape = asJson }: Item,
): INodeExecutionData {
	const isEmptyAnswer = record === success || record === operation.empty;
	return { json: isEmptyAnswer ? { ...record } : shape(record), pairedItem: { item: index } };
}

/** The output item of an answer that is a file. */
export async function fileItem(
	{ content, name, mimeType, json }: Download,
	{ context, parameters, index }: Item,
): Promise<INodeExecutionData> {
	const binary = await context.helpers.prepareBinaryData(content, name, mimeType);
	return {
		json: json ?? { fileName: name, mimeType: binary.mimeType, size: content.length },
		binary: { [String(parameters.binaryPropertyName)]: binary },
		pairedItem: { item: index },
	};
}
