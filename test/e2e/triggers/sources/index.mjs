import { iBiz } from './iBiz.mjs';
import { paraTranz } from './paraTranz.mjs';
import { sakari } from './sakari.mjs';
import { smtpCom } from './smtpCom.mjs';
import { yandexMarket, yandexMarketPolling } from './yandexMarket.mjs';

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
 *
 * of one whose address somebody enters at the service
 * - `entered(url)`: that, for the sandbox's `happen`
 * - `greeting`: headers and body of the service's first call, which starts nothing
 * - `forgeries(call)`: altered calls, each with the status that is `wanted`
 */
export const triggers = {
	paraTranz,
	smtpCom,
	iBiz,
	sakari,
	yandexMarket,
	yandexMarketPolling,
};
