import type { Operation } from '../../../shared';
import { followerId } from '../../ids';

export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove a follower from a record',
	description: 'Remove a follower from a record; the contact is then no longer notified of its messages',
	method: 'DELETE',
	path: '/mail_followers/{followerId}',
	effect: 'change',
	empty: { deleted: true },
	findOut: 'Use "Follower: Get Many" with the same record to see who follows it',
	fields: [followerId],
};
