import { pluralOf } from '../../nodes/IBiz/pickers';
import { openList, runNode, useSandbox } from '../support';

const sandbox = useSandbox();

const open = async (list: string, options?: Parameters<typeof openList>[3]) =>
	await openList(sandbox(), 'iBiz', list, options);

const names = async (list: string, options?: Parameters<typeof openList>[3]) =>
	(await open(list, options)).results.map(({ name }) => name);

const lists = () => sandbox().requests.filter(({ path }) => path.includes('/fetch_'));

const misbehave = (operationId: string, body: unknown) =>
	sandbox().misbehave({ operationId, times: 1, behaviour: { kind: 'status', status: 200, body } });

describe('iBiz’s lists to choose from', () => {
	it.each([
		['threads', {}, '/mail_threads/fetch_default', '员工 99'],
		['records', { parameters: { model: 'crm_lead' } }, '/crm_leads/fetch_default', '商机 990'],
		['records', { parameters: { model: 'HR_EMPLOYEE' } }, '/hr_employees/fetch_default', '员工 99'],
		['contacts', {}, '/res_partners/fetch_default', '李娜'],
		['followers', {}, '/mail_followers/fetch_default', '客户 20-1, crm_lead 5e05d8448f8461dada9b0001'],
		['attachments', {}, '/ir_attachments/fetch_default', '报价 2.pdf, crm_lead 5e05d8448f8461dada9b0002'],
		['messages', {}, '/mail_messages/fetch_default', '第 250 次联系客户, 王伟, 2026-01-15 18:00:00'],
	])('show %s by name: %j', async (list, options, path, name) => {
		const seen: string[] = [];
		let token: string | undefined;
		do {
			const { results, paginationToken } = await open(list, { ...options, token });
			seen.push(...results.map((one) => one.name));
			token = paginationToken;
		} while (token !== undefined);
		expect(seen).toContain(name);
		expect(new Set(lists().map((request) => request.path))).toEqual(new Set([path]));
		expect(lists()[0]!.body).toMatchObject({ page: 0, size: 100, sort: expect.any(String) });
	});

	it.each([
		['threads', {}, '商机 777', { n_name_like: '商机 777' }],
		['records', { parameters: { model: 'crm_lead' } }, '商机 777', { n_name_like: '商机 777' }],
		['contacts', {}, '王伟', { n_name_like: '王伟' }],
		['attachments', {}, '链接 1', { n_name_like: '链接 1' }],
		['followers', {}, '客户 40-2', { n_name_like: '客户 40-2' }],
	])('have iBiz search %s: %j', async (list, options, filter, filters) => {
		expect(await names(list, { ...options, filter })).toEqual([expect.stringContaining(filter)]);
		expect(lists()).toHaveLength(1);
		expect(lists()[0]!.body).toMatchObject(filters);
	});

	it('find messages by their text and by their author', async () => {
		expect(await names('messages', { filter: '第 77 次' })).toHaveLength(1);
		expect(await names('messages', { filter: '李娜' })).toHaveLength(100);
		expect(lists().map(({ body }) => body)).toMatchObject([
			{ n_body_like: '第 77 次' },
			{ n_author_name_like: '第 77 次' },
			{ n_body_like: '李娜' },
			{ n_author_name_like: '李娜' },
		]);
	});

	it('open with one request and search with two, though there are 10,000 messages', async () => {
		for (let index = 0; index < 10_000; index += 1) {
			sandbox().happen('iBiz', { body: `<p>Message ${index}</p>`, at: Date.now() - index * 1000 });
		}
		const { results, paginationToken } = await open('messages');
		expect(results).toHaveLength(100);
		expect(paginationToken).toBeDefined();
		expect(lists()).toHaveLength(1);
		expect(await names('messages', { filter: 'Message 9876' })).toEqual([
			expect.stringMatching(/^Message 9876, 李娜, /),
		]);
		expect(lists()).toHaveLength(3);
	});

	it.each([
		[{}, "Choose 'Model' first"],
		[{ model: '={{ $json.model }}' }, "'Model' is an expression, so nothing can be listed here"],
		[{ model: 'crm lead' }, 'must be a name of letters, digits and underscores'],
	])('of records need the model: %j', async (parameters, message) => {
		await expect(open('records', { parameters })).rejects.toThrow(message);
		expect(sandbox().requests).toEqual([]);
	});

	it('say so when the site has no such model', async () => {
		await expect(open('records', { parameters: { model: 'crm_dream' } })).rejects.toThrow('iBiz refused');
	});

	it.each([
		['threads', 'mailThread.getMany', /many keep them inside other records only/],
		['contacts', 'record.getMany.res_partner', /no contacts that the user may read/],
		['messages', 'message.getMany', /"Mail Thread: Post Message" posts one/],
		['followers', 'follower.getMany', /"Follower: Add" adds one/],
		['attachments', 'attachment.getMany', /"Attachment: Upload" adds one/],
	])('of %s say what to do when they are empty', async (list, operationId, words) => {
		misbehave(operationId, []);
		await expect(open(list)).rejects.toThrow(words);
	});

	it('serve the trigger too, records by the model that is filtered by', async () => {
		const trigger = { node: 'iBizTrigger' };
		expect(await names('contacts', { ...trigger, filter: '李' })).toEqual(['李娜']);
		const ofModel = (models: string) =>
			names('records', { ...trigger, parameters: { filters: { models } }, filter: '商机 777' });
		expect(await ofModel('crm_lead')).toEqual(['商机 777']);
		await expect(ofModel('crm_lead, res_partner')).rejects.toThrow('must be a name of letters');
	});

	it.each([
		['crm_lead', 'crm_leads'],
		['RES_COMPANY', 'res_companies'],
		['mail_alias', 'mail_aliases'],
		['mail_followers', 'mail_followers'],
		['resource_calendar_leaves', 'resource_calendar_leaves'],
		['survey_survey', 'survey_surveys'],
		['stock_box', 'stock_boxes'],
	])('look for the records of %s below /%s', (entity, plural) => {
		expect(pluralOf(entity)).toBe(plural);
	});
});

describe('A record of iBiz that was chosen from a list', () => {
	it('is what the operation acts on', async () => {
		const value = '5e05d8448f8461dada9b0003';
		const { requests, error } = await runNode({
			sandbox: sandbox(),
			node: 'iBiz',
			parameters: {
				resource: 'mailThread',
				operation: 'postMessage',
				model: 'crm_lead',
				recordId: { __rl: true, mode: 'list', value },
				body: 'Hello',
			},
		});
		expect(error).toBeUndefined();
		expect(requests.at(-1)!.body).toMatchObject({ res_id: value });
	});
});
