import { operation } from '../../../shared';
import { simpleTemplate } from '../../simple';
import { messageTemplate, recordName } from '../../text';
import { additionalFields, templateType } from './fields';

/** Source: https://developer.sakari.io/api-reference/templates/create-template */
export const create = operation.create({
	action: 'Create a template',
	description: 'Create a text that messages can be written from',
	path: '/templates',
	findOut: 'Use "Template: Get Many" with the name as filter to see whether the template is there',
	simple: simpleTemplate,
	fields: [recordName, messageTemplate, templateType, additionalFields],
});
