import type { Answer, Errand, Operation } from '../../../shared';
import { inputField, oneFileAsForm, Unfit } from '../../../shared';
import { categoryOf, fileOptions } from '../../fileStore';
import { at, model, recordId } from '../../ids';
import { simpleAttachment } from '../../simple';

/** A stored file, as iBiz answers to an upload. */
interface StoredFile {
	id?: string;
	filename?: string;
	filesize?: number;
}

const findOut = 'Use "Attachment: Get Many" with the same record to see whether the file is there';

const stored = ({ body }: Answer) => (body ?? {}) as StoredFile;

/** Where the record stands in the request that attaches the file. */
const fields = [at(model, 'body.res_model'), at(recordId, 'body.res_id')];

/**
 * The request that attaches a stored file to a record, as iBiz's web client makes it: the file's key
 * is that of the attachment too.
 */
const attach = (own: StoredFile & { name?: string; mimetype: string }): Errand => ({
	method: 'POST',
	path: '/ir_attachments',
	effect: 'change',
	findOut,
	fields,
	prepare({ body }) {
		const { id, name, mimetype, filename = name, filesize } = own;
		Object.assign(body, { id, file_id: id, name, mimetype, store_fname: filename, type: 'binary' });
		if (filesize !== undefined) body.file_size = filesize;
	},
});

export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload an attachment to a record',
	description: 'Upload a file of the input item and attach it to a record',
	method: 'POST',
	path: '/ibizutil/upload',
	effect: 'change',
	findOut,
	simple: simpleAttachment,
	fields: [model, recordId, inputField, fileOptions],
	files: oneFileAsForm(),
	prepare(request, parameters) {
		request.url += `/${encodeURIComponent(categoryOf(parameters))}`;
	},
	follow(answer, parameters, [binary]) {
		const { id, filename, filesize } = stored(answer);
		if (!id) throw new Unfit('iBiz stored the file, but told no key of it, so it is not attached');
		const { fileName, mimeType } = binary!;
		const name = fileName ?? filename ?? id;
		const errand = attach({ id, filename, filesize, name, mimetype: mimeType });
		return { errand, parameters };
	},
};
