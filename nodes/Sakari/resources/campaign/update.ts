import type { Operation } from '../../../shared/operation';
import { campaignId } from '../../ids';
import { changed, mustChange } from '../../update';
import { updateFields } from './fields';

/** Source: https://developer.sakari.io/api-reference/campaigns/updates-a-campaign */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update a campaign',
	description: 'Change fields of a campaign; fields that are not added stay as they are',
	method: 'PUT',
	path: '/campaigns/{campaignId}',
	effect: 'change',
	findOut: 'Use "Campaign: Get" with the same ID to see what the campaign holds',
	fields: [campaignId, updateFields],
	prepare: mustChange,
	merge: (record, changes) => changed(record, changes, ['filters', 'reporting']),
};
