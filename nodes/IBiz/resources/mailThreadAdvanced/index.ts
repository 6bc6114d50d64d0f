import type { Resource } from '../../../shared/operation';
import { buildTrackingData } from './buildTrackingData';
import { discardTracking } from './discardTracking';
import { finalizeTracking } from './finalizeTracking';
import { notify } from './notify';
import { prepareTracking } from './prepareTracking';
import { processAttachments } from './processAttachments';
import { trackMessage } from './trackMessage';

/** What the server runs by itself when records change; callable, but rarely useful. */
export const mailThreadAdvanced: Resource = {
	name: 'Mail Thread (Advanced)',
	value: 'mailThreadAdvanced',
	usual: 'buildTrackingData',
	operations: [
		buildTrackingData,
		discardTracking,
		finalizeTracking,
		notify,
		prepareTracking,
		processAttachments,
		trackMessage,
	],
};
