import { type Answer, offset } from '../shared';

interface List {
	pagination?: { hasNext?: boolean; totalCount?: number };
}

/** Lists tell by `hasNext` whether there is more, older ones by `totalCount`. */
function more({ body }: Answer, seen: number): boolean | undefined {
	const { hasNext, totalCount } = (body as List | undefined)?.pagination ?? {};
	if (hasNext === false || (totalCount !== undefined && seen >= totalCount)) return false;
	return hasNext ?? (totalCount === undefined ? undefined : true);
}

/** Source: https://developer.sakari.io/api-reference/messages/fetch-messages */
export const pages = offset({ offset: 'offset', limit: 'limit', most: 100, more });
