import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';

export const projectMember: Resource = {
	name: 'Project Member',
	value: 'projectMember',
	usual: 'getMany',
	operations: [getMany],
};
