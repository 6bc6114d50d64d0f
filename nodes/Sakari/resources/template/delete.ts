import type { Operation } from '../../../shared/operation';
import { templateId } from '../../ids';
import { deleted } from '../../update';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a template',
	description: 'Delete a template permanently',
	method: 'DELETE',
	path: '/templates/{templateId}',
	effect: 'change',
	findOut: 'Use "Template: Get" with the same ID to see whether the template is gone',
	fields: [templateId],
	output: deleted,
};
