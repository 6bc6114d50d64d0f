import type { Message } from './mails';

type Counts = Record<string, number>;

/** From when to when, in milliseconds since 1970; without what can be left out, until now. */
type Span = [start: number, end?: number];

const hour = 3_600_000;
const day = 24 * hour;

const hourOf = (now: number) => Math.floor(now / hour) * hour;
const dayOf = (now: number) => Math.floor(now / day) * day;
const mondayOf = (now: number) => dayOf(now) - ((new Date(now).getUTCDay() + 6) % 7) * day;
const monthOf = (now: number, offset = 0) =>
	Date.UTC(new Date(now).getUTCFullYear(), new Date(now).getUTCMonth() + offset);
const yearOf = (now: number, offset = 0) => Date.UTC(new Date(now).getUTCFullYear() + offset, 0);

/** The periods that have a name. */
const spans: Record<string, (now: number) => Span> = {
	last_24hrs: (now) => [now - day],
	last_30days: (now) => [now - 30 * day],
	last_7days: (now) => [now - 7 * day],
	last_day: (now) => [dayOf(now) - day, dayOf(now)],
	last_hour: (now) => [hourOf(now) - hour, hourOf(now)],
	last_month: (now) => [monthOf(now, -1), monthOf(now)],
	last_week: (now) => [mondayOf(now) - 7 * day, mondayOf(now)],
	last_year: (now) => [yearOf(now, -1), yearOf(now)],
	this_day: (now) => [dayOf(now)],
	this_hour: (now) => [hourOf(now)],
	this_month: (now) => [monthOf(now)],
	this_week: (now) => [mondayOf(now)],
	this_year: (now) => [yearOf(now)],
	total: () => [0],
};

/** Periods that can neither be narrowed nor grouped. */
const whole = ['last_year', 'this_year', 'total'];

const domainOf = (address: string) => address.split('@')[1]!;

/** What a message is counted under; every domain is its own service here. */
const sides: Record<string, (message: Message) => string> = {
	channel: ({ channel }) => channel,
	domain: ({ msg_data: { from } }) => domainOf(from),
	rcpt_domain: ({ msg_data: { rcpt_to: to } }) => domainOf(to),
	rcpt_isp: ({ msg_data: { rcpt_to: to } }) => domainOf(to).split('.')[0]!,
};

const names = ['accepted', 'delivered', 'failed', 'queued', 'opened', 'clicked', 'complained', 'unsubscribed'];

function count(messages: Message[], event?: string): Counts {
	const of = (name: string) =>
		name === 'accepted'
			? messages.length
			: messages.filter(({ details: { delivery } }) => delivery.event === name).length;
	return Object.fromEntries((event === undefined ? names : [event]).map((name) => [name, of(name)]));
}

/** A question, as its path asks it: `last_month/channel/marketing/rcpt_domain`. */
interface Question {
	/** Parts of the path behind `/v4/stats`. */
	parts: string[];
	/** Where the path names no period. */
	start?: number;
	end?: number;
	event?: string;
}

/**
 * Counts messages.
 *
 * @returns the counts, by name where they are grouped; what is wrong with the question, as text
 */
export function answer(
	messages: Message[],
	{ parts: [duration, ...slices], start, end, event }: Question,
	now: number,
): Counts | Record<string, Counts> | string {
	if (duration !== undefined && whole.includes(duration) && slices.length > 0) {
		return 'is not slicable';
	}
	if (duration === undefined && start === undefined) return 'could not be blank';
	const [from, until = now] = duration === undefined ? [start!, end] : spans[duration]!(now);
	let found = messages.filter(({ msg_time: time }) => Date.parse(time) >= from && Date.parse(time) <= until);
	while (slices.length > 1) {
		const [side, value] = slices.splice(0, 2);
		found = found.filter((message) => sides[side!]!(message) === value);
	}
	const [group] = slices;
	if (group === undefined) return count(found, event);
	const sideOf = sides[group]!;
	return Object.fromEntries(
		[...new Set(found.map(sideOf))].map((name) => {
			return [name, count(found.filter((message) => sideOf(message) === name), event)];
		}),
	);
}
