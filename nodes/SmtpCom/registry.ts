import type { IDataObject, IHookFunctions, IWebhookFunctions, NodeApiError } from 'n8n-workflow';

import type { Errand, Line, Registration, Registry } from '../shared';
import { isSamePlace, openLine, secretIn, Unfit } from '../shared';
import { eventIn, withEvent } from './events';
import { smtpCom } from './provider';
import { create } from './resources/callback/create';
import { remove } from './resources/callback/delete';
import { getMany } from './resources/callback/getMany';
import { update } from './resources/callback/update';
import { getMany as getChannels, isActive } from './resources/channel/getMany';

type Context = IHookFunctions | IWebhookFunctions;

/** A callback: SMTP.com calls one address for an event of a channel. */
interface Callback extends IDataObject {
	channel: string;
	event: string;
	address: string;
}

export interface Registered extends Registration {
	callback: Callback;
}

const register: Errand = {
	...create,
	findOut: 'Activate the workflow again: a registration that was made is found and used',
};

/** Setting one address can be repeated at will, like a read. */
const registerAnew: Errand = { ...update, effect: 'read' };

/** Taking away what may be gone already can be repeated at will, like a read. */
const unregister: Errand = { ...remove, effect: 'read' };

/** What tells callbacks apart; no name has a line break in it. */
const keyOf = ({ channel, event }: Pick<Callback, 'channel' | 'event'>) => `${event}\n${channel}`;

async function checkChannel(line: Line, channel: string): Promise<void> {
	const channels = await line.ask(getChannels);
	const names = channels.filter(isActive).map(({ name }) => String(name));
	if (names.includes(channel)) return;
	throw new Unfit(
		`'Channel' is '${channel}', but the account has no such channel, or no longer. Its channels: ${names.join(', ') || 'none'}`,
	);
}

/** An address without its query, in which a secret may stand; a queue of Amazon as it is named. */
function shown(address: string): string {
	if (!URL.canParse(address)) return address;
	const { origin, pathname } = new URL(address);
	return `${origin}${pathname}`;
}

/**
 * Whether an address is that of the same trigger on its other side: of the active workflow for a
 * test, or of a test for the active workflow. They differ in what stands before the trigger's path.
 */
function isOtherSide(context: Context, address: string): boolean {
	const own = new URL(context.getNodeWebhookUrl('default')!);
	// webhook ID and path, or without an ID the workflow's ID, the node's name and path
	const parts = context.getNode().webhookId === undefined ? 3 : 2;
	const end = ({ pathname }: URL) => pathname.split('/').slice(-parts).join('/');
	if (!URL.canParse(address) || isSamePlace(address, own.href)) return false;
	const other = new URL(address);
	return other.origin === own.origin && end(other) === end(own);
}

/**
 * Refuses to take the place of what was registered by somebody else, unless it is wanted, or by the
 * trigger's other side.
 */
function checkOthers(context: Context, taken: Callback[], replaces: boolean): void {
	const own = context.getNodeWebhookUrl('default')!;
	const others = taken.filter(({ address }) => !isSamePlace(address, own));
	const isTest = context.getMode() === 'manual';
	const named = (callbacks: Callback[]) => callbacks.map(({ event }) => event).join(', ');
	const sides = others.filter(({ address }) => isOtherSide(context, address));
	if (sides.length > 0 && isTest) {
		throw new Unfit(
			`SMTP.com calls one address for each event of a channel, and for ${named(sides)} that is the one of this workflow, which is active. Deactivate the workflow to listen for a test event`,
		);
	}
	if (replaces || others.length === 0) return;
	if (sides.length > 0) {
		throw new Unfit(
			`The editor listens for a test event of this trigger: ${named(sides)}. Stop listening, then activate the workflow. If nobody listens, a test was cut off: listen and stop once, or add the option 'Replace Other Addresses'`,
		);
	}
	const list = others.map(({ event, address }) => `${event} (${shown(address)})`).join(', ');
	throw new Unfit(
		`SMTP.com calls one address for each event of a channel, and others have registered theirs: ${list}. Choose another channel or other events, or add the option 'Replace Other Addresses' if they are not needed any more`,
	);
}

/** SMTP.com's register of callbacks, for some events of a channel. */
export async function callbackRegister(
	context: Context,
	{ channel, events, replaces }: { channel: string; events: string[]; replaces: boolean },
): Promise<Registry<Registered>> {
	const secrets: string[] = [];
	const line = await openLine(context, smtpCom, { longestWait: 60_000, timeout: 30_000, secrets });

	const callbacks = async () => {
		const all = (await line.ask(getMany)) as Callback[];
		secrets.push(...all.flatMap(({ address }) => secretIn(address) ?? []));
		return all;
	};

	return {
		secrets,
		events: events.map((event) => keyOf({ channel, event })),
		async list() {
			return (await callbacks()).map((callback) => {
				const { address: url, event } = callback;
				return { url, events: eventIn(url) === event ? [keyOf(callback)] : [], callback };
			});
		},
		async add(url) {
			await checkChannel(line, channel);
			const taken = (await callbacks()).filter(
				(callback) => callback.channel === channel && events.includes(callback.event),
			);
			checkOthers(context, taken, replaces);
			for (const event of events) {
				const isTaken = taken.some((callback) => callback.event === event);
				await line.ask(isTaken ? registerAnew : register, { channel, event, address: withEvent(url, event) });
			}
		},
		async remove({ callback }) {
			const { channel, event, address } = callback;
			await line.ask(unregister, { channel, event }).catch(async (error: NodeApiError) => {
				const isThere = (other: Callback) => keyOf(other) === keyOf(callback) && other.address === address;
				if ((await callbacks()).some(isThere)) throw error;
			});
		},
	};
}
