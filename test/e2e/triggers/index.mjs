import { paraTranz } from './paraTranz.mjs';
import { sakari } from './sakari.mjs';

/**
 * All triggers of the pack. A description says
 * - `name`, `node`, `service`, `parameters`: as in n8n and in the sandbox
 * - `event(text)`: what happens at the service, for the sandbox's `happen`
 * - `textOf(json)`: the text in an item that this has started the workflow with
 * - `polls`, for triggers that poll: the endpoint that is asked at each poll
 * - `webhooks(credentials)`, for triggers that are called: the service's register of addresses, used
 *   as somebody else with the same account does: `list`, `add` and `remove` addresses
 */
export const triggers = { paraTranz, sakari };
