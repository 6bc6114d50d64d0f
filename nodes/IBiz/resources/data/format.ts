import { field, type Operation, type Parameters, type Request } from '../../../shared';
import { file } from '../../file';

/** The kinds of file that iBiz prints. */
export const contentType = field.choice('Format', 'contentType', {
	options: [
		{ name: 'Excel', value: 'EXCEL' },
		{ name: 'HTML', value: 'HTML' },
		{ name: 'PDF', value: 'PDF' },
		{ name: 'Word', value: 'WORD' },
	],
	default: 'PDF',
	description: 'What kind of file to get',
	place: 'query.srfcontenttype',
});

const endings: Record<string, string> = {
	EXCEL: 'xlsx',
	HTML: 'html',
	PDF: 'pdf',
	WORD: 'docx',
};

/** Says that a web page is the file that is wanted, where it is. */
export function askForFormat(request: Request, parameters: Parameters): void {
	if (parameters.contentType === 'HTML') {
		request.headers = { ...request.headers, Accept: 'text/html, application/json' };
	}
}

/** The file that was printed; where iBiz names none, it gets `name` and the format's ending. */
export const printed =
	(name: string): Operation['download'] =>
	(answer, parameters) =>
		file(answer, `${name}.${endings[String(parameters.contentType)]}`);
