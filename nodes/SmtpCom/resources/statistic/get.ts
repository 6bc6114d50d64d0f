import type { IDataObject } from 'n8n-workflow';

import { offset, operation, Unfit } from '../../../shared';
import { simpleCounts } from '../../simple';
import { end, period, start } from './period';
import { filters, groupBy, limitOfGroups, options, returnAllGroups, slices } from './slices';

export const get = operation.get({
	action: 'Get statistics',
	description: 'Count what became of the messages of a period, in all or by channel, domain or ISP',
	path: '/v4/stats',
	simple: simpleCounts,
	pages: offset({ offset: 'offset', limit: 'limit', most: 1000 }),
	prepare(request, parameters) {
		const { period: duration, groupBy: group, filters: narrowed = {} } = parameters as IDataObject;
		if (Number(request.qs.end) <= Number(request.qs.start)) {
			throw new Unfit("'End' must be later than 'Start'");
		}
		const parts = [
			...(duration === 'custom' ? [] : [duration]),
			...slices.flatMap((slice) => {
				const value = (narrowed as IDataObject)[slice];
				return value === undefined ? [] : [slice, value];
			}),
			...(group === undefined || group === 'none' ? [] : [group]),
		];
		request.url += parts.map((part) => `/${encodeURIComponent(String(part))}`).join('');
	},
	/** Groups come as names with their counts, says the API page. */
	output({ body }, { groupBy: group }) {
		const { data } = body as { data: IDataObject & { items?: IDataObject[] } };
		if (data.items || group === undefined || group === 'none') return data.items ?? data;
		return Object.entries(data).map(([name, counts]) => ({
			[String(group)]: name,
			...(counts as IDataObject),
		}));
	},
	fields: [period, start, end, groupBy, returnAllGroups, limitOfGroups, filters, options],
});
