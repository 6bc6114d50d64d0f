import { Store, storeHandlers } from './store';

interface Template {
	name: string;
	type: 'SMS' | 'Web';
	template: string;
	media: Array<{ url: string; type?: string; name?: string; filename?: string }>;
}

const seeds: Template[] = [
	{ name: 'Reminder', type: 'SMS', template: 'Hi {{{firstName}}}, see you tomorrow.', media: [] },
	{
		name: 'Way to us',
		type: 'SMS',
		template: 'Here is the map.',
		media: [{ url: 'https://files.example.com/map.png', type: 'image/png', filename: 'map.png' }],
	},
	{ name: 'Autumn sale', type: 'Web', template: '<p>20% off, {{{firstName}}}</p>', media: [] },
];

/** Sakari documents a list for the answer to a new template. */
export function templateHandlers() {
	const store = new Store<Template>('8');
	for (const seed of seeds) store.add(seed, Date.UTC(2026, 0, 5));
	const made = (body: unknown) => ({ media: [], ...(body as Omit<Template, 'media'>) });
	return storeHandlers('template', store, made, true);
}
