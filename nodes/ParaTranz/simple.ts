import type { IDataObject } from 'n8n-workflow';

import { messageOf } from '../shared';

interface User {
	id?: number;
	username?: string;
	nickname?: string;
}

export const nameOf = ({ username, nickname }: User): string => nickname || username || '';

/** One side of a mail; the system itself has no user number. */
const personOf = (id: unknown, user: unknown) => {
	const known = (user ?? {}) as User;
	return { id: id ?? known.id, name: nameOf(known) };
};

/**
 * A mail in the form that messages of all providers have. Mails do not tell whose mailbox they are in.
 *
 * @param other user number of the other side, where it is known
 */
export function simpleMail(record: IDataObject, other?: unknown): IDataObject {
	const { id, from, to, fromUser, toUser, content, html, status, createdAt } = record;
	const isFrom = String(from) === String(other);
	return messageOf('paraTranz', {
		id,
		threadId: other,
		direction: other === undefined ? undefined : isFrom ? 'inbound' : 'outbound',
		from: personOf(from, fromUser),
		to: [personOf(to, toUser)],
		text: content,
		html,
		status: status === undefined ? undefined : status === 1 ? 'read' : 'unread',
		createdAt,
	});
}

/** What a project tells of a member. */
export function simpleMember(record: IDataObject): IDataObject {
	const { user, uid, permission, totalPoints, translated, edited, reviewed, note, createdAt } = record;
	const { username, nickname } = (user ?? {}) as User;
	const work = { totalPoints, translated, edited, reviewed };
	return { uid, username, nickname, permission, ...work, note, createdAt };
}

/** What the page of a user tells. */
export function simpleUser(record: IDataObject): IDataObject {
	const { id, username, nickname, bio, lastVisit, credit } = record;
	const { translated, edited, reviewed, points } = record;
	return { id, username, nickname, bio, lastVisit, credit, translated, edited, reviewed, points };
}
