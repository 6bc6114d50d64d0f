import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that belongs to a seed and a place. */
export const chance = (...place: Array<string | number>) =>
	createHash('sha256').update(place.join(' ')).digest().readUInt32BE() / 2 ** 32;

/** Gives another number from 0 up to 1 each time. */
export type Draw = () => number;

/** Draws numbers, the same ones for a seed. */
export function drawing(seed: string): Draw {
	let drawn = 0;
	return () => chance(seed, drawn++);
}

export const pick = <T>(draw: Draw, list: T[]): T => list[Math.floor(draw() * list.length)]!;
