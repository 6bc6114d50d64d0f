import { field, headerText } from '../shared';
import { media, messageText } from './parse';

/** The name of a template or a campaign. */
export const recordName = field.text('Name', 'name', {
	required: true,
	placeholder: 'e.g. Appointment reminder',
	place: 'body.name',
	parse: headerText(),
});

export const messageTemplate = field.text('Message', 'template', {
	typeOptions: { rows: 4 },
	required: true,
	description:
		'The text of the message. Sakari fills in placeholders from each contact, such as {{{firstName}}} or a custom attribute. A long text goes out, and is charged, as several segments.',
	hint: "For the contact's first name, for example, write \\{{{firstName}}}; the backslash is not sent",
	place: 'body.template',
	parse: messageText,
});

export const mediaUrls = field.text('Media URLs', 'mediaUrls', {
	placeholder: 'e.g. https://files.example.com/map.png',
	description: 'Public web addresses of the media, separated by commas',
	place: 'body.media',
	parse: media,
});

export const nameFilter = field.filters([
	field.text('Name', 'name', {
		description: 'Only those with this name, or with this as part of it',
		place: 'query.name',
		parse: headerText(),
	}),
]);
