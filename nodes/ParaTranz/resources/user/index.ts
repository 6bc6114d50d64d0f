import { resource } from '../../../shared/verbs';
import { get } from './get';

export const user = resource('User', 'user', get, [get]);
