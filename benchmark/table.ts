import type { Bar, Row } from './measure';

const barText = (bar: Bar) => ('most' in bar ? `≤ ${bar.most}` : `≥ ${bar.least}`);

/** Whether a value reaches its bar. */
export const reaches = ({ value, bar }: Row): boolean =>
	!bar || ('most' in bar ? value <= bar.most : value >= bar.least);

/** What a machine reads: bar and reference are text, or `null` where there is none. */
export const asResults = (rows: Row[]) =>
	Object.fromEntries(
		rows.map(({ name, value, unit, bar, reference = null }) => [
			name,
			{ value, unit, bar: bar ? barText(bar) : null, reference },
		]),
	);

/** What a person reads. */
export function asTable(rows: Row[]): string {
	const lines = rows.map((row) => [
		row.name,
		`${row.value} ${row.unit}`,
		row.bar ? barText(row.bar) : '',
		row.bar ? (reaches(row) ? 'yes' : 'NO') : '',
		row.reference ?? '',
	]);
	const all = [['Measure', 'Value', 'Bar', 'Reached', 'Reference'], ...lines];
	const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((line) => line[column]!.length)));
	return all
		.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd())
		.join('\n');
}
