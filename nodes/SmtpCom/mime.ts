import { checkField, type Parse, Unfit } from '../shared';
import { type Address, addressList, oneAddress } from './addresses';
import { mostBytes } from './attachments';
import type { Envelope } from './envelope';

const bccHeader = /^bcc:.*\r?\n(?:[\t ].*\r?\n)*/gim;

/** The headers of a mail with the empty line that ends them, and the rest. */
function split(mime: string): [headers: string, content: string] {
	const end = /\r?\n\r?\n/.exec(mime);
	const length = end ? end.index + end[0].length : mime.length;
	return [mime.slice(0, length), mime.slice(length)];
}

/** The value of a header, unfolded; the values of a repeated one joined by commas. */
function valueOf(headers: string, name: string): string {
	const prefix = `${name.toLowerCase()}:`;
	return headers
		.replace(/\r?\n[\t ]+/g, ' ')
		.split(/\r?\n/)
		.filter((line) => line.toLowerCase().startsWith(prefix))
		.map((line) => line.slice(prefix.length).trim())
		.join(', ');
}

/**
 * What a header holds. A group, as in `undisclosed-recipients:;`, counts as its members. Names are
 * left to the mail itself, where they may be encoded (RFC 2047).
 */
function addressesIn(headers: string, name: string, parse: Parse): Address[] | undefined {
	const value = valueOf(headers, name)
		.replace(/\t/g, ' ')
		.replace(/^[^:"<>@]*:/, '')
		.replace(/;$/, '');
	const displayName = `Header ${name} of the MIME message`;
	const field = { displayName, name, type: 'string' as const, default: '', parse };
	const found = checkField(field, value, { timezone: 'UTC' }) as Address | Address[] | undefined;
	return found && [found].flat().map(({ address }) => ({ address }));
}

/** The recipients that the headers name; for separate mails all in one list. */
function recipientsIn(headers: string, separateMails = false): Envelope {
	const [to, cc, bcc] = ['To', 'CC', 'BCC'].map((name) => addressesIn(headers, name, addressList));
	if (!separateMails) return { to, cc, bcc };
	return { to: [to, cc, bcc].flatMap((list) => list ?? []) };
}

/**
 * A mail and its envelope. Where no recipients are given, the headers To, Cc and Bcc name them, and
 * Bcc is taken out of the mail, which would show it to all (RFC 5322, 3.6.3). Where no sender is
 * given, the header From names it. Otherwise the mail is left as it is.
 *
 * @throws Unfit when the mail is too large, or its headers are needed and cannot be read
 */
export function post(mime: string, given: Envelope): { mime: string; envelope: Envelope } {
	if (Buffer.byteLength(mime) > mostBytes) {
		throw new Unfit(`The MIME message must have at most ${mostBytes} bytes`);
	}
	const [headers, content] = split(mime);
	const fromEmail = given.fromEmail ?? addressesIn(headers, 'From', oneAddress)?.[0];
	if (!fromEmail) throw new Unfit("'From Email' is empty, and the MIME message has no header From");
	if (given.to ?? given.cc ?? given.bcc) return { mime, envelope: { ...given, fromEmail } };
	return {
		mime: headers.replace(bccHeader, '') + content,
		envelope: { ...given, ...recipientsIn(headers, given.separateMails), fromEmail },
	};
}
