import { randomUUID } from 'node:crypto';

import type { Call, SandboxProvider } from '../../types';
import type { Account } from './account';
import { success } from './replies';
import { pricePerSegment, rounded } from './text';

const paid = 50;
const day = 86_400_000;

/** What belongs to no kind of records: the account's credit, and files to share. */
export const toolHandlers = (account: Account): SandboxProvider['handlers'] => ({
	'account.getBalance'() {
		const spent = account.messages.reduce((sum, { price, outgoing }) => sum + (outgoing ? price : 0), 0);
		const balance = rounded(paid - spent);
		const segments = Math.floor(balance / pricePerSegment);
		return success({ balance, country: 'US', segmentPrice: pricePerSegment, segments });
	},
	'file.share'({ now }: Call) {
		const link = `https://files.sakari.example/${randomUUID().slice(0, 8)}`;
		return success({ link, expires: new Date(now + 30 * day).toISOString() });
	},
});
