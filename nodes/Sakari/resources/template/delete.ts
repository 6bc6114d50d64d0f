import { operation } from '../../../shared';
import { templateId } from '../../ids';
import { deleted } from '../../update';

export const remove = operation.delete({
	action: 'Delete a template',
	description: 'Delete a template permanently',
	path: '/templates/{templateId}',
	findOut: 'Use "Template: Get" with the same ID to see whether the template is gone',
	fields: [templateId],
	output: deleted,
});
