import type { Operation } from '../../../shared/operation';
import { campaignId } from '../../ids';
import { simpleCampaign } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a campaign',
	description: 'Get one campaign with its last run',
	method: 'GET',
	path: '/campaigns/{campaignId}',
	effect: 'read',
	simple: simpleCampaign,
	fields: [campaignId],
};
