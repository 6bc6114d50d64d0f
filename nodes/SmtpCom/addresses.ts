import { asText, headerText, isEmailAddress, type Parse, Unfit } from '../shared';

/** An address as SMTP.com takes it. */
export interface Address {
	name?: string;
	address: string;
}

const wanted = 'name@email.com or Name <name@email.com>';

/** Splits at the commas that are not in quotation marks or angle brackets. */
function split(list: string): string[] {
	const entries: string[] = [];
	let start = 0;
	let isQuoted = false;
	let isBracketed = false;
	for (let position = 0; position < list.length; position++) {
		const character = list[position];
		if (isQuoted && character === '\\') position++;
		else if (character === '"') isQuoted = !isQuoted;
		else if (isQuoted) continue;
		else if (character === '<') isBracketed = true;
		else if (character === '>') isBracketed = false;
		else if (character === ',' && !isBracketed) {
			entries.push(list.slice(start, position));
			start = position + 1;
		}
	}
	if (isQuoted) throw new Unfit('has a quotation mark that is not closed');
	entries.push(list.slice(start));
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

const unquoted = (phrase: string) =>
	phrase
		.replace(/"((?:\\.|[^"\\])*)"/gs, (_, inner: string) => inner.replace(/\\(.)/gs, '$1'))
		.trim();

/** One entry of a list: an address, alone or in angle brackets behind a name. */
function addressOf(entry: string, context: { timezone: string }): Address {
	const bracket = entry.endsWith('>') ? entry.lastIndexOf('<') : -1;
	const address = bracket < 0 ? entry : entry.slice(bracket + 1, -1).trim();
	if (!isEmailAddress(address)) {
		throw new Unfit(`has '${entry.slice(0, 100)}', which is not of the form ${wanted}`);
	}
	const name = headerText()(unquoted(entry.slice(0, Math.max(bracket, 0))), context) as string;
	return { ...(name !== '' && { name }), address };
}

/**
 * Addresses with or without names, separated by commas, or a list of such texts. Names with commas
 * stand in quotation marks, as in mail headers (RFC 5322, 3.4).
 */
export const addressList: Parse = (value, context): Address[] =>
	(Array.isArray(value) ? value : [value])
		.flatMap((part) => split(asText(part)))
		.map((entry) => addressOf(entry, context));

/** Exactly one address, with or without a name. */
export const oneAddress: Parse = (value, context): Address => {
	const [address, ...others] = addressList(value, context) as Address[];
	if (!address || others.length > 0) throw new Unfit(`must be one address, ${wanted}`);
	return address;
};
