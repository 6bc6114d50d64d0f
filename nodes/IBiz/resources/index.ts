import type { Resource } from '../../shared';
import { attachment } from './attachment';
import { data } from './data';
import { follower } from './follower';
import { mailThread } from './mailThread';
import { mailThreadAdvanced } from './mailThreadAdvanced';
import { message } from './message';

/** What the node can work on; a new node starts with the first. */
export const resources: Resource[] = [mailThread, message, follower, attachment, mailThreadAdvanced, data];
