import type { Resource } from '../../shared';
import { conversation } from './conversation';
import { mail } from './mail';
import { projectMember } from './projectMember';
import { user } from './user';

/** What the node can work on; a new node starts with the first. */
export const resources: Resource[] = [mail, conversation, projectMember, user];
