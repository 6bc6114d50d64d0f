import { type Answer, type Provider, words } from '../shared';

/** A refusal as iBiz's server framework writes it; `details` name fields of the record. */
interface Refusal {
	code?: string | number;
	message?: string;
	details?: Array<{ fieldname?: string; fieldlogicname?: string; fielderrorinfo?: string }>;
}

/**
 * What the codes mean; iBiz's own messages are mostly Chinese. 1000 and above belong to the site.
 * Source: `Errors.java` of https://github.com/iBizLab/ibiz-service-hub
 */
const meanings: Record<string, string> = {
	1: 'internal',
	2: 'access denied',
	3: 'data missing',
	5: 'input not accepted',
	6: 'key already in use',
	7: 'data already there',
	8: 'deletion refused',
	9: 'refused by the logic of the site',
	11: 'already deleted',
	19: 'needs a confirmation',
	20: 'not implemented',
	21: 'model of the site not usable',
};

const internal = 1;

/** Why an answer without a body was given, as far as its status tells. */
const silent: Record<number, string> = {
	401: 'the log-in is not valid or has expired',
	403: 'the user has no access in this organization and system; check the System ID and the Organization ID of the credential',
};

const asRefusal = ({ body }: Answer) =>
	(typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? body : {}) as Refusal;

function inBrackets({ code, details }: Refusal): string {
	const number = code === undefined ? undefined : `code ${code}`;
	const meaning = meanings[String(code)];
	const fields = (details ?? []).map(({ fieldname, fieldlogicname, fielderrorinfo }) =>
		[fieldname ?? fieldlogicname, fielderrorinfo].filter(Boolean).join(': '),
	);
	return [[number, meaning].filter(Boolean).join(': '), ...fields].filter(Boolean).join('; ');
}

/** Whether the answer is iBiz's own refusal; a gateway in trouble sends no code. */
export const hasCode = (answer: Answer) => asRefusal(answer).code !== undefined;

/**
 * iBiz's dialect. Sources: the service interface pages of https://github.com/iBizLab/iBizOdoo and
 * the server framework, https://github.com/iBizLab/ibiz-service-hub
 */
export const iBiz: Provider = {
	name: 'iBiz',
	credential: 'iBizApi',
	secrets: ['password', 'token'],
	parallel: 10,
	groups: false,
	logInProbe: { method: 'GET', url: '/appdata' },
	refusal(answer) {
		if (answer.status < 400) return undefined;
		const refusal = asRefusal(answer);
		const brackets = inBrackets(refusal);
		const said = words(refusal.message) || (silent[answer.status] ?? '');
		return said && brackets ? `${said} (${brackets})` : said || brackets;
	},
	// Apart from a missing permission, every refusal has status 500. Only "internal" leaves it open
	// how far the server came.
	certain: (answer) => hasCode(answer) && Number(asRefusal(answer).code) !== internal,
};
