import { resource } from '../../../shared';
import { send } from './send';

export const file = resource('File', 'file', send, [send]);
