/** A channel as `GET /v4/channels` shows it. */
export interface Channel {
	name: string;
	smtp_username: string;
	status: 'active' | 'canceled';
	quota: number;
	usage: number;
	date_created: string;
}

const channel = (name: string, quota: number, status: Channel['status'] = 'active'): Channel => ({
	name,
	smtp_username: `acme_${name}`,
	status,
	quota,
	usage: 0,
	date_created: 'Wed, 11 Aug 2021 14:07:09 -0000',
});

/** The channels of the account, in the order of their numeric IDs. */
export class Channels {
	readonly all = [
		channel('transactional', 50_000),
		channel('marketing', 5000),
		channel('newsletter', 100_000),
		channel('old', 5, 'canceled'),
	];

	/** A channel that can be used; those that are canceled cannot. */
	named(name: string): Channel | undefined {
		return this.all.find((one) => one.name === name && one.status === 'active');
	}

	/** The number that callbacks have in the place of the name. */
	idOf = (one: Channel) => 100_500 + this.all.indexOf(one);
}
