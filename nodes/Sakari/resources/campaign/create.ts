import { operation } from '../../../shared';
import { simpleCampaign } from '../../simple';
import { messageTemplate, recordName } from '../../text';
import { additionalFields, trigger } from './fields';

/** Source: https://developer.sakari.io/api-reference/campaigns/create-campaign */
export const create = operation.create({
	action: 'Create a campaign',
	description:
		'Create a campaign: a message, and whom it goes to. Without tags and contacts, choose them in Sakari before it is started.',
	path: '/campaigns',
	findOut: 'Use "Campaign: Get Many" with the name as filter to see whether the campaign is there',
	simple: simpleCampaign,
	fields: [recordName, messageTemplate, trigger, additionalFields],
});
