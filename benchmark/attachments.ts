import type { INodeParameters } from 'n8n-workflow';
import { randomBytes } from 'node:crypto';

import type { Give, Step } from './engine';
import { smtpCom } from './work/smtpCom';
import { type PlainRequest, withCredential, withJson, withQuery } from './work/work';
import { yandexMarket } from './work/yandexMarket';

/** Sending one file with each message; the input items hold it in the binary field `data`. */
export interface FileSending {
	node: INodeParameters;
	/** The nodes that do the same with what n8n has. */
	n8n: (baseUrl: string) => Step[];
	request: (content: Buffer) => PlainRequest;
}

const mail = smtpCom.send.request({ to: 'ada@example.com' });
const name = 'report.bin';
const type = 'application/octet-stream';
const disposition = 'attachment';

const placeholder = 'the file';

const mailWith = (content: string) => {
	const { body, ...others } = mail.data as { body: object };
	const attachments = [{ content, encoding: 'base64', filename: name, type, disposition }];
	return { ...others, body: { ...body, attachments } };
};

/** A mail of SMTP.com, with the file as base64 in its JSON body. */
const inMail: FileSending = {
	node: { ...smtpCom.send.node, to: 'ada@example.com', additionalFields: { attachments: 'data' } },
	n8n: (baseUrl) => [
		{
			type: 'n8n-nodes-base.extractFromFile',
			parameters: { operation: 'binaryToPropery', destinationKey: 'data', options: {} },
		},
		{
			type: 'n8n-nodes-base.httpRequest',
			parameters: {
				...withCredential(smtpCom.credential),
				...withJson(
					JSON.stringify(mailWith(placeholder)).replace(`"${placeholder}"`, '$json.data'),
				),
				method: 'POST',
				url: `${baseUrl}/v4/messages`,
			},
		},
	],
	request: (content) => ({ ...mail, data: mailWith(content.toString('base64')) }),
};

const chat = { business: '924574', id: '11870001' };
const filePath = `/v2/businesses/${chat.business}/chats/file/send`;

/** A file in a chat of Yandex Market, as a part of a form. */
const inChat: FileSending = {
	node: {
		resource: 'file',
		operation: 'send',
		businessId: chat.business,
		chatId: chat.id,
		inputDataFieldName: 'data',
	},
	n8n: (baseUrl) => [
		{
			type: 'n8n-nodes-base.httpRequest',
			parameters: {
				...withCredential(yandexMarket.credential),
				...withQuery({ chatId: chat.id }),
				method: 'POST',
				url: baseUrl + filePath,
				sendBody: true,
				contentType: 'multipart-form-data',
				bodyParameters: {
					parameters: [
						{ parameterType: 'formBinaryData', name: 'file', inputDataFieldName: 'data' },
					],
				},
			},
		},
	],
	request(content) {
		const form = new FormData();
		form.append('file', new Blob([new Uint8Array(content)], { type }), name);
		return { method: 'POST', url: filePath, params: { chatId: chat.id }, data: form };
	},
};

export const fileSendings = { inMail, inChat };

/** Items that all have one and the same file, stored as n8n stores it. */
export const itemsWithFile = (count: number, bytes: number): Give =>
	async function () {
		const data = await this.helpers.prepareBinaryData(randomBytes(bytes), name, type);
		return Array.from({ length: count }, () => ({ json: {}, binary: { data } }));
	};
