import { resource } from '../../../shared/verbs';
import { get } from './get';

export const account = resource('Account', 'account', get, [get]);
