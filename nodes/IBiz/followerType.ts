import type { INodePropertyOptions } from 'n8n-workflow';

/** How closely a contact follows. Source: the dictionary of https://github.com/iBizLab/iBizOdoo */
export const followerTypes: INodePropertyOptions[] = [
	{ name: 'Following', value: '40', description: 'Is notified of everything' },
	{
		name: 'Important Only',
		value: '30',
		description: 'Is notified of what is important, such as being mentioned and changes of state',
	},
	{ name: 'Not Following', value: '10', description: 'Is notified only when mentioned' },
	{
		name: 'Subscribed',
		value: '20',
		description: 'Keeps following, and is notified only when mentioned',
	},
];
