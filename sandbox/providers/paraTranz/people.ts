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
