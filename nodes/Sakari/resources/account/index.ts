import { resource } from '../../../shared';
import { getBalance } from './getBalance';

export const account = resource('Account', 'account', getBalance, [getBalance]);
