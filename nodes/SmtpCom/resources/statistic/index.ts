import { resource } from '../../../shared';
import { get } from './get';

export const statistic = resource('Statistic', 'statistic', get, [get]);
