import { type Answer, dispositionFileName, type Download } from '../shared';

/** The file that an answer is, under the name it was given or else under `otherwise`. */
export const file = ({ headers, body }: Answer, otherwise: string): Download => ({
	content: body as Buffer,
	name: dispositionFileName(headers['content-disposition']) ?? otherwise,
	mimeType: headers['content-type']?.split(';')[0]?.trim(),
});
