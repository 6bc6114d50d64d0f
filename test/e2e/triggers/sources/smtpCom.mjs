import { asking } from './ask.mjs';

const channel = 'transactional';

export const smtpCom = {
	name: 'SMTP.com Trigger',
	node: 'smtpComTrigger',
	service: 'smtpCom',
	parameters: { channel, events: ['failed'] },
	event: (text) => ({ channel, event: 'failed', recipients: [text] }),
	textOf: ({ to }) => to,
	hasOneAddress: true,
	webhooks({ baseUrl, apiKey }) {
		const ask = asking(`${baseUrl}/v4/callbacks`, { 'x-smtpcom-api': apiKey });
		const all = async () => (await ask('GET', '')).data.items;
		return {
			list: async () => (await all()).map(({ address }) => address),
			add: async (address) => await ask('POST', '/delivered', { channel, medium: 'http', address }),
			async remove(url) {
				const { event } = (await all()).find(({ address }) => address === url);
				// Its documents disagree on where the channel belongs
				await ask('DELETE', `/${event}?channel=${channel}`, { channel });
			},
		};
	},
};
