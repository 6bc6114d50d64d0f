import { resource } from '../../../shared';
import { get } from './get';
import { getMany } from './getMany';

export const channel = resource('Channel', 'channel', getMany, [get, getMany]);
