/**
 * Typed arithmetic: `=50*1700`, `2*30000`, `85000/50`, `(5+3)*2`. A parser of one page, never eval.
 * Each operand may have a second reading (`1.700`); the expression is then worked out for both.
 */
import type { RefusalReason } from './number-reading.ts';

export type Operand =
	| { readonly ok: true; readonly value: number; readonly other: number }
	| { readonly ok: false; readonly reason: RefusalReason };

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';
const isWordEnd = (char: string): boolean =>
	isDigit(char) || char === '%' || char === ')' || char.toLowerCase() !== char.toUpperCase();

/** `E+05`: this sign belongs to an exponent. */
function isExponentSign(text: string, at: number): boolean {
	return (text[at - 1] === 'e' || text[at - 1] === 'E') && isDigit(text[at - 2]) && isDigit(text[at + 1]);
}

/** `×`, `÷` and an `x` between two numbers, as the signs the parser reads. */
export function plainOperators(text: string): string {
	return text
		.replaceAll('\u00d7', '*')
		.replaceAll('\u00b7', '*')
		.replaceAll('\u00f7', '/')
		.replaceAll(/(?<=\d) ?x ?(?=[\d(])/gi, '*');
}

/**
 * The operators that stand between two operands, in order: `*` and `-` in `2*3-1`, none in `(1.200)`, `5.000,-`,
 * `Rp -5`, `50 kg/proses` or `1e-5`.
 */
export function operatorsBetween(text: string): string {
	let found = '';
	let firstDigit = 0;
	while (firstDigit < text.length && !isDigit(text[firstDigit])) firstDigit++;
	for (let i = firstDigit + 1; i < text.length - 1; i++) {
		const char = text[i] as string;
		if (!'+-*/'.includes(char) || isExponentSign(text, i)) continue;
		let before = i - 1;
		while (before > 0 && text[before] === ' ') before--;
		let after = i + 1;
		while (after < text.length && text[after] === ' ') after++;
		const rest = text.slice(after, after + 3);
		if (isWordEnd(text[before] as string) && /^(?:[\d(]|[.,+-]\d|[+-]?rp)/i.test(rest)) found += char;
	}
	return found;
}

interface Parser {
	readonly text: string;
	readonly read: (operand: string) => Operand;
	at: number;
	failure: RefusalReason | null;
}

/** The value under the first and the second reading of every operand. */
type Pair = readonly [value: number, other: number];
const NOTHING: Pair = [0, 0];

function fail(parser: Parser, reason: RefusalReason): Pair {
	parser.failure ??= reason;
	return NOTHING;
}

function peek(parser: Parser): string {
	while (parser.text[parser.at] === ' ') parser.at++;
	return parser.text[parser.at] ?? '';
}

function operand(parser: Parser): Pair {
	const start = parser.at;
	while (parser.at < parser.text.length) {
		const char = parser.text[parser.at] as string;
		if ('*/()'.includes(char)) break;
		if ((char === '+' || char === '-') && !isExponentSign(parser.text, parser.at)) break;
		parser.at++;
	}
	const text = parser.text.slice(start, parser.at).trim();
	if (text === '') return fail(parser, 'ARITHMETIC_SYNTAX');
	const reading = parser.read(text);
	return reading.ok ? [reading.value, reading.other] : fail(parser, reading.reason);
}

function factor(parser: Parser): Pair {
	const sign = peek(parser);
	if (sign === '-' || sign === '+') parser.at++;
	let value: Pair;
	if (peek(parser) === '(') {
		parser.at++;
		value = sum(parser);
		if (peek(parser) === ')') parser.at++;
		else fail(parser, 'ARITHMETIC_SYNTAX');
	} else value = operand(parser);
	return sign === '-' ? [-value[0], -value[1]] : value;
}

function product(parser: Parser): Pair {
	let left = factor(parser);
	while (parser.failure === null && (peek(parser) === '*' || peek(parser) === '/')) {
		const times = peek(parser) === '*';
		parser.at++;
		const right = factor(parser);
		if (times) left = [left[0] * right[0], left[1] * right[1]];
		else if (right[0] === 0 || right[1] === 0) fail(parser, 'DIVISION_BY_ZERO');
		else left = [left[0] / right[0], left[1] / right[1]];
	}
	return left;
}

function sum(parser: Parser): Pair {
	let left = product(parser);
	while (parser.failure === null && (peek(parser) === '+' || peek(parser) === '-')) {
		const sign = peek(parser) === '+' ? 1 : -1;
		parser.at++;
		const right = product(parser);
		left = [left[0] + sign * right[0], left[1] + sign * right[1]];
	}
	return left;
}

/**
 * Works an expression out with `+ - * / ( )`.
 * @param text without the leading `=`, at most 200 characters
 * @param read reads one operand; its refusal is the expression's
 * @returns both values (the same unless an operand is ambiguous), or why not: `ARITHMETIC_SYNTAX`,
 *          `DIVISION_BY_ZERO`, `TOO_LARGE`, or an operand's reason
 */
export function workOut(text: string, read: (operand: string) => Operand): Operand {
	const parser: Parser = { text, read, at: 0, failure: null };
	const [value, other] = sum(parser);
	if (parser.failure === null && peek(parser) !== '') parser.failure = 'ARITHMETIC_SYNTAX';
	if (parser.failure !== null) return { ok: false, reason: parser.failure };
	if (!Number.isFinite(value) || !Number.isFinite(other)) return { ok: false, reason: 'TOO_LARGE' };
	return { ok: true, value, other };
}
