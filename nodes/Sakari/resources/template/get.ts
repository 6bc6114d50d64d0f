import { operation } from '../../../shared';
import { templateId } from '../../ids';
import { simpleTemplate } from '../../simple';

export const get = operation.get({
	action: 'Get a template',
	description: 'Get one template; its field "template" holds the text for "Message: Send"',
	path: '/templates/{templateId}',
	simple: simpleTemplate,
	fields: [templateId],
});
