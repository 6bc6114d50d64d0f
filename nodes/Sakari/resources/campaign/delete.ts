import { operation } from '../../../shared';
import { campaignId } from '../../ids';
import { deleted } from '../../update';

export const remove = operation.delete({
	action: 'Delete a campaign',
	description: 'Delete a campaign permanently',
	path: '/campaigns/{campaignId}',
	findOut: 'Use "Campaign: Get" with the same ID to see whether the campaign is gone',
	fields: [campaignId],
	output: deleted,
});
