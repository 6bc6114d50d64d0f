import { resource } from '../../../shared';
import { get } from './get';
import { getMany } from './getMany';
import { reply } from './reply';
import { send } from './send';
import { sendMime } from './sendMime';

export const message = resource('Message', 'message', send, [get, getMany, reply, send, sendMime]);
