import type { AxiosRequestConfig } from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ProviderName } from '../../sandbox/types';

/** A request as axios takes it, below the provider's base URL. */
export type PlainRequest = Pick<AxiosRequestConfig, 'method' | 'url' | 'params' | 'data'>;

/** One provider's credential, as the sandbox accepts it. */
export type Credential = IDataObject;

/** Sending one message for each input item. */
export interface Sending {
	/** The sandbox's name of the operation. */
	operationId: string;
	/** JSON of input item number `index`; its message differs from all others. */
	item: (index: number) => IDataObject;
	/** Parameters of the pack's node. */
	node: INodeParameters;
	/** Parameters of n8n's HTTP Request node for the same requests. */
	httpRequest: (baseUrl: string) => INodeParameters;
	request: (item: IDataObject) => PlainRequest;
}

/** Reading the first so many records of a list. */
export interface Listing {
	operationId: string;
	/** Most records in a page. */
	page: number;
	node: INodeParameters;
	/** @param size records in a page */
	httpRequest: (baseUrl: string, size: number) => INodeParameters;
	/** What differs from page to page, for the HTTP Request node. */
	turning: (size: number) => Turning;
	/** Where the records stand in an answer; the answer itself is the list if there is no such place. */
	field?: string;
	/** @param before the answer that holds the page before this one */
	request: (page: number, size: number, before: unknown) => PlainRequest;
	/** Requests that fill the list with at least so many records. */
	fill: (records: number) => PlainRequest[];
}

/** A parameter that leads to the next page; `value` is an expression. */
export interface Turning extends INodeParameters {
	type: 'body' | 'qs';
	name: string;
	value: string;
}

/** What is measured with one of the five services. */
export interface Work {
	provider: ProviderName;
	/** The service in the names of measures. */
	name: string;
	credential: string;
	/** The node's own limit of requests at once. */
	atOnce: number;
	/** Whether the node can join sends into one request, and whether it does so unless told otherwise. */
	groups?: 'usual' | 'possible';
	/** Log-in headers for axios. */
	headers: (
		credential: Credential,
		post: (url: string, body: IDataObject) => Promise<IDataObject>,
	) => Promise<Record<string, string>>;
	send: Sending;
	list: Listing;
}

export const indices = (count: number) => Array.from({ length: count }, (_, index) => index);

/** How many requests of so many records each it takes. */
export const chunks = (records: number, size: number) => indices(Math.ceil(records / size));

/** Parameters of the HTTP Request node that make it log in with a credential of the pack. */
export const withCredential = (credential: string): INodeParameters => ({
	authentication: 'predefinedCredentialType',
	nodeCredentialType: credential,
	options: {},
});

const pairs = (fields: Record<string, string | number>) => ({
	parameters: Object.entries(fields).map(([name, value]) => ({ name, value })),
});

export const withQuery = (fields: Record<string, string | number>): INodeParameters => ({
	sendQuery: true,
	queryParameters: pairs(fields),
});

/** A JSON body made in the form of the HTTP Request node, field by field. */
export const withFields = (fields: Record<string, string | number>): INodeParameters => ({
	sendBody: true,
	bodyParameters: pairs(fields),
});

/**
 * A JSON body with objects in it, written as one expression.
 *
 * @param code JavaScript; n8n takes two braces in a row for the end of the expression
 */
export const withJson = (code: string): INodeParameters => ({
	sendBody: true,
	specifyBody: 'json',
	jsonBody: `={{ ${code.replace(/\}(?=\})/g, '} ')} }}`,
});
