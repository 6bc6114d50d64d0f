import { inputField, oneFileAsForm, type Operation } from '../../../shared';

/** Source: `tools.shareFile` of Sakari's OpenAPI file, https://developer.sakari.io */
export const share: Operation = {
	name: 'Share',
	value: 'share',
	action: 'Share a file',
	description: 'Upload a file and get a short link to it, for the text or the media of a message; the answer tells when the link expires',
	method: 'POST',
	path: '/v1/tools/sharefile',
	effect: 'change',
	findOut: 'Share the file again: nobody is sent anything by it',
	fields: [inputField],
	files: oneFileAsForm({ part: 'media' }),
	/** Files belong to no account: the path stands beside those of the accounts. */
	prepare(request) {
		request.baseURL = request.baseURL?.replace(/\/v1\/accounts\/[^/]*$/, '');
	},
};
