import { operation } from '../../../shared';
import { campaignId } from '../../ids';
import { simpleCampaign } from '../../simple';

export const get = operation.get({
	action: 'Get a campaign',
	description: 'Get one campaign with its last run',
	path: '/campaigns/{campaignId}',
	simple: simpleCampaign,
	fields: [campaignId],
});
