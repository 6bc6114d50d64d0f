import { resource } from '../../../shared';
import { get } from './get';

export const account = resource('Account', 'account', get, [get]);
