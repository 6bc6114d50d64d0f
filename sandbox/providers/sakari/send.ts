import type { Call, Reply } from '../../types';
import { groups, specialNumbers, type Account } from './account';
import type { Contact, Message, Reason, Recipient, Sending } from './records';
import { refusal } from './replies';
import { rounded } from './text';

const optedOut: Reason = {
	code: 'CONT-010',
	description: 'Contact has requested no further communication',
};

const unknown: Reason = { code: 'CONT-001', description: 'Invalid mobile number' };

const landline: Reason = {
	code: 'MSG-020',
	description: 'Number is a landline and can not accept messages',
};

/** A number of the North American plan has ten digits after the 1. */
export const isWrong = (number: string) => number.startsWith('+1') && number.length !== 12;

function refuseCall(account: Account, sending: Sending): Reply | undefined {
	const { contacts = [], conversations = [], phoneNumberFilter } = sending;
	const numbers = contacts.map(({ mobile }) => mobile?.number ?? '');
	if (numbers.some(isWrong)) return refusal(400, 'CONT-001', 'Invalid mobile number');
	if (conversations.some((id) => !account.inConversation(id))) {
		return refusal(400, 'CONV-001', 'Invalid conversation id');
	}
	if (numbers.includes(specialNumbers.noCredit)) {
		return refusal(402, 'ACCT-006', 'Insufficient credit available');
	}
	if (phoneNumberFilter && !groups.some(({ id }) => id === phoneNumberFilter.group.id)) {
		return refusal(400, 'MSG-001', 'No available phone number');
	}
	return undefined;
}

type Refused = (Contact | Recipient) & { valid: false; error: Reason };

/** Sends to every recipient that can be reached; the others are listed in the answer. */
export function send(account: Account, { body, now, deliver }: Call): Reply {
	const sending = body as Sending;
	const refused = refuseCall(account, sending);
	if (refused) return refused;
	const named = (sending.contacts ?? []).map((recipient) => ({
		recipient,
		contact: account.contactFor(recipient, now),
	}));
	const others = [
		...(sending.conversations ?? []).map((id) => account.inConversation(id)!),
		...(sending.filters ? account.chosenBy(sending.filters) : []),
	].map((contact) => ({ recipient: contact, contact }));
	const invalid: Refused[] = [];
	const messages: Message[] = [];
	for (const { recipient, contact } of [...named, ...others]) {
		if (!contact || contact.mobile.number === specialNumbers.optedOut) {
			const error = contact ? optedOut : unknown;
			invalid.push({ ...(contact ?? recipient), valid: false, error });
			continue;
		}
		const isLandline = contact.mobile.number === specialNumbers.landline;
		const message = account.write(contact, sending, now, isLandline ? landline : undefined);
		messages.push(message);
		if (!isLandline) {
			deliver({ to: contact.mobile.number, text: message.message, id: message.id });
		}
	}
	const data = {
		jobId: account.nextJobId(),
		requested: messages.length + invalid.length,
		valid: messages.length,
		invalid,
		messages,
		estimatedPrice: rounded(messages.reduce((sum, { price }) => sum + price, 0)),
	};
	return { status: 200, body: { success: true, data } };
}
