import { Store, storeHandlers } from './store';

const triggers = { M: 'Manual', S: 'Scheduled', FU: 'File Upload', V2: 'V2' };

interface Tag {
	tag: string;
	visible: boolean;
}

interface Campaign {
	name: string;
	description?: string;
	template: string;
	trigger: { code: keyof typeof triggers; name: string };
	filters: { contacts?: string[]; tags: Tag[] };
	reporting?: { when: string };
	schedule?: { frequency: string; timezone: string };
	paused: boolean;
	lastJob?: { id: string; status: string; submitted: number };
}

/** The body of a campaign, once it has passed the contract; tags may be written as they are read. */
interface Sent extends Partial<Omit<Campaign, 'filters'>> {
	name: string;
	template: string;
	trigger: Campaign['trigger'];
	filters?: { contacts?: string[]; tags?: Array<string | Tag> };
}

const made = (sent: Sent): Campaign => ({
	paused: false,
	...sent,
	trigger: { code: sent.trigger.code, name: triggers[sent.trigger.code] },
	filters: {
		...sent.filters,
		tags: (sent.filters?.tags ?? []).map((tag) =>
			typeof tag === 'string' ? { tag, visible: true } : tag,
		),
	},
});

const lastJob = { id: '65f0c0ffee0000000000b777', status: 'Complete', submitted: 3 };

const seeds: Campaign[] = [
	{
		...made({
			name: 'Reminder',
			template: 'Hi {{{contact.firstName}}}',
			trigger: { code: 'S', name: '' },
			filters: { tags: ['vip'] },
		}),
		description: 'Every evening',
		reporting: { when: 'NoReport' },
		schedule: { frequency: 'OD', timezone: 'America/Chicago' },
		paused: true,
		lastJob,
	},
	made({ name: 'Autumn sale', template: '20% off', trigger: { code: 'M', name: '' } }),
	made({ name: 'Party', template: 'Come!', trigger: { code: 'FU', name: '' } }),
];

export function campaignHandlers() {
	const store = new Store<Campaign>('9');
	for (const seed of seeds) store.add(seed, Date.UTC(2026, 0, 5));
	return storeHandlers('campaign', store, (body) => made(body as Sent), false);
}
