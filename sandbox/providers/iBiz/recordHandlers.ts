import { randomUUID } from 'node:crypto';

import type { Call, ReceivedFile, SandboxProvider } from '../../types';
import { pageOf } from './lists';
import { authors, dateText } from './messages';
import { attachmentEntity, followerEntity, Table } from './records';
import { duplicate, missing, notAccepted, ok } from './replies';
import type { Threads } from './threads';
import { kinds, recordEntity } from './threads';

interface Follower {
	id: string;
	partner_id: string;
	res_id: string;
}

interface Attachment {
	id: string;
	file_id?: string;
	res_id: string;
}

/** Where the site keeps its files. */
const folder = 'ibizodoo';

/** The lists of the models that have threads; whoever writes messages is a contact. */
const lists = (threads: Threads): SandboxProvider['handlers'] =>
	Object.fromEntries(
		kinds.map(({ model }) => [
			`record.getMany.${model}`,
			({ body }: Call) => {
				const writers = model === 'res_partner' ? authors : [];
				return pageOf([...writers, ...threads.recordsOf(model)], recordEntity(model), body);
			},
		]),
	);

/** The operations on followers and attachments of records, and on stored files. */
export function recordHandlers(threads: Threads): SandboxProvider['handlers'] {
	const followers = new Table(followerEntity);
	const attachments = new Table(attachmentEntity);
	const files = new Map<string, ReceivedFile>();

	for (const [index, { id: res_id }] of [...threads.all].slice(0, 3).entries()) {
		for (const type of ['20', '40']) {
			const partner_id = `3f0c5a7e9b1d4c2688bb${type}0${index}`;
			const name = `客户 ${type}-${index}`;
			const id = `follower-${type}-${index}`;
			followers.save({ id, name, partner_id, res_id, res_model: 'crm_lead', type });
		}
		const file_id = `file-${index}`;
		const name = `报价 ${index}.pdf`;
		const content = Buffer.from(`%PDF-1.4 ${index}`);
		files.set(file_id, { field: 'file', name, mimeType: 'application/pdf', content });
		const about = { res_id, res_model: 'crm_lead', create_date: `2026-01-0${index + 1} 10:00:00` };
		const file = { name, file_id, mimetype: 'application/pdf', file_size: content.length };
		attachments.save({ id: `attachment-${index}`, ...about, ...file, type: 'binary' });
		const url = `https://example.com/${index}`;
		attachments.save({ id: `link-${index}`, ...about, name: `链接 ${index}`, url, type: 'url' });
	}

	return {
		...lists(threads),
		'follower.getMany': ({ body }) => pageOf(followers.all, followers.entity, body),
		'follower.add': ({ body }: Call) => {
			const follower = body as Follower;
			if (!threads.get(follower.res_id)) return missing(follower.res_id);
			const isTwice = [...followers.all].some(
				({ id, partner_id: contact, res_id: record }) =>
					id !== follower.id && contact === follower.partner_id && record === follower.res_id,
			);
			return isTwice ? duplicate(follower.id) : ok(followers.save({ ...follower }));
		},
		'follower.remove': ({ params }) =>
			followers.delete(params.key!) ? ok() : missing(params.key!),
		'attachment.getMany': ({ body }) => pageOf(attachments.all, attachments.entity, body),
		'attachment.get': ({ params }) => {
			const attachment = attachments.get(params.key!);
			return attachment ? ok(attachment) : missing(params.key!);
		},
		'attachment.create': ({ body, now }: Call) => {
			const attachment = body as Attachment;
			if (!threads.get(attachment.res_id)) return missing(attachment.res_id);
			if (attachments.get(attachment.id)) return duplicate(attachment.id);
			if (!files.has(attachment.file_id ?? '')) return notAccepted('文件不存在');
			return ok(attachments.save({ ...attachment, create_date: dateText(now) }));
		},
		'file.upload': ({ params, files: [file] }: Call) => {
			if (params.cat !== folder) return notAccepted(`目录[${params.cat}]不存在`);
			const id = randomUUID().replaceAll('-', '');
			files.set(id, file!);
			const { name, content } = file!;
			return ok({ id, name, filename: name, filesize: content.length, fileext: '', folder });
		},
		'file.download': ({ params }) => {
			const file = params.cat === folder ? files.get(params.id!) : undefined;
			if (!file) return missing(params.id!);
			return ok(file.content, {
				'content-type': 'application/octet-stream',
				'content-disposition': `attachment;filename="${encodeURIComponent(file.name)}"`,
			});
		},
	};
}
