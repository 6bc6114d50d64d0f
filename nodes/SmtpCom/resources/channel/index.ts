import { resource } from '../../../shared/verbs';
import { get } from './get';
import { getMany } from './getMany';

export const channel = resource('Channel', 'channel', getMany, [get, getMany]);
