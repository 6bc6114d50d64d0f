import axios, { type AxiosInstance } from 'axios';

import { credentials } from '../../sandbox/providers/paraTranz';
import type { Sandbox } from '../../sandbox/types';

/** A client that is logged in to the sandbox's ParaTranz and takes every status as an answer. */
export function paraTranzClient(sandbox: Sandbox): AxiosInstance {
	const { baseUrl, apiToken } = credentials(sandbox.baseUrl('paraTranz'));
	return axios.create({
		baseURL: baseUrl,
		headers: { Authorization: `Bearer ${apiToken}` },
		validateStatus: () => true,
		proxy: false,
	});
}
