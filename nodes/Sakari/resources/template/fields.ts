import type { Field } from '../../../shared/operation';
import { mediaUrls, messageTemplate, recordName } from '../../text';

export const templateType: Field = {
	displayName: 'Type',
	name: 'templateType',
	type: 'options',
	default: 'SMS',
	options: [
		{ name: 'SMS', value: 'SMS', description: 'For text messages' },
		{ name: 'Web', value: 'Web', description: 'For web pages' },
	],
	place: 'body.type',
};

export const additionalFields: Field = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [mediaUrls],
};

export const updateFields: Field = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		mediaUrls,
		{ ...messageTemplate, required: undefined },
		{ ...recordName, required: undefined },
		templateType,
	],
};
