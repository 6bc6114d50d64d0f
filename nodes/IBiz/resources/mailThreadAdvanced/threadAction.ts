import type { Operation } from '../../../shared';
import { actionFields } from '../../fields';
import { threadId } from '../../ids';
import { putThread } from '../../request';

type OwnPart = Pick<Operation, 'name' | 'value' | 'action' | 'effect'> & {
	/** Last part of the path. */
	route: string;
	/** What the operation does; the sentence about permission follows it. */
	does: string;
};

/**
 * An action of iBiz on one mail thread that answers without a body. The site's own list of warnings
 * says that these actions name no permission, and the server refuses such actions to everybody but
 * a superuser.
 * Source: the service interface pages of https://github.com/iBizLab/iBizOdoo
 */
export const threadAction = ({ route, does, ...own }: OwnPart): Operation => ({
	...own,
	description: `${does}. Only a superuser of iBiz may do this.`,
	method: 'POST',
	path: `/mail_threads/{threadId}/${route}`,
	findOut: 'Use "Mail Thread: Get" with the same ID to see what the thread holds',
	fields: [threadId, actionFields],
	prepare: putThread,
});
