import type { Field } from '../shared/operation';
import { digits, wholeId } from '../shared/parse';

/** A user, by the number that ends the address of the user's page. */
export const userId: Field = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 20481',
	description:
		"The user number (UID), as in the address of the user's page, paratranz.cn/users/20481",
	parse: digits,
};

/** The user that a mail goes to. */
export const recipientId: Field = {
	...userId,
	displayName: 'Recipient ID',
	name: 'to',
	description:
		"The recipient's user number (UID), as in the address of the user's page, paratranz.cn/users/20481",
	place: 'body.to',
	parse: wholeId,
};

/** A project, by the number that ends the address of the project's page. */
export const projectId: Field = {
	...userId,
	displayName: 'Project ID',
	name: 'projectId',
	placeholder: 'e.g. 1024',
	description:
		"The project's number, as in the address of the project's page, paratranz.cn/projects/1024",
};
