import type { Call, Reply, SandboxProvider } from '../../types';
import { printed, readSheet, type Row, workbook } from './files';
import type { Query } from './lists';
import { missing, notAccepted, ok, unknownModel } from './replies';
import type { Threads } from './threads';

type Handlers = SandboxProvider['handlers'];

/** Definitions of this site, by their tags. The second import gives refused rows as a file. */
const tags = {
	export: ['THREADS'],
	import: ['THREADS', 'THREADS_FILE'],
	print: ['THREAD'],
	report: ['OVERVIEW'],
};

/** Files that were uploaded before. */
const uploadedFiles = ['file-1', 'file-2', 'file-3'];

const queryText = ({ query }: Call, name: string) => query[name] as string | undefined;

/** Refuses a request whose tag names no definition; there is no default one. */
const withTag =
	(kind: keyof typeof tags, handler: (call: Call) => Reply) =>
	(call: Call): Reply => {
		const tag = queryText(call, `srf${kind}tag`);
		if (tag === undefined) return unknownModel('实体[mail_thread]未指定默认定义');
		return tags[kind].includes(tag) ? handler(call) : unknownModel(`定义[${tag}]不存在`);
	};

export function dataHandlers(threads: Threads): Handlers {
	let jobs = 0;

	const rows = (query: Query, size = 20, page = 0): Row[] =>
		threads
			.list(query)
			.slice(page * size, (page + 1) * size)
			.map(({ id, name }) => ({ id, name }));

	const exported = ({ body, params }: Call): Reply => {
		if (params.param !== 'fetch_default') return unknownModel(`方法[${params.param}]不存在`);
		const { page, size, ...query } = body as Query & { page?: number; size?: number };
		const one = params.key === undefined ? {} : { n_id_eq: params.key };
		if (params.key !== undefined && !threads.get(params.key)) return missing(params.key);
		return workbook('数据导出', rows({ ...query, ...one }, size, page));
	};

	/** Stores the rows of a file that have a key; gives the numbers of the others. */
	const stored = ({ files }: Call) => {
		const read = readSheet(files[0]!.content);
		const refused = new Map<number, Row>();
		read?.forEach((row, index) => {
			if (row.id) threads.save(row.id, { ...row });
			else refused.set(index + 1, row);
		});
		return { read, refused };
	};

	const reason = '标识不能为空';
	const notAFile = () => notAccepted('导入文件格式不正确');

	return {
		'data.export': withTag('export', exported),
		'data.exportRecord': withTag('export', exported),
		'data.getImportTemplate': withTag('import', () => workbook('邮件会话导入模板', [])),
		'data.import': withTag('import', (call) => {
			const { read, refused } = stored(call);
			if (!read) return notAFile();
			return ok(Object.fromEntries([...refused.keys()].map((row) => [row, reason])));
		}),
		'data.importWithErrorFile': withTag('import', (call) => {
			const { read, refused } = stored(call);
			if (!read) return notAFile();
			if (queryText(call, 'srfimporttag') === 'THREADS_FILE' && refused.size > 0) {
				return workbook('导入错误', [...refused.values()]);
			}
			return ok({
				total: read.length,
				success: read.length - refused.size,
				errorinfo: [...refused.keys()].map((row) => ({ row, message: reason })),
				errorfile: null,
			});
		}),
		'data.importAsynchronously': withTag('import', (call) => {
			const file = queryText(call, 'srfossfileid')!;
			if (!uploadedFiles.includes(file)) return missing(file);
			jobs += 1;
			return ok({
				asyncacitonid: `sandbox-job-${jobs}`,
				asyncacitonname: '导入邮件会话',
				actiontype: 'DEIMPORTDATA2',
				actionstate: 20,
			});
		}),
		'data.print': withTag('print', (call) => {
			const keys = call.params.key!.split(';');
			const unknown = keys.find((key) => !threads.get(key));
			if (unknown !== undefined) return missing(unknown);
			const names = keys.map((key) => threads.get(key)!.name).join('\n');
			return printed('邮件会话', queryText(call, 'srfcontenttype')!, names);
		}),
		'data.report': withTag('report', (call) => {
			const found = threads.list(call.body as Query).length;
			return printed('会话概览', queryText(call, 'srfcontenttype')!, `共 ${found} 个会话`);
		}),
	};
}
