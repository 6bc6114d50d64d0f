import { resource } from '../../../shared';
import { close } from './close';
import { get } from './get';
import { getMany } from './getMany';

export const conversation = resource('Conversation', 'conversation', getMany, [
	close,
	get,
	getMany,
]);
