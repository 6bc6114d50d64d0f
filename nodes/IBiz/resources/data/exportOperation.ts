import { field, type Operation, outputField } from '../../../shared';
import { file } from '../../file';
import { identifier } from '../../parse';
import { putFurtherFields, requireBody } from '../../request';
import { exportFilters, exportTag } from './fields';

/** The list that an export takes its rows from. */
const method = field.text('Method', 'method', {
	required: true,
	default: 'fetch_default',
	description: 'Name of the list method of the entity whose rows are exported',
	parse: identifier,
});

type OwnPart = Pick<Operation, 'name' | 'value' | 'action' | 'description' | 'path' | 'fields'>;

/** An export to an Excel file; its own fields stand between the method and the export tag. */
export const exportOperation = ({ fields, ...own }: OwnPart): Operation => ({
	...own,
	method: 'POST',
	effect: 'read',
	fields: [method, ...fields, exportTag, exportFilters, outputField],
	prepare(request, parameters) {
		putFurtherFields(request, parameters);
		requireBody(request);
	},
	download: (answer) => file(answer, 'export.xlsx'),
});
