import { field, headerText, limit, operation, returnAll } from '../../../shared';
import { pages } from '../../pages';
import { tags } from '../../parse';
import { simpleContact } from '../../simple';

const partOf = (displayName: string, name: string, placeholder?: string) =>
	field.text(displayName, name, {
		placeholder,
		description: `Only contacts with this ${displayName.toLowerCase()}, or with this as part of it`,
		place: `query.${name}`,
		parse: headerText(),
	});

/** Source: https://developer.sakari.io/api-reference/contacts/fetch-contacts */
const filters = field.filters([
	partOf('Email', 'email', 'name@email.com'),
	partOf('First Name', 'firstName'),
	partOf('Last Name', 'lastName'),
	partOf('Phone Number', 'mobile', 'e.g. 2025550101'),
	field.text('Tags', 'tags', {
		placeholder: 'e.g. vip',
		description: 'Only contacts with this tag; several are separated by commas',
		place: 'query.tags',
		parse: (value, context) => (tags(value, context) as string[]).join(','),
	}),
]);

export const getMany = operation.getMany({
	action: 'Get many contacts',
	description: 'List many contacts, with filters',
	path: '/contacts',
	simple: simpleContact,
	pages,
	fields: [returnAll, limit, filters],
});
