import { resource } from '../../../shared';
import { getMany } from './getMany';

export const projectMember = resource('Project Member', 'projectMember', getMany, [getMany]);
