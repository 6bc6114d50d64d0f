import type { Contact } from './records';

export const pricePerSegment = 0.012;

/** A price without the dust that floating point leaves. */
export const rounded = (price: number) => Math.round(price * 1000) / 1000;

/** The text with `{{{name}}}`, `{{ name }}` and `{{{contact.name}}}` filled in from a contact. */
export function rendered(template: string, contact: Contact): string {
	const known: Record<string, unknown> = {
		...contact.attributes,
		firstName: contact.firstName,
		lastName: contact.lastName,
		email: contact.email,
	};
	const placeholder = /\{\{\{?\s*(?:contact\.)?(\w+)\s*\}?\}\}/g;
	return template.replace(placeholder, (_, name: string) => String(known[name] ?? ''));
}

/** Parts that a text is sent in: 160 characters each, or 70 where one is outside Latin. */
function segmentsOf(text: string): number {
	const perSegment = /[\u0100-\uffff]/.test(text) ? 70 : 160;
	return Math.max(1, Math.ceil(text.length / perSegment));
}

export function cost(text: string): { segments: number; price: number } {
	const segments = segmentsOf(text);
	return { segments, price: rounded(segments * pricePerSegment) };
}
