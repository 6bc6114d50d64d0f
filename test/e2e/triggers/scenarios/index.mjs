import { delivery } from './delivery.mjs';
import { forgery } from './forgery.mjs';
import { registration } from './registration.mjs';
import { removal } from './removal.mjs';
import { repeat } from './repeat.mjs';
import { restart } from './restart.mjs';
import { testRun } from './testRun.mjs';

/**
 * All scenarios, in the order in which they run. Each has `parts`, which run one after the other:
 * functions for every trial, or `stop` and `start` of n8n. `isFor` tells the trials it is for;
 * without it, all.
 */
export const scenarios = { registration, delivery, repeat, forgery, testRun, restart, removal };
