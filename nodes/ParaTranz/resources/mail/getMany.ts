import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { pageNumber } from '../../../shared/pages';
import { simpleMail } from '../../simple';

interface MailPage {
	pageCount?: number;
	results?: unknown;
}

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many mails',
	description: 'List many private mails of the account',
	method: 'GET',
	path: '/mails',
	effect: 'read',
	pages: pageNumber({
		page: 'page',
		size: 'pageSize',
		first: 1,
		most: 50,
		total: ({ body }) => (body as MailPage).pageCount,
	}),
	simple: (mail) => simpleMail(mail),
	output: ({ body }) => (body as { results: [] }).results,
	fields: [returnAll, limit],
};
