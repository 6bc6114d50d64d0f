import type { Resource } from '../../shared';
import { chat } from './chat';
import { file } from './file';
import { message } from './message';

/** What the node can work on; a new node starts with the first. */
export const resources: Resource[] = [chat, file, message];
