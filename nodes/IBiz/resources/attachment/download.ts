import { type Errand, type Operation, outputField, Unfit } from '../../../shared';
import { file } from '../../file';
import { categoryOf, fileOptions } from '../../fileStore';
import { attachmentId } from '../../ids';
import type { Attachment } from '../../simple';

const contentOf = ({ name, mimetype }: Attachment): Errand => ({
	method: 'GET',
	path: '/ibizutil/download/{category}/{fileId}',
	effect: 'read',
	fields: [],
	prepare(request) {
		// A web page can be a file too
		request.headers = { ...request.headers, Accept: 'text/html, */*' };
	},
	download(answer) {
		const given = file(answer, 'attachment');
		return { ...given, name: name ?? given.name, mimeType: mimetype ?? given.mimeType };
	},
});

export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download an attachment',
	description: 'Get the file of an attachment of a record',
	method: 'GET',
	path: '/ir_attachments/{attachmentId}',
	effect: 'read',
	fields: [attachmentId, outputField, fileOptions],
	follow({ body }, parameters) {
		const attachment = (body ?? {}) as Attachment;
		if (!attachment.file_id) {
			const link = attachment.url ? `, but the link ${attachment.url}` : '';
			throw new Unfit(`The attachment ${String(parameters.attachmentId)} holds no file${link}`);
		}
		const category = attachment.folder ?? categoryOf(parameters);
		return { errand: contentOf(attachment), parameters: { category, fileId: attachment.file_id } };
	},
};
