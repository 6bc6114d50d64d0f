import { resource } from '../../../shared';
import { get } from './get';

export const user = resource('User', 'user', get, [get]);
