import { crc32, deflateSync } from 'node:zlib';

const most = 256;

/** Colours that differ only in the last three bits of each part count as one. */
const shade = (red, green, blue) => ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);

/** The commonest shades, each as the commonest of its colours. */
function paletteOf(pixels) {
	const shades = new Map();
	for (let at = 0; at < pixels.length; at += 4) {
		const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
		const key = shade(pixels[at], pixels[at + 1], pixels[at + 2]);
		if (!shades.has(key)) shades.set(key, { count: 0, colours: new Map() });
		const one = shades.get(key);
		one.count += 1;
		one.colours.set(colour, (one.colours.get(colour) ?? 0) + 1);
	}
	const common = [...shades.values()].sort((one, other) => other.count - one.count).slice(0, most);
	return common.map(({ colours }) => {
		const [[colour]] = [...colours].sort(([, one], [, other]) => other - one);
		return [colour >> 16, (colour >> 8) & 255, colour & 255];
	});
}

/** Places in the palette that are nearest to each pixel. */
function placesOf(pixels, palette) {
	const known = new Map();
	const nearest = (red, green, blue) => {
		const distances = palette.map(
			([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2,
		);
		return distances.indexOf(Math.min(...distances));
	};
	return Uint8Array.from({ length: pixels.length / 4 }, (_, index) => {
		const [red, green, blue] = pixels.subarray(index * 4, index * 4 + 3);
		const colour = (red << 16) | (green << 8) | blue;
		if (!known.has(colour)) known.set(colour, nearest(red, green, blue));
		return known.get(colour);
	});
}

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}

/**
 * A picture as a PNG with a palette, a third as large as one with full colours.
 * Source: https://www.w3.org/TR/png-3/
 *
 * @param pixels red, green, blue and alpha of each pixel, row by row; all are opaque
 */
export function paletted(pixels, width, height) {
	const palette = paletteOf(pixels);
	const places = placesOf(pixels, palette);
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	const rows = Buffer.alloc(height * (width + 1));
	for (let row = 0; row < height; row += 1) {
		rows.set(places.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
	}
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flat())),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}
