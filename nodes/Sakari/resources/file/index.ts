import { resource } from '../../../shared/verbs';
import { share } from './share';

export const file = resource('File', 'file', share, [share]);
