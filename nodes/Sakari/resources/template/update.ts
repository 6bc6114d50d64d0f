import type { Operation } from '../../../shared/operation';
import { templateId } from '../../ids';
import { changed, mustChange } from '../../update';
import { updateFields } from './fields';

/** Source: https://developer.sakari.io/api-reference/templates/updates-a-template */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a template',
	description: 'Change fields of a template; fields that are not added stay as they are',
	method: 'PUT',
	path: '/templates/{templateId}',
	effect: 'change',
	findOut: 'Use "Template: Get" with the same ID to see what the template holds',
	fields: [templateId, updateFields],
	prepare: mustChange,
	merge: changed,
};
