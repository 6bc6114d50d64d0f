import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Parse } from './operation';
import { webAddress } from './parse';

/** User or password of an address: n8n decodes it, so that a % without a code must be escaped. */
const escaped = (text: string) => text.replace(/%(?![\da-f]{2})/gi, '%25');

/** The web address of a proxy, as n8n's request helper wants it. */
export const proxyAddress: Parse = (value, context): IHttpRequestOptions['proxy'] => {
	const address = new URL(webAddress(value, context) as string);
	const { protocol, hostname, port, username, password } = address;
	const usualPort = protocol === 'https:' ? 443 : 80;
	return {
		host: hostname,
		port: port === '' ? usualPort : Number(port),
		protocol: protocol.replace(':', ''),
		...(username && { auth: { username: escaped(username), password: escaped(password) } }),
	};
};
