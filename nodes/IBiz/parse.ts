import type { Parse } from '../shared';
import { asText, eachAs, jsonArray, matching, ownName, recordId, text, Unfit } from '../shared';

const mostInKey = 100;

/**
 * The key of one record. iBiz takes `a,b` and `a;b` in a path for several keys, so that a stray
 * comma could delete more than was meant.
 */
export const key = matching(
	(value, context) => text(mostInKey)(recordId(value, context), context),
	/^[^,;]*$/,
	'must be the key of one record, without , and ;',
);

/** The keys of several records, separated by commas or semicolons or as a list: `a;b`. */
export const keys: Parse = (value, context) => {
	const list = Array.isArray(value) ? value : asText(value).replaceAll(';', ',');
	return (eachAs(key)(list, context) as string[]).join(';');
};

/** The name of a model, a method or a field: `crm_lead`. */
export const identifier = matching(
	ownName(mostInKey),
	/^[A-Za-z_]\w*$/,
	'must be a name of letters, digits and underscores',
);

/** iBiz writes booleans as 0 and 1. */
export const flag: Parse = (value) => (value === true ? 1 : 0);

/** A JSON array of objects, as text or as a value. */
export const jsonObjects: Parse = (value, context) => {
	const list = jsonArray(value, context) as unknown[];
	if (list.some((one) => typeof one !== 'object' || one === null || Array.isArray(one))) {
		throw new Unfit('must be a JSON array of objects');
	}
	return list;
};
