import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Errand, Provider } from './operation';

/** The operation that an error is about, and the item, if it is not a trigger's. */
export interface About {
	node: INode;
	index?: number;
	provider: Provider;
	operation: Errand;
	/** Values that must not appear in an error. */
	secrets: string[];
}

const hide = (secrets: string[], said: string) =>
	secrets.reduce((shown, secret) => shown.split(secret).join('***'), said);

function apiError(about: About, message: string, description: string, status?: number) {
	const said = hide(about.secrets, message);
	const error = new NodeApiError(about.node, {} as JsonObject, {
		message: said,
		description: hide(about.secrets, description),
		httpCode: status === undefined ? 'none' : String(status),
		itemIndex: about.index,
	});
	// The constructor replaces messages that mention a network code
	error.message = said;
	return error;
}

const nothingDone = ({ index }: About) =>
	index === undefined ? 'Nothing was changed' : 'Nothing was done for this item';

const adviceFor: Record<number, string> = {
	400: 'Check the values of the fields of this node',
	401: 'Check the credential: the service does not accept it, or no longer',
	402: 'Check the balance and the plan of the account',
	403: 'The account of this credential is not allowed to do this',
	404: 'Check the IDs: the service does not know what the request is about',
	413: 'Send less in one request',
};

const refusals = new WeakMap<Error, number>();

/** The provider said no, so nothing was done. */
export function refused(about: About, status: number, said: string) {
	const { name } = about.provider;
	const message = said
		? `${name} refused the request: ${said}`
		: `${name} refused the request with HTTP status ${status}`;
	const advice = adviceFor[status] ?? nothingDone(about);
	const error = apiError(about, message, advice, status);
	refusals.set(error, status);
	return error;
}

/** Statuses that refuse the sender, whatever the request is about. */
const refusesSender = [401, 402, 403];

/** Whether a refusal of several items at once may be due to some of them only. */
export function mayBePartly(error: Error): boolean {
	const status = refusals.get(error);
	return status !== undefined && !refusesSender.includes(status);
}

/** What may have become of a request of unknown fate. */
export const mayBe = ({ effect }: Errand) =>
	effect === 'send' ? 'may have been sent' : 'may have been carried out';

const uncertainties = new WeakSet<Error>();

/** Nobody knows whether the provider took the request. */
export function uncertain(about: About, reason: string, status?: number) {
	const { provider, operation } = about;
	const next = operation.findOut ?? 'Look at the service before you repeat it';
	const error = apiError(
		about,
		`${provider.name} did not confirm the request. It ${mayBe(operation)}`,
		`${next}. What happened: ${reason}`,
		status,
	);
	uncertainties.add(error);
	return error;
}

/** The same again in a later try, in which it was not sent. */
export function stillUncertain(about: About, message: string, advice: string) {
	const error = apiError(about, message, advice);
	uncertainties.add(error);
	return error;
}

export const isUncertain = (error: Error) => uncertainties.has(error);

/** The provider could not be asked, or not in a way that gave an answer. Nothing was done. */
export const unanswered = (about: About, reason: string, status?: number) =>
	apiError(
		about,
		`${about.provider.name} gave no usable answer`,
		`${nothingDone(about)}; try again later. What happened: ${reason}`,
		status,
	);

/** The provider asks to wait longer than the user, or a trigger, allows. */
export function tooLong(about: About, until: number, status?: number) {
	const message = `${about.provider.name} asks to slow down. Try again after ${new Date(until).toISOString()}`;
	const setting = "To wait longer, raise 'Longest Wait (Minutes)' in the settings of the node";
	const hint = about.index === undefined ? '' : `. ${setting}`;
	return apiError(about, message, `${nothingDone(about)}${hint}`, status);
}

/** A value that cannot be sent; nothing left this node for the item. */
export const unfit = (node: INode, index: number, message: string) =>
	new NodeOperationError(node, message, {
		itemIndex: index,
		description: 'Nothing was sent for this item',
	});

export const cancelled = (node: INode, index?: number) =>
	new NodeOperationError(node, 'The execution was cancelled before this item was sent', {
		itemIndex: index,
	});
