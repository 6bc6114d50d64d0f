import { resource } from '../../../shared';
import { add } from './add';
import { getMany } from './getMany';
import { remove } from './remove';

export const follower = resource('Follower', 'follower', getMany, [add, getMany, remove]);
