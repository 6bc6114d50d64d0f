import { resource } from '../../../shared/verbs';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';

export const chat = resource('Chat', 'chat', getMany, [create, get, getMany]);
