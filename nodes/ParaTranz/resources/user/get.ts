import { operation } from '../../../shared';
import { userId } from '../../ids';
import { simpleUser } from '../../simple';

export const get = operation.get({
	action: 'Get a user',
	description: 'Get the profile of one user',
	path: '/users/{userId}',
	simple: simpleUser,
	fields: [userId],
});
