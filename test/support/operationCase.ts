import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import type { Misbehaviour, RecordedRequest, Sandbox } from '../../sandbox/types';

/** A file for a binary field of an input item. */
export interface InputFile {
	name: string;
	mimeType?: string;
	content: Buffer;
}

/**
 * What is to be proved of one operation. `provesOperation` runs it on n8n's real engine with one
 * item, with three, and with a middle item that the provider refuses, under "continue" and under
 * "error output"; it checks the requests, the outputs and the links between items.
 */
export interface OperationCase {
	node: 'paraTranz' | 'smtpCom' | 'iBiz' | 'sakari' | 'yandexMarket';
	resource: string;
	operation: string;
	/** The seed document's endpoint, as the sandbox's contract writes it: `POST /mails`. */
	endpoint: string;
	/** Parameters besides resource and operation; expressions read the input item's JSON. */
	parameters: INodeParameters;
	/** Credential data, where the usual one may not carry out the operation. */
	credentials?: (sandbox: Sandbox) => ICredentialDataDecryptedObject;
	/** JSON of input item number `index`. */
	item: (index: number) => IDataObject;
	/** Binary fields of input item number `index`. */
	files?: (index: number) => Record<string, InputFile>;
	/** JSON of an input item that the provider refuses (not one that the node itself finds unfit). */
	bad: IDataObject;
	/**
	 * How the sandbox is made to refuse the bad item, where no value of a parameter makes the
	 * provider refuse it. Items are then sent one after the other.
	 */
	refusal?: Misbehaviour;
	/** Checks one of the requests that an item's JSON led to. */
	sent: (request: RecordedRequest, json: IDataObject) => void;
	/** Checks the output items that belong to one input item. */
	given: (items: INodeExecutionData[], json: IDataObject) => void;
}
