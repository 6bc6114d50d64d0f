import type { Picker } from '../shared';
import { getMany as channelsOf, isActive } from './resources/channel/getMany';

/** The lists that SMTP.com's records are chosen from, by the names that `ids.ts` calls them. */
export const pickers: Record<string, Picker> = {
	channels: {
		errand: channelsOf,
		show(record) {
			const name = String(record.name ?? '');
			return isActive(record) ? { name, value: name } : undefined;
		},
		empty: 'The account has no active channel. Create one at my.smtp.com/senders, then open this list again',
	},
};
