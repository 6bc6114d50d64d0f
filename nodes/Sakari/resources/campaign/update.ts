import { campaignId } from '../../ids';
import { simpleCampaign } from '../../simple';
import { updating } from '../../update';
import { updateFields } from './fields';

/** Source: https://developer.sakari.io/api-reference/campaigns/updates-a-campaign */
export const update = updating(
	{
		action: 'Update a campaign',
		description: 'Change fields of a campaign; fields that are not added stay as they are',
		path: '/campaigns/{campaignId}',
		findOut: 'Use "Campaign: Get" with the same ID to see what the campaign holds',
		simple: simpleCampaign,
		fields: [campaignId, updateFields],
	},
	() => ['filters', 'reporting'],
);
