import { iBiz } from './iBiz.mjs';
import { paraTranz } from './paraTranz.mjs';
import { sakari } from './sakari.mjs';
import { smtpCom } from './smtpCom.mjs';

/**
 * All triggers of the pack. A description says
 * - `name`, `node`, `service`, `parameters`: as in n8n and in the sandbox
 * - `event(text)`: what happens at the service, for the sandbox's `happen`
 * - `textOf(json)`: the text in an item that this has started the workflow with
 *
 * and of a trigger that polls
 * - `polls`: the endpoint that is asked at each poll
 *
 * of one that registers its address
 * - `webhooks(credentials)`: the service's register, used as somebody else with the same account
 *   does: `list`, `add` and `remove` addresses
 * - `hasOneAddress`: whether there is room for one address only
 */
export const triggers = { paraTranz, smtpCom, iBiz, sakari };
