const folders = /^.*[/\\]/s;
// eslint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u001F\u007F]/g;

/** The value of a parameter, in quotes or bare, as RFC 6266 writes it. */
function parameter(header: string, name: string): string | undefined {
	const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(
		header,
	);
	return found ? (found[1]?.replace(/\\(.)/g, '$1') ?? found[2]) : undefined;
}

function percentDecoded(value: string): string | undefined {
	try {
		return decodeURIComponent(value);
	} catch {
		return undefined;
	}
}

/** RFC 8187: `UTF-8''%E6%95%B0.xlsx`. */
function extended(value: string | undefined): string | undefined {
	const [, charset, encoded] = /^([^']*)'[^']*'(.*)$/.exec(value ?? '') ?? [];
	if (encoded === undefined) return undefined;
	if (charset?.toLowerCase() === 'utf-8') return percentDecoded(encoded);
	return encoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
		String.fromCharCode(Number.parseInt(hex, 16)),
	);
}

/** Header values arrive one character a byte; many servers write UTF-8 or percent signs there. */
function plain(value: string | undefined): string | undefined {
	if (value === undefined) return undefined;
	if (/[\u0080-\u00FF]/.test(value) && !/[\u0100-\uFFFF]/.test(value)) {
		const utf8 = Buffer.from(value, 'latin1').toString('utf8');
		return utf8.includes('\uFFFD') ? value : utf8;
	}
	return percentDecoded(value) ?? value;
}

/**
 * The file name in a `Content-Disposition` header, without folders and control characters;
 * `undefined` when there is none. `filename*` (RFC 6266) goes before `filename`.
 */
export function dispositionFileName(header: string | undefined): string | undefined {
	if (header === undefined) return undefined;
	const name = extended(parameter(header, 'filename\\*')) ?? plain(parameter(header, 'filename'));
	const bare = name?.replace(folders, '').replace(controlCharacters, '').trim();
	return bare === '' || bare === '.' || bare === '..' ? undefined : bare;
}
