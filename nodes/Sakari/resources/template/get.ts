import type { Operation } from '../../../shared/operation';
import { templateId } from '../../ids';
import { simpleTemplate } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a template',
	description: 'Get one template; its field "template" holds the text for "Message: Send"',
	method: 'GET',
	path: '/templates/{templateId}',
	effect: 'read',
	simple: simpleTemplate,
	fields: [templateId],
};
