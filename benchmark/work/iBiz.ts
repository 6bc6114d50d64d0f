import { chunks, indices, withCredential, withFields, type Work } from './work';

const credential = 'iBizApi';
const page = 1000;
const model = 'crm_lead';
const records = 1000;

/** Keys of the sandbox's leads. */
const keyOf = (index: number) =>
	`5e05d8448f8461dada9b${(index % records).toString(16).padStart(4, '0')}`;

export const iBiz: Work = {
	provider: 'iBiz',
	name: 'ibiz',
	credential,
	atOnce: 10,
	groups: 'possible',
	async headers({ userName, password, systemId, organizationId }, post) {
		const { token } = await post('/v7/login', { loginname: userName, password });
		return {
			Authorization: `Bearer ${String(token)}`,
			srfsystemid: String(systemId),
			srforgid: String(organizationId),
		};
	},
	send: {
		operationId: 'mailThread.postMessage',
		item: (index) => ({ record: keyOf(index), text: `<p>Call number ${index}</p>` }),
		node: {
			resource: 'mailThread',
			operation: 'postMessage',
			model,
			recordId: '={{ $json.record }}',
			body: '={{ $json.text }}',
		},
		httpRequest: (baseUrl) => ({
			...withCredential(credential),
			...withFields({
				model,
				res_id: '={{ $json.record }}',
				body: '={{ $json.text }}',
				message_type: 'comment',
			}),
			method: 'POST',
			url: `${baseUrl}/mail_threads/mail_message_post`,
		}),
		request: ({ record, text }) => ({
			method: 'POST',
			url: '/mail_threads/mail_message_post',
			data: { model, res_id: record, body: text, message_type: 'comment' },
		}),
	},
	list: {
		operationId: 'mailThread.getMany',
		page,
		node: { resource: 'mailThread', operation: 'getMany' },
		httpRequest: (baseUrl, size) => ({
			...withCredential(credential),
			...withFields({ page: 0, size }),
			method: 'POST',
			url: `${baseUrl}/mail_threads/fetch_default`,
		}),
		turning: () => ({ type: 'body', name: 'page', value: '={{ $pageCount }}' }),
		request: (number, size) => ({
			method: 'POST',
			url: '/mail_threads/fetch_default',
			data: { page: number, size },
		}),
		fill: (count) =>
			chunks(count, 100).map((chunk) => ({
				method: 'POST',
				url: '/mail_threads',
				data: indices(100).map((index) => ({
					id: `new-${chunk * 100 + index}`,
					name: `Thread ${chunk * 100 + index}`,
				})),
			})),
	},
};
