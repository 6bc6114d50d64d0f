import type { INodePropertyOptions } from 'n8n-workflow';

/** What iBiz keeps messages as. Source: the dictionary of https://github.com/iBizLab/iBizOdoo */
export const messageTypes: INodePropertyOptions[] = [
	{ name: 'Automatic Comment', value: 'auto_comment' },
	{ name: 'Comment', value: 'comment' },
	{ name: 'Email', value: 'email' },
	{ name: 'Notification', value: 'notification' },
	{ name: 'Outgoing Email', value: 'email_outgoing' },
	{ name: 'Post Letter', value: 'snailmail' },
	{ name: 'SMS', value: 'sms' },
	{ name: 'User Notification', value: 'user_notification' },
];
