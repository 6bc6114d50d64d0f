import { templateId } from '../../ids';
import { simpleTemplate } from '../../simple';
import { updating } from '../../update';
import { updateFields } from './fields';

/** Source: https://developer.sakari.io/api-reference/templates/updates-a-template */
export const update = updating({
	action: 'Update a template',
	description: 'Change fields of a template; fields that are not added stay as they are',
	path: '/templates/{templateId}',
	findOut: 'Use "Template: Get" with the same ID to see what the template holds',
	simple: simpleTemplate,
	fields: [templateId, updateFields],
});
