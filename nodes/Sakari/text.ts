import type { Field } from '../shared/operation';
import { headerText } from '../shared/parse';
import { media, messageText } from './parse';

/** The name of a template or a campaign. */
export const recordName: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Appointment reminder',
	place: 'body.name',
	parse: headerText(),
};

export const messageTemplate: Field = {
	displayName: 'Message',
	name: 'template',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	description:
		'The text of the message. Sakari fills in placeholders from each contact, such as {{{firstName}}} or a custom attribute. A long text goes out, and is charged, as several segments.',
	hint: "For the contact's first name, for example, write \\{{{firstName}}}; the backslash is not sent",
	place: 'body.template',
	parse: messageText,
};

export const mediaUrls: Field = {
	displayName: 'Media URLs',
	name: 'mediaUrls',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://files.example.com/map.png',
	description: 'Public web addresses of the media, separated by commas',
	place: 'body.media',
	parse: media,
};

export const nameFilter: Field = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			description: 'Only those with this name, or with this as part of it',
			place: 'query.name',
			parse: headerText(),
		},
	],
};
