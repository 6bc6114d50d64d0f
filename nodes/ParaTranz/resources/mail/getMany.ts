import { limit, operation, pageNumber, returnAll } from '../../../shared';
import { simpleMail } from '../../simple';

interface MailPage {
	pageCount?: number;
	results?: unknown;
}

export const getMany = operation.getMany({
	action: 'Get many mails',
	description: 'List many private mails of the account',
	path: '/mails',
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
});
