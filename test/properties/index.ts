import type { Property } from './check';
import { deliveryProperties } from './delivery';
import { listProperties } from './lists';

/** All properties of the engine, by short names. */
export const properties: Record<string, Property> = { ...deliveryProperties, ...listProperties };
