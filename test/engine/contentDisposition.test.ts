import { dispositionFileName } from '../../nodes/shared/contentDisposition';

/** A header as it arrives: one character a byte. */
const arriving = (header: string) => Buffer.from(header, 'utf8').toString('latin1');

it.each([
	[undefined, undefined],
	['attachment', undefined],
	['attachment; filename=""', undefined],
	['attachment; filename=".."', undefined],
	['attachment; filename=report.pdf', 'report.pdf'],
	['attachment;filename="a; b.pdf"', 'a; b.pdf'],
	['attachment; filename="say \\"hi\\".txt"', 'say "hi".txt'],
	['ATTACHMENT; FILENAME = "x.txt"; size=3', 'x.txt'],
	["attachment; filename*=UTF-8''%E6%95%B0%E6%8D%AE.xlsx", '数据.xlsx'],
	['attachment; filename="data.xlsx"; filename*=utf-8\'zh\'%E6%95%B0.xlsx', '数.xlsx'],
	["attachment; filename*=iso-8859-1''caf%E9.txt", 'café.txt'],
	["attachment; filename*=UTF-8''%E6%95; filename=plain.txt", 'plain.txt'],
	['attachment; filename="%E6%95%B0.xlsx"', '数.xlsx'],
	['attachment; filename="100%.txt"', '100%.txt'],
	[arriving('attachment; filename="数据导出.xlsx"'), '数据导出.xlsx'],
	['attachment; filename="caf\u00E9.txt"', 'café.txt'],
	['attachment; filename="../../etc/passwd"', 'passwd'],
	["attachment; filename*=UTF-8''..%5Cwindows%5Cx.exe", 'x.exe'],
	["attachment; filename*=UTF-8''a%0D%0Ab.txt", 'ab.txt'],
])('reads the file name in %s', (header, name) => {
	expect(dispositionFileName(header)).toBe(name);
});
