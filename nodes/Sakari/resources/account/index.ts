import { resource } from '../../../shared/verbs';
import { getBalance } from './getBalance';

export const account = resource('Account', 'account', getBalance, [getBalance]);
