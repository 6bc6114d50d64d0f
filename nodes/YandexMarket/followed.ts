import type { IDataObject } from 'n8n-workflow';

import { Unfit } from '../shared';

export interface Chat extends IDataObject {
	chatId: number;
	/** Time of its latest message. */
	updatedAt: string;
}

export interface Message extends IDataObject {
	messageId: number;
	createdAt: string;
	sender: string;
}

/** A chat that has been written to lately: how far its messages have been read. */
export interface Followed {
	/** Time of its latest message, as lists have told it. */
	at: number;
	/** Messages of this time or earlier are done. */
	floor: number;
	/** Later messages that are done. */
	done: Array<[id: number, at: number]>;
	/** A message that is done, from which on to read. */
	from?: number;
	/** Its record, as long as it has to be read. */
	open?: Chat;
}

/** How much later than newer ones a message may show up in its chat; milliseconds. */
const late = 60_000;

/** The time in a record. Throws `Unfit`. */
export function timeIn(record: string, time: unknown): number {
	const at = Date.parse(String(time));
	if (Number.isNaN(at)) throw new Unfit(`Yandex Market gave ${record} without a time`);
	return at;
}

const timeOf = ({ messageId, createdAt }: Message) => timeIn(`message ${messageId}`, createdAt);

/**
 * Takes up what has been read of a chat. It stays open until it has been read once more after its
 * latest message: another of the same time does not change its record.
 *
 * @param now when it was read at the earliest, by the clock of Yandex Market
 * @returns messages that are new
 */
export function takeUp(followed: Followed, messages: Message[], now: number): Message[] {
	const done = new Map(followed.done);
	const fresh = messages.filter((message) => {
		const { messageId } = message;
		const at = timeOf(message);
		if (at <= followed.floor || done.has(messageId)) return false;
		done.set(messageId, at);
		return true;
	});
	followed.floor = Math.max(followed.floor, now - late);
	followed.done = [...done].filter(([, at]) => at > followed.floor);
	const past = messages.filter((message) => timeOf(message) <= followed.floor);
	past.sort((one, other) => timeOf(one) - timeOf(other));
	followed.from = past.at(-1)?.messageId ?? followed.from;
	if (followed.at <= followed.floor) delete followed.open;
	return fresh;
}
