import { refusal } from '../../nodes/Sakari/refusal';

const page =
	'<html><head><title>502</title><style>p { color: red }</style></head>\n<body><p>Bad <b>gateway</b></p></body></html>';
const optedOut = { error: { code: 'CONT-010', description: 'Contact has opted out' } };
const wrong = { error: { code: 'CONT-001', description: 'Invalid mobile number' } };

describe('a refusal of Sakari', () => {
	it.each([
		[400, { success: false, error: { code: 'A-1', message: 'No' } }, 'No (A-1)'],
		[200, { success: false, error: { code: 'A-1', message: 'No' } }, 'No (A-1)'],
		[200, { error: { code: 'A-1' } }, 'A-1'],
		[400, { error: 'invalid_client', error_description: 'Unknown client' }, 'Unknown client'],
		[400, { error: 'invalid_client' }, 'invalid_client'],
		[403, { message: 'Forbidden' }, 'Forbidden'],
		[403, { message: { text: 'Forbidden' } }, ''],
		[404, { error: null }, ''],
		[500, undefined, ''],
		[502, page, 'Bad gateway'],
		[503, ' Service\n unavailable ', 'Service unavailable'],
		[503, 'x'.repeat(500), 'x'.repeat(200)],
		[200, { data: { requested: 1, valid: 0, invalid: [optedOut] } }, 'Contact has opted out (CONT-010)'],
		[
			200,
			{ data: { requested: 3, valid: 0, invalid: [optedOut, wrong, wrong], messages: [] } },
			'Contact has opted out (CONT-010); Invalid mobile number (CONT-001)',
		],
		[200, { data: { valid: 1, invalid: [], messages: [wrong] } }, 'Invalid mobile number (CONT-001)'],
		[200, { data: { valid: 0, invalid: [{}] } }, 'no recipient was accepted'],
	])('with status %d and %j says %j', (status, body, said) => {
		expect(refusal({ status, headers: {}, body })).toBe(said);
	});

	it.each([
		[{ success: true, data: { valid: 1, invalid: [optedOut], messages: [{ id: '1' }] } }],
		[{ success: true, data: { requested: 1000, valid: 999, invalid: [optedOut], messages: [] } }],
		[{ success: true, data: { requested: 1000, valid: 1000, messages: [wrong] } }],
		[{ success: true, data: { requested: 0, valid: 0, invalid: [], messages: [] } }],
		[{ success: true, data: { id: '1', status: 'error', ...wrong } }],
		[{ success: true, pagination: {}, data: [] }],
		[{ success: true, error: {}, data: [] }],
		[{ access_token: 'a.b.c', token_type: 'Bearer' }],
		[undefined],
	])('is not %j', (body) => {
		expect(refusal({ status: 200, headers: {}, body })).toBeUndefined();
	});
});
