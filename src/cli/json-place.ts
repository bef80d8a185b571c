/** JSON with the line and column of what is wrong in it; Node's own message names a position only sometimes. */
export type ParsedJson =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly line: number; readonly column: number; readonly content: string };

/** Where the text stops being JSON: the end of the longest part that a strict reader accepts. */
function brokenAt(text: string): number {
	let at = 0;
	const blank = () => {
		while (at < text.length && ' \t\r\n'.includes(text[at] as string)) at += 1;
	};
	const token = (pattern: RegExp): boolean => {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (!found) return false;
		at += found[0].length;
		return true;
	};
	// JSON allows no raw control characters inside a string.
	// eslint-disable-next-line no-control-regex
	const string = (): boolean => token(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
	const list = (close: string, item: () => boolean): boolean => {
		at += 1;
		blank();
		if (text[at] === close) {
			at += 1;
			return true;
		}
		for (;;) {
			blank();
			if (!item()) return false;
			blank();
			if (text[at] === close) {
				at += 1;
				return true;
			}
			if (text[at] !== ',') return false;
			at += 1;
		}
	};
	const pair = (): boolean => {
		if (!string()) return false;
		blank();
		if (text[at] !== ':') return false;
		at += 1;
		return value();
	};
	const value = (): boolean => {
		blank();
		if (text[at] === '{') return list('}', pair);
		if (text[at] === '[') return list(']', value);
		if (text[at] === '"') return string();
		return token(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y);
	};
	if (value()) blank();
	return at;
}

/** Brackets nested too deep for the stack, and texts too long to walk, are told from the beginning. */
function placeOrStart(text: string): number {
	try {
		return text.length > 1_000_000 ? 0 : brokenAt(text);
	} catch {
		return 0;
	}
}

/** Parses the text; on failure says where, counted from 1, and what stands there. */
export function parseJson(text: string): ParsedJson {
	try {
		return { ok: true, value: JSON.parse(text) };
	} catch {
		const at = placeOrStart(text);
		const before = text.slice(0, at);
		const line = before.split('\n').length;
		const column = at - before.lastIndexOf('\n');
		return { ok: false, line, column, content: text.slice(at, at + 20).split('\n')[0] ?? '' };
	}
}
