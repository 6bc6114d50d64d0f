import type { Cursor, Line } from '../shared';
import type { Chat, Message } from './followed';
import { getMany as getChats } from './resources/chat/getMany';
import { getMany as getMessages } from './resources/message/getMany';

/** A page of a list of chats, and when it was given, by Yandex Market's clock. */
export interface ChatPage {
	chats: Chat[];
	next: Cursor;
	at: number;
}

/** The chats of a business, in lists of unknown order. */
export interface Desk {
	businessId: number;
	/** Reads a page of all chats, or of those that wait for the seller. */
	read: (which: 'all' | 'waiting', cursor?: Cursor) => Promise<ChatPage>;
	/** Reads all messages of a chat, or those from one on. */
	readChat: (chatId: number, from?: number) => Promise<Message[]>;
}

/** What chats that a customer wrote to last have as status. */
const waiting = { statuses: ['NEW', 'WAITING_FOR_PARTNER'] };

export const deskOf = ({ ask, askPage }: Line, businessId: string): Desk => ({
	businessId: Number(businessId),
	async read(which, cursor) {
		const filters = which === 'waiting' ? waiting : {};
		const { records, next, at } = await askPage(getChats, cursor, { businessId, filters });
		return { chats: records as Chat[], next, at };
	},
	async readChat(chatId, messageIdFrom) {
		const options = messageIdFrom === undefined ? {} : { messageIdFrom };
		const parameters = { businessId, chatId: String(chatId), returnAll: true, options };
		return (await ask(getMessages, parameters)) as Message[];
	},
});
