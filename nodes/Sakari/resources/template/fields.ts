import { field, optional } from '../../../shared';
import { mediaUrls, messageTemplate, recordName } from '../../text';

export const templateType = field.choice('Type', 'templateType', {
	default: 'SMS',
	options: [
		{ name: 'SMS', value: 'SMS', description: 'For text messages' },
		{ name: 'Web', value: 'Web', description: 'For web pages' },
	],
	place: 'body.type',
});

export const additionalFields = field.additionalFields([mediaUrls]);

export const updateFields = field.updateFields([
	mediaUrls,
	optional(messageTemplate),
	optional(recordName),
	templateType,
]);
