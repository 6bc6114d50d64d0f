import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { asProperty, requestOptions } from './fields';
import { formProperties } from './form';
import type { Field, Operation, Provider, Resource } from './operation';

/** A field, and the operations that show it: each of these of each of the resources. */
interface Use {
	field: Field;
	resources: string[];
	operations: string[];
}

const shownBy = ({ fields, simple }: Operation): Field[] =>
	simple ? [...fields, ...formProperties] : fields;

/**
 * Where the fields are shown. A field that several operations share, being the same object, is one
 * use, also of several resources, as long as none of their operations shows it that has no such field.
 */
class Uses {
	private readonly of = new Map<Field, Use[]>();

	constructor(private readonly resources: Resource[]) {
		for (const resource of resources) {
			for (const field of new Set(resource.operations.flatMap(shownBy))) this.add(field, resource);
		}
	}

	/** Each use after those that an operation shows before it. */
	inOrder(): Use[] {
		const before = new Map<Use, Use[]>();
		for (const { value, operations } of this.resources) {
			for (const operation of operations) {
				const uses = shownBy(operation).map((field) =>
					this.of.get(field)!.find(({ resources }) => resources.includes(value))!,
				);
				uses.forEach((use, place) => {
					before.set(use, [...(before.get(use) ?? []), ...uses.slice(0, place)]);
				});
			}
		}
		const seen = new Set<Use>();
		const ordered: Use[] = [];
		const visit = (use: Use) => {
			if (seen.has(use)) return;
			seen.add(use);
			before.get(use)?.forEach(visit);
			ordered.push(use);
		};
		[...before.keys()].forEach(visit);
		return ordered;
	}

	private add(field: Field, { value, operations }: Resource): void {
		const names = operations.filter((one) => shownBy(one).includes(field)).map((one) => one.value);
		const uses = this.of.get(field) ?? [];
		this.of.set(field, uses);
		for (const use of uses) {
			const joined = [...new Set([...use.operations, ...names])];
			if (!this.isRight(field, [...use.resources, value], joined)) continue;
			use.resources.push(value);
			use.operations = joined;
			return;
		}
		uses.push({ field, resources: [value], operations: names });
	}

	/** Whether all operations of these names have the field. */
	private isRight(field: Field, resources: string[], names: string[]): boolean {
		return this.resources
			.filter(({ value }) => resources.includes(value))
			.flatMap(({ operations }) => operations.filter(({ value }) => names.includes(value)))
			.every((operation) => shownBy(operation).includes(field));
	}
}

function useProperty({ field, resources, operations }: Use): INodeProperties {
	const { displayOptions, ...property } = asProperty(field);
	const show = { resource: resources, operation: operations, ...displayOptions?.show };
	return { ...property, displayOptions: { ...displayOptions, show } };
}

const operationOption = (operation: Operation): INodePropertyOptions => ({
	name: operation.name,
	value: operation.value,
	action: operation.action,
	description: operation.description,
});

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);

/** All properties of an action node; a new one starts with the first of the resources. */
export function properties(provider: Provider, resources: Resource[]): INodeProperties[] {
	const first = resources[0]!.value;
	const choices = resources.map(({ name, value }) => ({ name, value })).sort(byName);
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: choices,
			default: first,
		},
		...resources.map(({ value, operations, usual }): INodeProperties => ({
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [value] } },
			options: operations.map(operationOption),
			default: usual,
		})),
		...new Uses(resources).inOrder().map(useProperty),
		asProperty(requestOptions(provider)),
	];
}
