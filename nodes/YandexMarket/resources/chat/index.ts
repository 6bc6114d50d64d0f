import { resource } from '../../../shared';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';

export const chat = resource('Chat', 'chat', getMany, [create, get, getMany]);
