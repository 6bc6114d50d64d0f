import { resource } from '../../../shared/verbs';
import { get } from './get';

export const statistic = resource('Statistic', 'statistic', get, [get]);
