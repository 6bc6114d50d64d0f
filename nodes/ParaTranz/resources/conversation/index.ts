import { resource } from '../../../shared/verbs';
import { get } from './get';

export const conversation = resource('Conversation', 'conversation', get, [get]);
