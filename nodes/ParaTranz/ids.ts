import { digits, field, optional, wholeId } from '../shared';

const userPage = {
	pattern: 'paratranz\\.cn/users/(\\d+)',
	example: 'https://paratranz.cn/users/20481',
};

/** A project; ends the address of the project's page. */
export const projectId = field.record('Project', 'projectId', {
	picker: 'projects',
	example: '1024',
	url: { pattern: 'paratranz\\.cn/projects/(\\d+)', example: 'https://paratranz.cn/projects/1024' },
	description: 'The project, by name or by the number that ends the address of its page',
	parse: digits,
});

/** A user; ends the address of the user's page. */
export const userId = field.record('User', 'userId', {
	picker: 'people',
	example: '20481',
	url: userPage,
	description: 'The user, by name or by the user number (UID) that ends the address of their page',
	parse: digits,
});

/** Lets the list of recipients show the members of a project. */
export const recipientsProject = {
	...optional(projectId),
	displayName: "Recipient's Project",
	hint: 'Optional: the list below then shows its members',
	description:
		'Choose one to see its members in the list of recipients, which otherwise holds those of past mails',
};

/** The user that a mail goes to. */
export const recipientId = field.record('Recipient', 'to', {
	picker: 'recipients',
	example: '20481',
	url: userPage,
	description: 'The user that gets the mail, by name or by user number (UID)',
	place: 'body.to',
	parse: wholeId,
});
