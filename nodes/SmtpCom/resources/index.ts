import type { Resource } from '../../shared';
import { account } from './account';
import { callback } from './callback';
import { channel } from './channel';
import { message } from './message';
import { statistic } from './statistic';

/** What the node can work on; a new node starts with the first. */
export const resources: Resource[] = [message, account, callback, channel, statistic];
