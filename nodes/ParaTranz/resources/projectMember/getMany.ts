import { limit, returnAll } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { projectId } from '../../ids';
import { simpleMember } from '../../simple';

/**
 * The list comes without pages. A member's `id` is that of the membership; `uid` is the user's.
 */
export const getMany: Operation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many project members',
	description: "List many members of a project; a member's user number is in the field uid",
	method: 'GET',
	path: '/projects/{projectId}/members',
	effect: 'read',
	simple: simpleMember,
	fields: [projectId, returnAll, limit],
};
