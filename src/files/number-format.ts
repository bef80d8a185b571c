/**
 * What a spreadsheet shows for a stored number: the number format read as far as tables of figures need it,
 * with Indonesian marks (dot groups, decimal comma). Dates come as ISO text, whatever their format.
 * Source: ECMA-376 part 1, 18.8.30 and 18.8.31.
 */
import { fixedDecimals, plainDecimal, withMarks } from './decimal-text.ts';

type Token =
	| { kind: 'literal'; text: string }
	| {
			kind: 'digit' | 'point' | 'comma' | 'percent' | 'exponent' | 'general' | 'text' | 'fraction';
			text: string;
	  }
	| { kind: 'date'; text: string };

interface Section {
	readonly tokens: readonly Token[];
	readonly condition: ((value: number) => boolean) | null;
}

interface ShownNumber {
	readonly text: string;
	/** The format makes it a date or a time: not a quantity. */
	readonly isDate: boolean;
}

const builtIn: Readonly<Record<number, string>> = {
	0: 'General',
	1: '0',
	2: '0.00',
	3: '#,##0',
	4: '#,##0.00',
	9: '0%',
	10: '0.00%',
	11: '0.00E+00',
	12: '# ?/?',
	13: '# ??/??',
	14: 'dd/mm/yyyy',
	15: 'd-mmm-yy',
	16: 'd-mmm',
	17: 'mmm-yy',
	18: 'h:mm AM/PM',
	19: 'h:mm:ss AM/PM',
	20: 'h:mm',
	21: 'h:mm:ss',
	22: 'dd/mm/yyyy h:mm',
	37: '#,##0;(#,##0)',
	38: '#,##0;(#,##0)',
	39: '#,##0.00;(#,##0.00)',
	40: '#,##0.00;(#,##0.00)',
	41: '#,##0;-#,##0;"-"',
	42: '"Rp"#,##0;-"Rp"#,##0;"-"',
	43: '#,##0.00;-#,##0.00;"-"',
	44: '"Rp"#,##0.00;-"Rp"#,##0.00;"-"',
	45: 'mm:ss',
	46: '[h]:mm:ss',
	47: 'mm:ss.0',
	48: '##0.0E+0',
	49: '@',
};

/** The code of a built-in format number; `General` for the ones that have none. */
export function builtInFormat(id: number): string {
	return builtIn[id] ?? 'General';
}

const parsed = new Map<string, readonly Section[]>();

/**
 * The text of a stored number under a format code. `date1904` says where day 0 lies.
 * Total: an odd code falls back to the plain number, never to an error.
 */
export function showNumber(value: number, code: string, date1904 = false): ShownNumber {
	let sections = parsed.get(code);
	if (!sections) {
		sections = splitSections(code.slice(0, 255)).map(readSection);
		// A hostile file may hold any number of formats.
		if (parsed.size > 2000) parsed.clear();
		parsed.set(code, sections);
	}
	const { section, magnitude, signed } = chooseSection(sections, value);
	if (section.tokens.some((token) => token.kind === 'date')) {
		const text = dateText(value, section.tokens, date1904);
		return text === null ? { text: generalText(value), isDate: false } : { text, isDate: true };
	}
	return { text: render(section.tokens, magnitude, signed), isDate: false };
}

/** General: whole numbers in full, others with ten digits as a wide cell shows them. */
function generalText(value: number): string {
	const shown = Number.isInteger(value) ? value : Number(value.toPrecision(10));
	return withMarks(plainDecimal(shown), '', ',');
}

/** Semicolons part sections, but not inside quotes, brackets or after a backslash. */
function splitSections(code: string): string[] {
	const sections: string[] = [];
	let start = 0;
	for (const match of code.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]?|;/gs)) {
		if (match[0] !== ';') continue;
		sections.push(code.slice(start, match.index));
		start = match.index + 1;
	}
	sections.push(code.slice(start));
	return sections;
}

function readSection(code: string): Section {
	const tokens: Token[] = [];
	let condition: Section['condition'] = null;
	const pattern =
		/"([^"]*)"?|\\(.?)|_.?|\*.?|\[([^\]]*)\]?|General|AM\/PM|A\/P|[Ee][+-]|[ymdhsYMDHS]+|[0#?]|\/|[.,%@]|./gs;
	for (const match of code.matchAll(pattern)) {
		const [whole, quoted, escaped, bracket] = match;
		if (quoted !== undefined) tokens.push({ kind: 'literal', text: quoted });
		else if (escaped !== undefined) tokens.push({ kind: 'literal', text: escaped });
		else if (bracket !== undefined) {
			condition ??= readCondition(bracket);
			const currency = /^\$([^-]*)/.exec(bracket);
			if (currency?.[1]) tokens.push({ kind: 'literal', text: currency[1] });
			else if (/^(h+|m+|s+)$/i.test(bracket))
				tokens.push({ kind: 'date', text: `[${bracket.toLowerCase()}]` });
		} else if (whole.startsWith('_') || whole.startsWith('*')) continue;
		else tokens.push({ kind: tokenKind(whole), text: whole });
	}
	return { tokens, condition };
}

