import { readFileSync } from 'node:fs';

import { table } from './table.mjs';

/**
 * What was measured and is kept in the repository, for the pages that quote it: each name is that of
 * a place in them, `<!-- name -->…<!-- / -->`.
 */
const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

const measured = read('../benchmark/results.json');
const soaked = read('../test/soak/results.json');

const services = {
	paratranz: 'ParaTranz',
	smtp_com: 'SMTP.com',
	ibiz: 'iBiz',
	sakari: 'Sakari',
	yandex_market: 'Yandex Market',
};

/** How the soak calls what it runs. */
const sendings = {
	paraTranz: 'ParaTranz',
	smtpCom: 'SMTP.com',
	smtpComJoined: 'SMTP.com, grouped',
	iBiz: 'iBiz',
	iBizJoined: 'iBiz, grouped',
	sakari: 'Sakari',
	sakariJoined: 'Sakari, grouped',
	yandexMarket: 'Yandex Market',
};

const triggers = {
	paraTranzTrigger: 'ParaTranz Trigger',
	paraTranzTriggerOldestFirst: 'ParaTranz Trigger, list with the oldest mails first',
	smtpComTrigger: 'SMTP.com Trigger',
	iBizTrigger: 'iBiz Trigger',
	sakariTrigger: 'Sakari Trigger',
	yandexMarketTrigger: 'Yandex Market Trigger',
	yandexMarketPollingTrigger: 'Yandex Market Polling Trigger',
};

const shown = (number) => number.toLocaleString('en-US');

const valueOf = (name) => (measured[name] === undefined ? '–' : shown(measured[name].value));

/** The same measure of n8n's HTTP Request node. */
const otherOf = (name) => shown(Number(/HTTP Request node ([\d.]+)/.exec(measured[name].reference)[1]));

const soakedOf = (name, kind) => {
	const value = soaked[`${name}.${kind}`];
	return value === undefined ? '–' : shown(value);
};

/** Over all that the soak has run. */
const sum = (kind) =>
	shown(
		Object.entries(soaked)
			.filter(([name]) => name.endsWith(`.${kind}`))
			.reduce((all, [, value]) => all + value, 0),
	);

/** A table whose columns are measures, with a row for each that has been measured. */
const measures = (names, columns, valueFor) =>
	table(
		['', ...columns.map(([, title]) => title)],
		Object.entries(names).map(([key, name]) => [name, ...columns.map(([kind]) => valueFor(key, kind))]),
	);

const deliveryColumns = [
	['delivered_of_400_at_50_per_second', 'of 400 delivered'],
	['seconds_for_400_at_50_per_second', 'in seconds'],
	['repeated_under_retry_on_fail', 'of 50 sent twice'],
	['most_requests_in_flight', 'most requests at once'],
	['requests_per_1000_sends', 'requests for 1,000 messages'],
];

const sendColumns = [
	['sends', 'sends'],
	['delivered_once', 'delivered once'],
	['reported_failed', 'told as failed'],
	['reported_uncertain', 'told as uncertain'],
	['silent', 'lost silently'],
	['sent_twice', 'sent twice'],
	['denied_although_sent', 'told as failed, but sent'],
];

const speedColumns = [
	['send', 'send'],
	['send_not_grouped', 'send, not grouped'],
	['send_20ms', 'send, 20 ms away'],
	['list', 'list'],
	['list_20ms', 'list, 20 ms away'],
];

const triggerColumns = [
	['messages', 'messages'],
	['delivered', 'started the workflow'],
	['missed', 'missed'],
	['repeated', 'repeated'],
	['forged', 'forged calls'],
	['forged_accepted', 'of them taken'],
];

export const figures = {
	delivered: valueOf('delivered_of_400_at_50_per_second'),
	deliveredByOther: otherOf('delivered_of_400_at_50_per_second'),
	deliverySeconds: valueOf('seconds_for_400_at_50_per_second'),
	retryRepeated: valueOf('repeated_under_retry_on_fail'),
	retryRepeatedByOther: otherOf('repeated_under_retry_on_fail_paratranz'),
	inFlight: valueOf('most_requests_in_flight'),
	inFlightByOther: otherOf('most_requests_in_flight'),
	groupedRequests: valueOf('requests_per_1000_sends_sakari'),
	groupedRequestsByOther: otherOf('requests_per_1000_sends_sakari'),
	sends: sum('sends'),
	sendsOnce: sum('delivered_once'),
	sendsFailed: sum('reported_failed'),
	sendsUncertain: sum('reported_uncertain'),
	sendsTwice: sum('sent_twice'),
	sendsSilent: sum('silent'),
	sendsDenied: sum('denied_although_sent'),
	messages: sum('messages'),
	messagesMissed: sum('missed'),
	messagesRepeated: sum('repeated'),
	forged: sum('forged'),
	forgedAccepted: sum('forged_accepted'),
	deliveryTable: measures(services, deliveryColumns, (key, kind) => valueOf(`${kind}_${key}`)),
	speedTable: measures(services, speedColumns, (key, kind) =>
		valueOf(`time_per_item_vs_http_request_1000_${key}_${kind}`),
	),
	sendsTable: measures(sendings, sendColumns, soakedOf),
	triggersTable: measures(triggers, triggerColumns, soakedOf),
};
