import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../nodes/shared/operation';
import type { ProviderName } from '../../sandbox/types';
import { runNode, useSandbox } from '../support';
import { resources } from './operations';
import { fieldsOf, isShown, parametersOf, placesOf, switchesOf } from './places';
import type { Place } from './places';

const sandbox = useSandbox();

/** Also a mail, for fields that want one. */
const file = {
	name: 'file.txt',
	mimeType: 'text/plain',
	content: Buffer.from('From: a@email.com\r\nTo: b@email.com\r\n\r\nText'),
};

/** All ways to set the fields on which others depend. */
const settingsOf = (operation: Operation) =>
	switchesOf(operation).reduce<IDataObject[]>(
		(settings, { name, values }) =>
			settings.flatMap((setting) => values.map((value) => ({ ...setting, [name]: value as string }))),
		[{ returnAll: false }],
	);

interface Try {
	place: Place;
	values: IDataObject;
}

const rightOf = (places: Place[]) =>
	Object.fromEntries(
		places
			.filter(({ example }) => example !== undefined)
			.map(({ path, example }) => [path, example]),
	) as IDataObject;

/** Input items that are right but for one value. */
function triesOf(operation: Operation, places: Place[]): Try[] {
	const settings = settingsOf(operation);
	const right = rightOf(places);
	return places.flatMap((place) => {
		const setting = settings.find((one) => isShown(place, one));
		return place.nonsense.map((value) => ({
			place,
			values: { ...right, ...setting, [place.path]: value } as IDataObject,
		}));
	});
}

const cases = Object.entries(resources).flatMap(([node, all]) =>
	all.flatMap((resource) =>
		resource.operations.map((operation) => {
			const places = placesOf(node as ProviderName, operation);
			const tries = triesOf(operation, places);
			const right = rightOf(places);
			const rightOnes = settingsOf(operation).map((setting) => ({ ...right, ...setting }));
			return { node: node as ProviderName, resource, operation, tries, rightOnes };
		}),
	),
);

const count = cases.reduce((sum, { tries }) => sum + tries.length, 0);

describe(`${count} bad values in all fields of ${cases.length} operations`, () => {
	it.each(
		cases.map((one) => [one.tries.length, one.node, one.resource.value, one.operation.value, one] as const),
	)('%i in %s %s.%s are told, and nothing is sent', async (_, node, resource, name, { operation, tries, rightOnes }) => {
		const run = async (all: IDataObject[]) =>
			await runNode({
				sandbox: sandbox(),
				node,
				parameters: { resource, operation: name, ...parametersOf(fieldsOf(operation)) },
				items: all.map((values) => ({ values })),
				files: all.map(() => ({ data: file })),
				onError: 'continueErrorOutput',
			});
		const { errorItems, requests } = await run(tries.map(({ values }) => values));
		const errors = new Map(
			errorItems.map(({ json, pairedItem }) => [
				(pairedItem as { item: number }).item,
				String(json.error),
			]),
		);
		const wrong = tries.flatMap(({ place, values }, index) => {
			const error = errors.get(index);
			if (error?.startsWith(place.label)) return [];
			return [`${place.path}: ${JSON.stringify(values[place.path])?.slice(0, 60)} ${error}`];
		});
		expect(wrong).toEqual([]);
		expect(requests).toEqual([]);
		// Proves that it is the bad values that are refused
		const { errorItems: refused, requests: sent } = await run(rightOnes);
		expect(refused.map(({ json }) => json.error).filter((error) => /^'/.test(String(error)))).toEqual([]);
		expect(sent.length).toBeGreaterThan(0);
	});
});
