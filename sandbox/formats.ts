/** Base64 without line breaks. Tested in one pass: a file of many megabytes stands in one string. */
const isBase64 = (text: string) =>
	text.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, ''));

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** The formats of OpenAPI that stand in our contracts and in the vendors' documents. */
export const formats: Record<string, (text: string) => boolean> = {
	byte: isBase64,
	date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
	'date-time': (text) => dateTime.test(text) && !Number.isNaN(Date.parse(text)),
	email: (text) => /^[^\s@<>]+@[^\s@<>]+$/.test(text),
	uri: (text) => URL.canParse(text),
	uuid: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
};
