import { readBody, readValues } from '../../sandbox/receive';

const content = Buffer.from([0, 255, 13, 10, 45, 45, 88, 10]);

async function asForm(name: string) {
	const form = new FormData();
	form.append('comment', 'первая\r\nвторая');
	form.append('tags[]', 'a');
	form.append('file', new Blob([content], { type: 'application/pdf' }), name);
	form.append('tags[]', 'b');
	const request = new Response(form);
	const headers = { 'content-type': request.headers.get('content-type') ?? '' };
	return await readBody(Buffer.from(await request.arrayBuffer()), headers);
}

describe('a multipart form', () => {
	it.each(['第三章 校对.pdf', 'отчёт за май.pdf', 'a "b".pdf', "it's; q=1.pdf", 'back\\slash.pdf'])(
		'keeps the file name %s and the bytes',
		async (name) => {
			const { body, files } = await asForm(name);
			expect(body).toEqual({ comment: 'первая\r\nвторая', tags: ['a', 'b'] });
			expect(files).toEqual([{ field: 'file', name, mimeType: 'application/pdf', content }]);
		},
	);

	it('is read as other clients write it', async () => {
		const text = [
			'--X',
			'Content-Disposition: form-data; name="file"; filename="имя.txt"',
			'Content-Type: text/plain',
			'Content-Transfer-Encoding: binary',
			'',
			'текст',
			'--X--',
			'',
		].join('\r\n');
		const headers = { 'content-type': 'multipart/form-data; boundary=X' };
		const { files } = await readBody(Buffer.from(text), headers);
		expect(files).toMatchObject([{ field: 'file', name: 'имя.txt', mimeType: 'text/plain' }]);
		expect(files[0]?.content.toString()).toBe('текст');
	});

	it.each([
		['without a boundary', 'multipart/form-data', 'x'],
		['that ends too early', 'multipart/form-data; boundary=X', '--X\r\n'],
	])('%s is unreadable', async (_what, type, text) => {
		const reading = readBody(Buffer.from(text), { 'content-type': type });
		await expect(reading).rejects.toThrow('The body is not multipart/form-data');
	});
});

it.each([
	['application/json; charset=utf-8', '{"имя":[1]}', { имя: [1] }],
	['Application/JSON', 'null', null],
	['application/x-www-form-urlencoded', 'a=1&b=%D0%B0+1&a=2', { a: ['1', '2'], b: 'а 1' }],
	['text/csv', 'a,b\n1,2\n', 'a,b\n1,2\n'],
	['application/json', '', undefined],
])('a body of %s is read', async (type, text, body) => {
	const read = await readBody(Buffer.from(text), { 'content-type': type });
	expect(read).toEqual({ body, files: [] });
});

it.each([
	['a=1&b=2', { a: '1', b: '2' }],
	['a=1&a=2', { a: ['1', '2'] }],
	['event[0]=accepted&event[1]=failed', { event: ['accepted', 'failed'] }],
	['event%5B%5D=accepted', { event: ['accepted'] }],
	['n_id_eq=&q=%E4%BD%A0', { n_id_eq: '', q: '你' }],
	['', {}],
])('the query %s is read', (query, values) => {
	expect(readValues(query)).toEqual(values);
});