function tokenKind(text: string): Token['kind'] {
	if (text === 'General') return 'general';
	if (/^[0#?]$/.test(text)) return 'digit';
	if (text === '.') return 'point';
	if (text === ',') return 'comma';
	if (text === '%') return 'percent';
	if (text === '@') return 'text';
	if (text === '/') return 'fraction';
	if (/^E[+-]$/i.test(text)) return 'exponent';
	if (/^([ymdhs]+|AM\/PM|A\/P)$/i.test(text)) return 'date';
	return 'literal';
}

function readCondition(bracket: string): Section['condition'] {
	const parts = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(bracket);
	if (!parts) return null;
	const limit = Number(parts[2]);
	const test: Record<string, (value: number) => boolean> = {
		'<': (value) => value < limit,
		'>': (value) => value > limit,
		'<=': (value) => value <= limit,
		'>=': (value) => value >= limit,
		'=': (value) => value === limit,
		'<>': (value) => value !== limit,
	};
	return test[parts[1] ?? ''] ?? null;
}

const plain: Section = { tokens: [{ kind: 'general', text: 'General' }], condition: null };

/** Which section applies, and whether the sign is still to be written (the second section writes its own). */
function chooseSection(sections: readonly Section[], value: number) {
	const conditional = sections.some((section) => section.condition);
	if (conditional) {
		const section = sections.find((candidate) => !candidate.condition || candidate.condition(value)) ?? plain;
		return { section, magnitude: Math.abs(value), signed: value < 0 };
	}
	const [positive = plain, negative, zero] = sections;
	if (value < 0 && negative) return { section: negative, magnitude: -value, signed: false };
	if (value === 0 && zero) return { section: zero, magnitude: 0, signed: false };
	return { section: positive, magnitude: Math.abs(value), signed: value < 0 };
}

function render(tokens: readonly Token[], magnitude: number, signed: boolean): string {
	const has = (kind: Token['kind']) => tokens.some((token) => token.kind === kind);
	const sign = signed ? '-' : '';
	const digits = tokens.filter((token) => token.kind === 'digit');
	if (digits.length === 0) {
		return tokens
			.map((token) => {
				if (token.kind === 'general' || token.kind === 'text') return sign + generalText(magnitude);
				return token.text;
			})
			.join('')
			.trim();
	}
	const isFraction = tokens.some(
		(token, index) =>
			token.kind === 'fraction' &&
			tokens[index - 1]?.kind === 'digit' &&
			/digit|literal/.test(tokens[index + 1]?.kind ?? ''),
	);
	// Fractions and scientific notation are shown as the plain number: a table's reader needs the figure.
	if (isFraction || has('exponent')) return sign + generalText(magnitude);
	return renderDigits(tokens, magnitude, sign);
}

function renderDigits(tokens: readonly Token[], magnitude: number, sign: string): string {
	const first = tokens.findIndex((token) => token.kind === 'digit' || token.kind === 'point');
	const last = tokens.findLastIndex((token) => token.kind === 'digit' || token.kind === 'point');
	const inside = tokens.slice(first, last + 1);
	const pointAt = inside.findIndex((token) => token.kind === 'point');
	const wholeTokens = pointAt < 0 ? inside : inside.slice(0, pointAt);
	const fractionTokens = (pointAt < 0 ? [] : inside.slice(pointAt)).filter((token) => token.kind === 'digit');
	let trailing = 0;
	while (tokens[last + 1 + trailing]?.kind === 'comma') trailing += 1;
	const percents = tokens.filter((token) => token.kind === 'percent').length;
	const scaled = magnitude * 100 ** percents * 1000 ** -trailing;
	if (!Number.isFinite(scaled)) return sign + generalText(magnitude);

	const required = fractionTokens.findLastIndex((token) => token.text !== '#') + 1;
	let text = fixedDecimals(scaled, fractionTokens.length);
	if (fractionTokens.length > required) {
		const optional = new RegExp(`0{0,${fractionTokens.length - required}}$`);
		text = text.replace(optional, '').replace(/\.$/, '');
	}
	const grouped = wholeTokens.some((token) => token.kind === 'comma');
	const least = wholeTokens.filter((token) => token.text === '0').length;
	const [whole = '0', fraction] = text.split('.');
	const padded = whole.padStart(least, '0');
	const shown = withMarks(fraction === undefined ? padded : `${padded}.${fraction}`, grouped ? '.' : '', ',');
	const isZero = !/[1-9]/.test(shown);
	const outside = (list: readonly Token[]) =>
		list.map((token) => (token.kind === 'comma' || token.kind === 'digit' ? '' : token.text)).join('');
	const between = inside
		.filter((token) => token.kind === 'literal')
		.map((token) => token.text.trim())
		.join('');
	return `${isZero ? '' : sign}${outside(tokens.slice(0, first))}${shown}${between}${outside(tokens.slice(last + 1))}`.trim();
}

/** ISO text of a serial day number; null when the number is no date Excel can show. */
function dateText(serial: number, tokens: readonly Token[], date1904: boolean): string | null {
	const letters = tokens.filter((token) => token.kind === 'date').map((token) => token.text.toLowerCase());
	const seconds = Math.round(serial * 86_400);
	if (!Number.isFinite(seconds) || seconds < 0 || serial >= 2_958_466) return null;
	const two = (value: number) => String(value).padStart(2, '0');
	const ofDay = seconds % 86_400;
	const withSeconds = letters.some((text) => text.includes('s')) || ofDay % 60 !== 0;
	const clock = (hours: number) =>
		`${two(hours)}:${two(Math.floor(ofDay / 60) % 60)}${withSeconds ? `:${two(ofDay % 60)}` : ''}`;
	if (letters.some((text) => text.startsWith('['))) return clock(Math.floor(seconds / 3600));
	const hasTime = letters.some((text) => text.includes('h') || text.includes('s'));
	const hasDay = letters.some((text) => text.includes('y') || text.includes('d')) || !hasTime;
	if (!hasDay) return clock(Math.floor(ofDay / 3600));
	const days = Math.floor(seconds / 86_400);
	// The 1900 calendar counts a 29 February 1900 that never was: before it every number is one day short.
	const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 61 ? 31 : 30);
	const date = new Date(epoch + days * 86_400_000).toISOString().slice(0, 10);
	return hasTime && ofDay !== 0 ? `${date} ${clock(Math.floor(ofDay / 3600))}` : date;
}
