import type { Parse } from './operation';
import { headerText, id, matching, Unfit } from './parse';

/** An id that can be taken neither for a part of an address nor for an escaped one. */
export const recordId = matching(
	id,
	/^[^/\\?#%]*$/,
	'is not an ID: it contains one of the characters / \\ ? # %',
);

/** A name that the user makes up, on one line; not one that every object has already. */
export const ownName =
	(most: number): Parse =>
	(value, context) => {
		const name = (headerText(most)(value, context) as string).trim();
		if (/^(__proto__|constructor|prototype)$/.test(name)) {
			throw new Unfit(`must not be ${name}, which is reserved`);
		}
		return name;
	};
