import { indexes, nameOf } from './assemble.mjs';

const linkOf = ({ pairedItem }) => pairedItem?.item;

/** What a check says, in its first lines; `undefined` when it holds. */
function fault(check) {
	try {
		check();
		return undefined;
	} catch ({ message }) {
		return message.replace(/\x1b\[\d+m/g, '').slice(0, 600);
	}
}

/** The requests that arrived while a node ran. */
const during = ({ startTime, executionTime }, requests) =>
	requests.filter(({ at }) => at >= startTime && at <= startTime + executionTime);

/** Compares a run of an operation with what its proof says. Gives its faults as sentences. */
export function judge(proof, index, runData, requests) {
	const { resource, operation, endpoint } = proof;
	const told = (what) => `${resource}.${operation}: ${what}`;
	const [run] = runData[nameOf(proof, index)] ?? [];
	if (!run?.data) return [told(`did not run: ${run?.error?.message ?? 'no message'}`)];
	const items = run.data.main[0];
	const errors = items.flatMap(({ json, error }) => (error ?? json.error ? [json.error] : []));
	if (errors.length > 0) return errors.map((message) => told(`failed: ${message}`));

	const own = during(run, requests).filter((request) => request.endpoint === endpoint);
	const inputs = indexes.map((item) => [item, proof.item(item)]);
	const isSentFor = (request) => ([, json]) => fault(() => proof.sent(request, json)) === undefined;
	const faults = inputs.flatMap(([item, json]) => {
		const given = items.filter((one) => linkOf(one) === item);
		const found = [fault(() => proof.given(given, json))];
		if (!own.some((request) => isSentFor(request)([item, json]))) {
			const reason = own[item] && fault(() => proof.sent(own[item], json));
			found.push(`no request to ${endpoint} that is right: ${reason ?? `${own.length} requests`}`);
		}
		return found.flatMap((one) => (one ? [told(`item ${item}: ${one}`)] : []));
	});
	const wrong = own.filter((request) => !inputs.some(isSentFor(request)));
	return [...faults, ...wrong.map(() => told(`sent a request to ${endpoint} that is wrong`))];
}
