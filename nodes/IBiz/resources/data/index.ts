import type { Resource } from '../../../shared/operation';
import { exportRecord } from './exportRecord';
import { exportRows } from './exportRows';
import { getImportTemplate } from './getImportTemplate';
import { importAsynchronously } from './importAsynchronously';
import { importRows } from './importRows';
import { importWithErrorFile } from './importWithErrorFile';
import { print } from './print';
import { report } from './report';

export const data: Resource = {
	name: 'Data',
	value: 'data',
	usual: 'export',
	operations: [
		exportRows,
		exportRecord,
		getImportTemplate,
		importRows,
		importAsynchronously,
		importWithErrorFile,
		print,
		report,
	],
};
