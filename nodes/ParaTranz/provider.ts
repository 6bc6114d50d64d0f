import type { IDataObject } from 'n8n-workflow';

import { type Provider, words } from '../shared';

/** ParaTranz's dialect. Source: https://paratranz.cn/docs and its OpenAPI page, /api-docs. */
export const paraTranz: Provider = {
	name: 'ParaTranz',
	credential: 'paraTranzApi',
	secrets: ['apiToken'],
	parallel: 10,
	refusal({ status, body }) {
		if (status < 400) return undefined;
		const { message, code } = (body ?? {}) as IDataObject;
		return words(message, code && `code ${code as number}`);
	},
};
