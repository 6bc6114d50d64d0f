import { compose } from './compose.mjs';
import { crashes, retries, stopping } from './failures.mjs';
import { files } from './files.mjs';
import { limits } from './limits.mjs';
import { polls } from './polling.mjs';
import { severalWebhooks, webhooks } from './webhooks.mjs';

/** All scenarios, by the names that choose them. */
export const scenarios = {
	compose,
	limits,
	files,
	retries,
	stopping,
	polls,
	webhooks,
	severalWebhooks,
	crashes,
};
