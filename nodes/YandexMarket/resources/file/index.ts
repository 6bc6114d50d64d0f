import { resource } from '../../../shared/verbs';
import { send } from './send';

export const file = resource('File', 'file', send, [send]);
