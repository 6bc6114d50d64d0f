import type { Operation } from '../../../shared/operation';
import { templateId } from '../../ids';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a template',
	description: 'Get one template; its field "template" holds the text for "Message: Send"',
	method: 'GET',
	path: '/templates/{templateId}',
	effect: 'read',
	fields: [templateId],
};
