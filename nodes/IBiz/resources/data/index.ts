import { resource } from '../../../shared';
import { exportRecord } from './exportRecord';
import { exportRows } from './exportRows';
import { getImportTemplate } from './getImportTemplate';
import { importAsynchronously } from './importAsynchronously';
import { importRows } from './importRows';
import { importWithErrorFile } from './importWithErrorFile';
import { print } from './print';
import { report } from './report';

export const data = resource('Data', 'data', exportRows, [
	exportRows,
	exportRecord,
	getImportTemplate,
	importRows,
	importAsynchronously,
	importWithErrorFile,
	print,
	report,
]);
