import type { IDataObject } from 'n8n-workflow';

import { type Errand, pageNumber, type Picker } from '../shared';
import { projectId, recipientsProject } from './ids';
import { getMany as mailsOf } from './resources/mail/getMany';
import { getMany as membersOf } from './resources/projectMember/getMany';
import { nameOf } from './simple';

const entry = (id: unknown, name: unknown) => ({
	name: name ? `${String(name)} (${String(id)})` : String(id),
	value: (id ?? '') as number,
});

/** Both sides of the mails of the account; who of them has the account, mails do not tell. */
const people: Picker = {
	errand: {
		...mailsOf,
		output: ({ body }) =>
			(body as { results: IDataObject[] }).results.flatMap(({ from, fromUser, to, toUser }) => [
				{ id: from, ...(fromUser as IDataObject) },
				{ id: to, ...(toUser as IDataObject) },
			]),
	},
	show: (user) => entry(user.id, nameOf(user)),
	repeats: true,
	empty: 'The account has no mails yet that could tell names. Give the user number (UID) instead',
};

const members: Picker = {
	errand: membersOf,
	needs: [{ ...projectId, displayName: recipientsProject.displayName }],
	show: ({ uid, user }) => entry(uid, nameOf((user ?? {}) as object)),
	empty: 'The project has no members, or you may not see them. Give the user number (UID) instead',
};

/** The list came as an array once, and comes as a page today. */
const projects: Errand = {
	method: 'GET',
	path: '/projects',
	effect: 'read',
	fields: [],
	pages: pageNumber({
		page: 'page',
		size: 'pageSize',
		first: 1,
		most: 50,
		total: ({ body }) => (Array.isArray(body) ? 1 : (body as { pageCount?: number }).pageCount),
	}),
	output: ({ body }) => (Array.isArray(body) ? body : (body as { results: [] }).results),
};

const isChosen = (project: unknown) =>
	Boolean(typeof project === 'object' ? (project as { value?: unknown } | null)?.value : project);

/** The lists that ParaTranz's records are chosen from, by the names that `ids.ts` calls them. */
export const pickers = {
	people,
	projects: {
		errand: projects,
		show: ({ id, name }: IDataObject) => entry(id, name),
		empty: 'ParaTranz lists no projects. Give the number that ends the address of the project',
	},
	recipients: (written: (name: string) => unknown) =>
		isChosen(written(recipientsProject.name)) ? members : people,
};
