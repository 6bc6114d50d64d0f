import axios, { type AxiosInstance } from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { Agent } from 'node:http';

import type { Credential, Listing, PlainRequest, Sending, Work } from './work/work';

const recordsIn = (answer: unknown, field?: string): unknown[] =>
	(field?.split('.') ?? []).reduce(
		(value, name) => (value as Record<string, unknown>)[name],
		answer,
	) as unknown[];

/** What a program of its own would do: axios in a loop, over connections that stay open. */
export class Plain {
	private constructor(private readonly http: AxiosInstance) {}

	static async start(work: Work, credential: Credential): Promise<Plain> {
		const http = axios.create({
			baseURL: String(credential.baseUrl),
			httpAgent: new Agent({ keepAlive: true }),
			maxBodyLength: Infinity,
			proxy: false,
		});
		const headers = await work.headers(
			credential,
			async (url, body) => (await http.post<IDataObject>(url, body)).data,
		);
		http.defaults.headers.common = { ...http.defaults.headers.common, ...headers };
		return new Plain(http);
	}

	/** Makes requests in order, so many at once, and hands each answer on. */
	async all<T>(
		sources: T[],
		atOnce: number,
		requestOf: (source: T) => Promise<PlainRequest> | PlainRequest,
	): Promise<unknown[]> {
		const answers: unknown[] = [];
		let next = 0;
		const worker = async () => {
			while (next < sources.length) {
				const index = next++;
				answers[index] = (await this.http.request(await requestOf(sources[index]!))).data;
			}
		};
		await Promise.all(Array.from({ length: atOnce }, worker));
		return answers;
	}

	async send({ request }: Sending, items: IDataObject[], atOnce: number): Promise<number> {
		return (await this.all(items, atOnce, request)).length;
	}

	async list({ request, page, field }: Listing, count: number): Promise<number> {
		const records: unknown[] = [];
		let answer: unknown;
		const size = Math.min(page, count);
		for (let number = 0; number * size < count; number += 1) {
			answer = (await this.http.request(request(number, size, answer))).data;
			records.push(...recordsIn(answer, field));
		}
		return records.slice(0, count).length;
	}
}
