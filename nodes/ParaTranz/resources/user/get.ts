import type { Operation } from '../../../shared/operation';
import { userId } from '../../ids';
import { simpleUser } from '../../simple';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a user',
	description: 'Get the profile of one user',
	method: 'GET',
	path: '/users/{userId}',
	effect: 'read',
	simple: simpleUser,
	fields: [userId],
};
