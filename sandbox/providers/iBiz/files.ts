import type { Reply } from '../../types';
import { ok } from './replies';

/** The first bytes of a zip archive, which is what an Excel or a Word file is. */
const zip = Buffer.from('PK\u0003\u0004');

const officeType = 'application/vnd.openxmlformats-officedocument';

const formats: Record<string, { type: string; ending: string; start: string | Buffer }> = {
	EXCEL: { type: `${officeType}.spreadsheetml.sheet`, ending: 'xlsx', start: zip },
	HTML: { type: 'text/html;charset=UTF-8', ending: 'html', start: '<!DOCTYPE html>' },
	PDF: { type: 'application/pdf', ending: 'pdf', start: '%PDF-1.4\n' },
	WORD: { type: `${officeType}.wordprocessingml.document`, ending: 'docx', start: zip },
};

export interface Row {
	id?: string;
	name?: string;
}

/** Stands for an Excel file: the beginning of one, then its rows as JSON. */
const sheet = (rows: Row[]) => Buffer.concat([zip, Buffer.from(JSON.stringify(rows))]);

/** The rows of such a file; none of a real Excel file; `undefined` of any other. */
export function readSheet(content: Buffer): Row[] | undefined {
	if (!content.subarray(0, zip.length).equals(zip)) return undefined;
	try {
		return JSON.parse(content.subarray(zip.length).toString()) as Row[];
	} catch {
		return [];
	}
}

const attachment = (name: string, type: string, content: Buffer): Reply =>
	ok(content, {
		'content-type': type,
		'content-disposition': `attachment;filename*=utf-8''${encodeURIComponent(name)}`,
	});

/** An Excel file with rows, as an answer. */
export const workbook = (name: string, rows: Row[]) =>
	attachment(`${name}.xlsx`, formats.EXCEL!.type, sheet(rows));

/** A printed text, as an answer. */
export function printed(name: string, format: string, text: string): Reply {
	const { type, ending, start } = formats[format]!;
	return attachment(
		`${name}.${ending}`,
		type,
		Buffer.concat([Buffer.from(start), Buffer.from(text)]),
	);
}
