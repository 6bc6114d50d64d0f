/** Lines of a table with aligned columns; numbers stand at the right. */
export function columns(rows: Array<Array<string | number>>): string[] {
	const widths = (rows[0] ?? []).map((_, place) =>
		Math.max(...rows.map((row) => String(row[place]).length)),
	);
	return rows.map((row) =>
		row
			.map((cell, place) => {
				const width = widths[place]!;
				return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
			})
			.join('  ')
			.trimEnd(),
	);
}
