import { limit, operation, returnAll } from '../../../shared';
import { projectId } from '../../ids';
import { simpleMember } from '../../simple';

/**
 * The list comes without pages. A member's `id` is that of the membership; `uid` is the user's.
 */
export const getMany = operation.getMany({
	action: 'Get many project members',
	description: "List many members of a project; a member's user number is in the field uid",
	path: '/projects/{projectId}/members',
	simple: simpleMember,
	fields: [projectId, returnAll, limit],
});
