import { resource } from '../../../shared';
import { get } from './get';

export const conversation = resource('Conversation', 'conversation', get, [get]);
