import type { Parse } from '../shared';
import { asText, eachAs, headerText, matching, recordId, Unfit, webAddress } from '../shared';

/** IDs separated by commas, or a list of them; at least one. */
export const ids = eachAs(recordId, 'must name at least one ID');

/** Tags separated by commas, or a list of them; at least one. */
export const tags = eachAs(headerText(), 'must name at least one tag');

/** Contacts that Sakari knows, by their IDs. */
export const contacts: Parse = (value, context) =>
	(ids(value, context) as string[]).map((contactId) => ({ id: contactId }));

/** Web addresses separated by commas or line breaks, or a list of them; commas may be part of one. */
export const media: Parse = (value, context) => {
	const list = Array.isArray(value) ? value : asText(value).split(/[\s,]+(?=https?:\/\/)/i);
	return list.map((one) => ({
		url: webAddress(typeof one === 'string' ? one.replace(/[\s,]+$/, '') : one, context),
	}));
};

/** A country by its two letters (ISO 3166-1). */
export const country = matching(
	(value) => asText(value).trim().toUpperCase(),
	/^[A-Z]{2}$/,
	'must be the two letters of a country, for example US',
);

/**
 * The text of a message; an object that an expression has written into it is no text. A backslash
 * before braces keeps n8n from evaluating Sakari's placeholders, and goes no further.
 */
export const messageText: Parse = (value) => {
	const text = asText(value).replaceAll('\\{{', '{{');
	if (text.includes('[object Object]')) {
		throw new Unfit('contains [object Object]: an expression in it gives an object, not text');
	}
	return text;
};
