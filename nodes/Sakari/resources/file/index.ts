import { resource } from '../../../shared';
import { share } from './share';

export const file = resource('File', 'file', share, [share]);
