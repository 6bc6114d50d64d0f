import type { INodePropertyOptions } from 'n8n-workflow';

import { locator } from './locator';
import type { Field, FieldGroup } from './operation';

/** What a field says beside its kind, its label and its name. */
type More = Partial<Omit<Field, 'displayName' | 'name' | 'type'>>;

const kind =
	(type: Field['type'], usual: Field['default']) =>
	(displayName: string, name: string, more?: More): Field => ({
		displayName,
		name,
		type,
		default: usual,
		...more,
	});

/** The field as one that may be left out. */
export const optional = ({ required: _, ...field }: Field): Field => field;

const byLabel = (one: Field, other: Field) => one.displayName.localeCompare(other.displayName);

/** A field below which a user adds those that are wanted; sorted by label, as n8n wants it. */
const collection =
	(displayName: string, name: string, placeholder: string) =>
	(options: Field[], more?: More): Field => ({
		displayName,
		name,
		type: 'collection',
		placeholder,
		default: {},
		options: [...options].sort(byLabel),
		...more,
	});

/** A choice, of which one stands there at first. */
interface Choice extends More {
	default: string;
	options: INodePropertyOptions[];
}

interface Entries extends More {
	/** What each entry consists of. */
	entry: FieldGroup;
}

/**
 * The kinds of fields, each with the default that n8n's editor wants:
 * `field.text('First Name', 'firstName', { description: … })`.
 */
export const field = {
	text: kind('string', ''),
	/** Text that nobody is to see. */
	secret: (displayName: string, name: string, more?: More) =>
		field.text(displayName, name, { typeOptions: { password: true }, ...more }),
	number: kind('number', 0),
	/** A switch, off unless it says otherwise. */
	flag: kind('boolean', false),
	time: kind('dateTime', ''),
	json: kind('json', '{}'),
	choice: (displayName: string, name: string, more: Choice): Field =>
		kind('options', more.default)(displayName, name, more),
	choices: (displayName: string, name: string, more: More): Field =>
		kind('multiOptions', [])(displayName, name, more),
	notice: (displayName: string, name = 'notice') => kind('notice', '')(displayName, name),
	/** What names a record: chosen from a list, by its ID, or by the address of its web page. */
	record: locator,
	/** Entries of several fields each, as many as a user adds. */
	entries: (displayName: string, name: string, { entry, ...more }: Entries): Field => ({
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: `Add ${entry.displayName}`,
		default: {},
		options: [entry],
		...more,
	}),
	additionalFields: collection('Additional Fields', 'additionalFields', 'Add Field'),
	updateFields: collection('Update Fields', 'updateFields', 'Add Field'),
	filters: collection('Filters', 'filters', 'Add Filter'),
	options: collection('Options', 'options', 'Add Option'),
};
