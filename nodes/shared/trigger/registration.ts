import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { tellingUnfit } from '../tellingUnfit';
import { isSamePlace, newSecret, secretIn, withSecret } from './secret';
import { forgetSide, keyOf, rememberSecret, storeSecret } from './side';

/** An address that is registered with a provider. */
export interface Registration {
	url: string;
	/** The events that it is registered for, in whatever words tell them apart. */
	events: string[];
}

/** A provider's register of addresses; what it keeps of each may be more than is needed here. */
export interface Registry<Kept extends Registration = Registration> {
	/** The events that the trigger waits for. */
	events: string[];
	/** All registrations of the account, or at least those of this trigger. */
	list: () => Promise<Kept[]>;
	/** Registers an address for the events. */
	add: (url: string) => Promise<void>;
	/** Takes a registration away; it may be gone already. */
	remove: (registration: Kept) => Promise<void>;
	/** Gets the secrets that requests of this register carry, so that no error shows them. */
	secrets: string[];
}

type Context = IHookFunctions | IWebhookFunctions;

/** Finds the register in which a trigger stands. */
export type Registering<Kept extends Registration = Registration> = (
	context: Context,
) => Promise<Registry<Kept>>;

const addressOf = (context: Context) => context.getNodeWebhookUrl('default')!;

/** This trigger's own registrations. They are known by their place: what is stored may be lost. */
async function ownOf<Kept extends Registration>(
	context: Context,
	registry: Registry<Kept>,
): Promise<Kept[]> {
	const place = addressOf(context);
	const own = (await registry.list()).filter(({ url }) => isSamePlace(url, place));
	registry.secrets.push(...own.flatMap(({ url }) => secretIn(url) ?? []));
	return own;
}

/**
 * Whether the trigger is registered for exactly its events, under one secret. If so, that secret is
 * the one that holds from now on.
 */
async function isRegistered<Kept extends Registration>(
	context: IHookFunctions,
	registry: Registry<Kept>,
): Promise<boolean> {
	const own = await ownOf(context, registry);
	const [secret, ...others] = new Set(own.map(({ url }) => secretIn(url)));
	const events = own.flatMap((registration) => registration.events).sort();
	const isComplete = events.join() === [...registry.events].sort().join();
	if (secret === undefined || others.length > 0 || !isComplete) return false;
	rememberSecret(context, secret);
	return true;
}

/** Registers the trigger under a new secret, then removes what it had registered before. */
async function register<Kept extends Registration>(
	context: IHookFunctions,
	registry: Registry<Kept>,
): Promise<boolean> {
	const secret = newSecret();
	registry.secrets.push(secret);
	await registry.add(withSecret(addressOf(context), secret));
	rememberSecret(context, secret);
	for (const registration of await ownOf(context, registry)) {
		if (secretIn(registration.url) !== secret) await registry.remove(registration);
	}
	return true;
}

/** Removes all that this trigger has registered, and nothing else. */
async function unregister<Kept extends Registration>(
	context: IHookFunctions,
	registry: Registry<Kept>,
): Promise<boolean> {
	for (const registration of await ownOf(context, registry)) await registry.remove(registration);
	forgetSide(context);
	return true;
}

/** Milliseconds for which a provider's word on the secrets of a trigger is taken. */
const validity = 60_000;

const told = new Map<string, { at: number; secrets: Promise<string[]> }>();

/**
 * The secrets under which the active workflow is registered, as the provider tells; none if it does
 * not. It is asked once a minute at most, however many forged calls come.
 */
export async function registeredSecrets<Kept extends Registration>(
	context: IWebhookFunctions,
	registryOf: Registering<Kept>,
): Promise<string[]> {
	const trigger = keyOf(context);
	const known = told.get(trigger);
	if (known && Date.now() - known.at < validity) return await known.secrets;
	const ask = async () => {
		const own = await ownOf(context, await registryOf(context));
		const secrets = own.flatMap(({ url }) => secretIn(url) ?? []);
		if (secrets[0] !== undefined) storeSecret(context, secrets[0]);
		return secrets;
	};
	const secrets = ask().catch(() => []);
	told.set(trigger, { at: Date.now(), secrets });
	return await secrets;
}

/** What n8n calls when the workflow is activated and deactivated, for a trigger that stands in a register. */
export function lifecycle<Kept extends Registration>(
	registryOf: Registering<Kept>,
) {
	const within = (task: (context: IHookFunctions, registry: Registry<Kept>) => Promise<boolean>) =>
		async function (this: IHookFunctions): Promise<boolean> {
			told.delete(keyOf(this, 'production'));
			return await tellingUnfit(this, async () => await task(this, await registryOf(this)));
		};
	return {
		checkExists: within(isRegistered),
		create: within(register),
		delete: within(unregister),
	};
}
