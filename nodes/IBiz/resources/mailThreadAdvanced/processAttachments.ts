import { threadAction } from './threadAction';

export const processAttachments = threadAction({
	name: 'Process Attachments',
	value: 'processAttachments',
	action: 'Process the attachments of a mail thread',
	does: 'Move the attachments of a message to its record; on many sites it does nothing',
	route: 'process_attachments_for_post',
	effect: 'change',
});
