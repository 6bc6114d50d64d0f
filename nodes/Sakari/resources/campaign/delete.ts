import type { Operation } from '../../../shared/operation';
import { campaignId } from '../../ids';
import { deleted } from '../../update';

export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a campaign',
	description: 'Delete a campaign permanently',
	method: 'DELETE',
	path: '/campaigns/{campaignId}',
	effect: 'change',
	findOut: 'Use "Campaign: Get" with the same ID to see whether the campaign is gone',
	fields: [campaignId],
	output: deleted,
};
