/** A method's page, made from the method's own data: what `docs/methods/` holds. */
import type { Method, MethodResult } from '#methods/method.ts';

type AnyMethod = Method<unknown, unknown>;

/** Where the pages' figures are cut: enough to read and to see a change, not a last binary bit. */
const DIGITS = 6;

/** A long list in a result is shown by its beginning; the command gives the whole. */
const LONGEST_LIST = 12;

/** What is this small beside the largest figure of the answer is the last bit of a sum that is 0. */
const LAST_BIT = 1e-12;

function largestOf(value: unknown): number {
	if (typeof value === 'number') return Math.abs(value);
	if (typeof value !== 'object' || value === null) return 0;
	return Object.values(value).reduce<number>((most, inner) => Math.max(most, largestOf(inner)), 0);
}

/** The value with its numbers rounded for reading and its long lists shortened, saying how many were left out. */
function readable(value: unknown, largest = largestOf(value)): unknown {
	if (typeof value === 'number') {
		if (Number.isInteger(value)) return value;
		return Math.abs(value) < LAST_BIT * largest ? 0 : Number(value.toPrecision(DIGITS));
	}
	if (Array.isArray(value)) {
		const shown = value.slice(0, LONGEST_LIST).map((inner) => readable(inner, largest));
		const left = value.length - LONGEST_LIST;
		return left > 0 ? [...shown, `... and ${left} more`] : shown;
	}
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner, largest)]));
}

const isFlat = (value: unknown): boolean =>
	typeof value !== 'object' ||
	value === null ||
	Object.values(value).every((inner) => typeof inner !== 'object' || inner === null);

/** JSON with one line for every innermost list or object, so that a matrix reads as a matrix. */
function jsonText(value: unknown, indent = ''): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const deeper = `${indent}  `;
	const list = Array.isArray(value);
	const lines = Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.map(([key, inner]) => `${list ? '' : `${JSON.stringify(key)}: `}${jsonText(inner, deeper)}`);
	const [open, close] = list ? ['[', ']'] : ['{', '}'];
	if (lines.length === 0) return `${open}${close}`;
	const short = lines.join(', ');
	if (isFlat(value) && (list || short.length < 80)) return `${open}${short}${close}`;
	return `${open}\n${deeper}${lines.join(`,\n${deeper}`)}\n${indent}${close}`;
}

/** Words of the methods as markdown text: no mark of theirs turns into a table or a tag. */
const plain = (text: string): string => text.replaceAll(/[\\`*_<>|[\]]/g, (mark) => `\\${mark}`);

/** A formula in a code span, whatever backticks it holds. */
const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** A text in single quotes of a POSIX shell. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function codesText({ warnings }: MethodResult<unknown>): string[] {
	if (warnings.length === 0) return [];
	const items = warnings.map((one) => `- \`${one.code}\`${one.at === undefined ? '' : ` at \`${one.at}\``}`);
	return ['', 'It comes with these warnings:', '', ...items];
}

/** The name under which the library exports a method: `harvest-split` is `harvestSplit`. */
export const exportName = (id: string): string =>
	id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/**
 * The page of one method as English markdown: id, version, formula, unit, source, variants, and its example worked
 * out, with the command and the import that do it again. Pure: the same method gives the same page.
 */
export function methodPage(method: AnyMethod): string {
	const { id, version, formula, unit, source, variants = {}, example } = method;
	const answer = method.compute(example);
	const choices = Object.entries(variants).map(([name, text]) => `- \`${name}\`: ${plain(text)}`);
	const lines = [
		`# ${id}`,
		'',
		`Version ${version}. [All methods](README.md)`,
		'',
		'## Formula',
		'',
		code(formula),
		'',
		`Unit: ${plain(unit)}`,
		'',
		`Source: ${plain(source)}`,
		...(choices.length > 0 ? ['', '## Variants', '', ...choices] : []),
		'',
		'## Worked example',
		'',
		'Input:',
		'',
		'```json',
		jsonText(example),
		'```',
		'',
		`Result, rounded to ${DIGITS} significant digits for reading:`,
		'',
		'```json',
		jsonText(readable(answer.result)),
		'```',
		...codesText(answer),
		'',
		'The same from the command line, unrounded, with every step:',
		'',
		'```sh',
		`echo ${shellQuoted(JSON.stringify(example))} | sentra metode jalankan ${id}`,
		'```',
		'',
		'And [from JavaScript](../library.md):',
		'',
		'```js',
		`import { ${exportName(id)} } from 'sentra/methods';`,
		'',
		`const { status, result, steps, warnings } = ${exportName(id)}.compute(input);`,
		'```',
	];
	return `${lines.join('\n')}\n`;
}

/** One room of methods with the ids it holds, in the order of the table of contents. */
export interface MethodRoom {
	readonly name: string;
	readonly methods: readonly AnyMethod[];
}

/** The index of the pages, by room. */
export function methodIndexPage(rooms: readonly MethodRoom[]): string {
	const count = rooms.reduce((sum, room) => sum + room.methods.length, 0);
	const lines = [
		'# Methods',
		'',
		`${count} methods. Each page is made from the method's own data by \`npm run goldens\`; a test fails when one is stale.`,
	];
	for (const { name, methods } of rooms) {
		const title = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
		lines.push('', `## ${title}`, '', '| Method | Formula |', '| --- | --- |');
		for (const { id, formula } of methods) lines.push(`| [${id}](${id}.md) | ${plain(formula)} |`);
	}
	return `${lines.join('\n')}\n`;
}
