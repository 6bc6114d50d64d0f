import type { Entity, Values } from './lists';

/** A record of a table. */
interface Row extends Values {
	id: string;
}

/** A table of the site, as far as it needs no behaviour of its own. */
export class Table {
	private readonly rows = new Map<string, Row>();

	constructor(readonly entity: Entity) {}

	get all(): Iterable<Row> {
		return this.rows.values();
	}

	get(id: string): Row | undefined {
		return this.rows.get(id);
	}

	/** Creates the record, or changes the one that is there. */
	save(row: Row): Row {
		const absent = Object.fromEntries(this.entity.fields.map((field) => [field, null]));
		const saved = { ...absent, ...this.rows.get(row.id), ...row };
		this.rows.set(row.id, saved);
		return saved;
	}

	delete(id: string): boolean {
		return this.rows.delete(id);
	}
}

export const followerEntity: Entity = {
	name: 'mail_followers',
	fields: ['display_name', 'id', 'name', 'partner_id', 'res_id', 'res_model', 'type', 'user_id'],
	quick: 'name',
};

export const attachmentEntity: Entity = {
	name: 'ir_attachment',
	fields: [
		...['checksum', 'create_date', 'description', 'file_id', 'file_size', 'id', 'mimetype', 'name'],
		...['res_id', 'res_model', 'store_fname', 'type', 'url'],
	],
	quick: 'name',
};
