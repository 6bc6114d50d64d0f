import type { IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';

import { field } from './kinds';
import { knownCredential } from './conduct';
import type { Conduct } from './conduct';
import type { Item } from './item';
import type { Attachment } from './message';
import type { Field } from './operation';
import { ownName } from './plain';
import { atOnce, withinBudget } from './slots';

const onlyThen = { show: { downloadAttachments: [true] } };

/** The fields of an operation whose messages may have attachments. */
export const attachmentFields: Field[] = [
	field.flag('Download Attachments', 'downloadAttachments', {
		description: 'Whether to put the files of each message into binary fields of its item',
	}),
	field.text('Attachment Prefix', 'attachmentPrefix', {
		required: true,
		default: 'attachment_',
		displayOptions: onlyThen,
		description: 'What the names of the binary fields start with; a number from 0 follows',
		parse: ownName(100),
	}),
	field.number('Largest Attachment (MB)', 'largestAttachment', {
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 20,
		displayOptions: onlyThen,
		description: 'Larger files are not downloaded; the item says so in the field attachmentErrors',
	}),
];

const megabyte = 1024 * 1024;

/** Files that one item downloads at the same time. */
const filesAtOnce = 4;

/** What is used of Node's readable streams. */
type Readable = AsyncIterable<Buffer> & { destroy: () => void };

/** Why a file was not downloaded. */
class NoFile extends Error {}

/** Reads a stream, and stops it when it holds more than the user allows. */
async function bytesIn(stream: Readable, most: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.length;
		if (bytes > most) throw new NoFile(`larger than ${most / megabyte} MB`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : undefined);

interface FileAnswer {
	statusCode: number;
	headers: Record<string, string | undefined>;
	body: Readable;
}

/**
 * Asks for a file, and goes where it is sent on to. Only the API itself gets to see the credential: n8n
 * takes headers with names of their own along to other hosts.
 */
async function askFor(url: string, item: Item, conduct: Conduct, hops = 5): Promise<FileAnswer> {
	const { context } = item;
	const { provider, request: common } = conduct;
	const origin = originOf(url);
	if (!origin || !/^https?:/.test(origin)) throw new NoFile('no web address');
	const { baseURL = '', ...manner } = common;
	const options: IHttpRequestOptions = {
		...manner,
		url,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const { httpRequest, httpRequestWithAuthentication } = context.helpers;
	const answer = (await (origin === originOf(baseURL)
		? httpRequestWithAuthentication.call(context, provider.credential, options, knownCredential(conduct))
		: httpRequest(options))) as FileAnswer;
	const { location } = answer.headers;
	if (Math.floor(answer.statusCode / 100) !== 3 || location === undefined) return answer;
	answer.body.destroy();
	if (hops === 0) throw new NoFile('sent on too often');
	return await askFor(new URL(location, url).href, item, conduct, hops - 1);
}

/** Gets a file; a path is one below the address of the API. */
async function fetchFile(
	place: string,
	most: number,
	item: Item,
	conduct: Conduct,
): Promise<{ content: Buffer; mimeType?: string }> {
	const url = place.startsWith('/') ? `${conduct.request.baseURL ?? ''}${place}` : place;
	const { statusCode, headers, body } = await askFor(url, item, conduct);
	try {
		if (statusCode >= 300) throw new NoFile(`HTTP status ${statusCode}`);
		if (Number(headers['content-length']) > most) throw new NoFile(`larger than ${most / megabyte} MB`);
		return { content: await bytesIn(body, most), mimeType: headers['content-type']?.split(';')[0] };
	} finally {
		body.destroy();
	}
}

/**
 * Downloads the attachments of each item into binary fields. What cannot be had is told in the
 * field `attachmentErrors`, as `[{ name, error }]`.
 */
export async function attachFiles(
	items: INodeExecutionData[],
	attachments: Attachment[][],
	item: Item,
	conduct: Conduct,
): Promise<void> {
	const { attachmentPrefix, largestAttachment } = item.parameters;
	const most = (largestAttachment as number) * megabyte;
	const wanted = items.flatMap((one, index) =>
		attachments[index]!.map((attachment, place) => ({ one, attachment, place })),
	);
	await atOnce(filesAtOnce, wanted, async ({ one, attachment, place }) => {
		if (conduct.signal?.aborted) return;
		const { name, url = '', size = 0, mimeType } = attachment;
		try {
			if (size > most) throw new NoFile(`larger than ${largestAttachment} MB`);
			const binary = await withinBudget(size || most, async () => {
				const file = await fetchFile(url, most, item, conduct);
				const type = mimeType ?? file.mimeType;
				return await item.context.helpers.prepareBinaryData(file.content, name, type);
			});
			one.binary = { ...one.binary, [`${String(attachmentPrefix)}${place}`]: binary };
		} catch (error) {
			const told = error instanceof NoFile ? error.message : 'could not be downloaded';
			const errors = (one.json.attachmentErrors ?? []) as object[];
			one.json.attachmentErrors = [...errors, { name: name ?? `attachment ${place}`, error: told }] as never;
		}
	});
}
