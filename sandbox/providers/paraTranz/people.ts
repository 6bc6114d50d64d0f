/** A user as mails show it. */
export interface User {
	id: number;
	username: string;
	nickname: string;
}

/** Users 1 to this one exist. */
const lastUser = 99_999;

const joined = '2024-03-01T08:00:00.000Z';
const seen = '2026-02-07T10:00:00.000Z';

export const userExists = (id: number) => id <= lastUser;

export const user = (id: number): User => ({
	id,
	username: `user${id}`,
	nickname: `译者 ${id}`,
});

/** A user as the page of the user shows it. */
export const profile = (id: number) => ({
	...user(id),
	createdAt: joined,
	updatedAt: seen,
	lastVisit: seen,
	bio: '',
	avatar: `https://paratranz.example/avatars/${id}.png`,
	credit: 5,
	translated: id % 1000,
	edited: id % 100,
	reviewed: id % 10,
	commented: 0,
	points: (id % 1000) + (id % 100) / 2,
});

/** How many members the projects have, by the number of the project. */
const memberCounts: Record<number, number> = {
	1024: 120,
	1025: 3,
	1026: 1,
	2048: 10_000,
};

/** The projects that exist. */
export const projects = Object.keys(memberCounts).map((id) => ({
	id: Number(id),
	name: `项目 ${id}`,
	createdAt: joined,
}));

const owner = 10;
const translator = 1;

/** The members of a project, its owner first; none where there is no such project. */
export function membersOf(id: number) {
	return Array.from({ length: memberCounts[id] ?? 0 }, (_, index) => ({
		id: id * 1000 + index,
		createdAt: joined,
		updatedAt: seen,
		uid: 20_481 + index,
		user: user(20_481 + index),
		project: id,
		permission: index === 0 ? owner : translator,
		totalPoints: 10 * index,
		translated: 10 * index,
		edited: 0,
		reviewed: 0,
		note: '',
	}));
}
