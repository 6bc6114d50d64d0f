import { field, type Operation } from '../../../shared';
import { messageAction } from './messageAction';

const permanently = field.flag('Delete Permanently', 'permanently', {
	description:
		'Whether to remove the message with all that belongs to it. Otherwise iBiz does what its own button does: it keeps the message and replaces its text by a note.',
});

const blanking = messageAction({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a message',
	description: 'Delete the text of a message, or the whole message; neither can be undone',
});

export const remove: Operation = {
	...blanking,
	empty: { deleted: true },
	fields: [...blanking.fields, permanently],
	prepare(request, parameters) {
		if (!parameters.permanently) {
			blanking.prepare!(request, parameters);
			return;
		}
		request.method = 'DELETE';
		request.url = request.url.slice(0, request.url.lastIndexOf('/'));
	},
};
