import { resource } from '../../../shared/verbs';
import { getMany } from './getMany';

export const projectMember = resource('Project Member', 'projectMember', getMany, [getMany]);
