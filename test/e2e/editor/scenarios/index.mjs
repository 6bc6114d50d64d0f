import { building } from './building.mjs';
import { credentials } from './credentials.mjs';
import { errors } from './errors.mjs';
import { firstSend } from './firstSend.mjs';
import { lists } from './lists.mjs';
import { outputs } from './outputs.mjs';
import { panels } from './panels.mjs';
import { search } from './search.mjs';

/** In an n8n in which nobody has done anything yet. */
export const asStranger = [firstSend, search, building, credentials];

/** With a credential of each service. */
export const withCredentials = [lists, outputs, errors, panels];
