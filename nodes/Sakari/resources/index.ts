import type { Resource } from '../../shared';
import { account } from './account';
import { campaign } from './campaign';
import { contact } from './contact';
import { conversation } from './conversation';
import { file } from './file';
import { message } from './message';
import { template } from './template';

/** What the node can work on; a new node starts with the first. */
export const resources: Resource[] = [message, account, campaign, contact, conversation, file, template];
