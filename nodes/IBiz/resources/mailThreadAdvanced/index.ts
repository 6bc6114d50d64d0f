import { resource } from '../../../shared';
import { buildTrackingData } from './buildTrackingData';
import { discardTracking } from './discardTracking';
import { finalizeTracking } from './finalizeTracking';
import { notify } from './notify';
import { prepareTracking } from './prepareTracking';
import { processAttachments } from './processAttachments';
import { trackMessage } from './trackMessage';

/** What the server runs by itself when records change; callable, but rarely useful. */
export const mailThreadAdvanced = resource('Mail Thread (Advanced)', 'mailThreadAdvanced', buildTrackingData, [
	buildTrackingData,
	discardTracking,
	finalizeTracking,
	notify,
	prepareTracking,
	processAttachments,
	trackMessage,
]);
