import { resource } from '../../../shared';
import { getMany } from './getMany';
import { reply } from './reply';
import { send } from './send';

export const mail = resource('Mail', 'mail', send, [getMany, reply, send]);
