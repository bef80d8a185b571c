/**
 * A codebook sheet as REFI-QDA files: `.qdc`, the list of codes, and `.qdpx`, a zip of texts, coders and marks that
 * NVivo, MAXQDA, ATLAS.ti and QualCoder read. The same sheet gives the same bytes: ids are made from the sheet's own
 * and no date is written. Source: REFI-QDA 1.5 (Project.xsd of 18 March 2019, Codebook.xsd); positions count Unicode
 * code points from 0, the end not included, over the text with `\n` as its line break.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Code, CodebookContent, Segment } from '#inputs/codebook-content.ts';
import { xmlText } from './xml-text.ts';

/** Words of the sheet's language that stand where nothing was typed, and before the rules of a code. */
export interface RefiWords {
	readonly title: string;
	readonly coder: (number: number) => string;
	readonly interview: (number: number) => string;
	readonly include: string;
	readonly exclude: string;
	readonly example: string;
}

const origin = 'Sentra';
const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** FNV-1a over the UTF-16 units, 32 bits, from another starting value for every part of an id. */
function hash(text: string, seed: number): number {
	let value = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
	for (let at = 0; at < text.length; at += 1)
		value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
	return value;
}

/** An id in the shape the standard asks for, always the same for the same text (version 8, RFC 9562: made our way). */
export function guidOf(text: string): string {
	const hex = [1, 2, 3, 4].map((seed) => hash(text, seed).toString(16).padStart(8, '0')).join('');
	const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		variant + hex.slice(17, 20),
		hex.slice(20, 32),
	].join('-');
}

/** An attribute cannot hold a line break: a reader would make a blank of it. */
const attribute = (text: string) => xmlText(text.replace(/\s+/g, ' ').trim());

function description(code: Code, words: RefiWords): string {
	const lines = [
		code.definition.trim(),
		...(
			[
				[words.include, code.include],
				[words.exclude, code.exclude],
				[words.example, code.example],
			] as const
		).map(([label, text]) => (text.trim() === '' ? '' : `${label}: ${text.trim()}`)),
	].filter(Boolean);
	return lines.length === 0 ? '' : `<Description>${xmlText(lines.join('\n'))}</Description>`;
}

/** Codes with a name, each around those under it. A code without one keeps its place for the codes under it. */
function codeElements(codes: readonly Code[], words: RefiWords, parent = ''): string {
	return codes
		.filter((code) => code.parent === parent)
		.map((code) => {
			const inside = codeElements(codes, words, code.id);
			if (code.name.trim() === '') return inside;
			const colour = code.colour === '' ? '' : ` color="${code.colour}"`;
			return (
				`<Code guid="${guidOf(`code ${code.id}`)}" name="${attribute(code.name)}" isCodable="true"${colour}>` +
				`${description(code, words)}${inside}</Code>`
			);
		})
		.join('');
}

/** The schema asks for at least one code: without a named one there is no file to write. */
const hasCodes = (codes: readonly Code[]) => codes.some(({ name }) => name.trim() !== '');

/** The list of codes as a `.qdc` file; null while no code has a name. */
export function writeQdc(codes: readonly Code[], words: RefiWords): string | null {
	if (!hasCodes(codes)) return null;
	return (
		`${xmlDeclaration}<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${origin}">` +
		`<Codes>${codeElements(codes, words)}</Codes></CodeBook>\n`
	);
}

/** A text as it goes into the project, and the code point at which each of its UTF-16 units lies there. */
export function sourceText(text: string): { readonly text: string; readonly codePointAt: Uint32Array } {
	const codePointAt = new Uint32Array(text.length + 1);
	let points = 0;
	for (let at = 0; at < text.length; at += 1) {
		codePointAt[at] = points;
		const unit = text.charCodeAt(at);
		const next = text.charCodeAt(at + 1);
		const pair = unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000;
		// The two units of one character, and the two of a Windows line break, count once.
		if (pair || (unit === 0x0d && next === 0x0a)) {
			at += 1;
			codePointAt[at] = points;
		}
		points += 1;
	}
	codePointAt[text.length] = points;
	return { text: text.replace(/\r\n?/g, '\n'), codePointAt };
}

function selection(segment: Segment, codePointAt: Uint32Array): string {
	const { coder, interview, code, start, end } = segment;
	const key = `${interview} ${coder} ${code} ${start} ${end}`;
	const user = guidOf(`coder ${coder}`);
	return (
		`<PlainTextSelection guid="${guidOf(`selection ${key}`)}" startPosition="${codePointAt[start] ?? 0}" ` +
		`endPosition="${codePointAt[end] ?? 0}" creatingUser="${user}">` +
		`<Coding guid="${guidOf(`coding ${key}`)}" creatingUser="${user}">` +
		`<CodeRef targetGUID="${guidOf(`code ${code}`)}"/></Coding></PlainTextSelection>`
	);
}

/** The whole sheet as a `.qdpx` file; null while no code has a name. */
export function writeQdpx(content: CodebookContent, words: RefiWords): Uint8Array | null {
	if (!hasCodes(content.codes)) return null;
	const named = new Set(content.codes.filter(({ name }) => name.trim() !== '').map(({ id }) => id));
	const files: Record<string, Uint8Array> = {};
	const sources = content.interviews.map(({ id, name, text }, place) => {
		const guid = guidOf(`interview ${id}`);
		const source = sourceText(text);
		files[`Sources/${guid}.txt`] = strToU8(source.text);
		const selections = content.segments
			.filter((one) => one.interview === id && named.has(one.code))
			.map((one) => selection(one, source.codePointAt));
		const title = attribute(name) || attribute(words.interview(place + 1));
		return `<TextSource guid="${guid}" name="${title}" plainTextPath="internal://${guid}.txt">${selections.join('')}</TextSource>`;
	});
	const users = content.coders.map(
		({ id, name }, place) =>
			`<User guid="${guidOf(`coder ${id}`)}" name="${attribute(name) || attribute(words.coder(place + 1))}"/>`,
	);
	const source = content.source.trim();
	const project =
		`${xmlDeclaration}<Project xmlns="urn:QDA-XML:project:1.0" ` +
		`name="${attribute(content.title) || attribute(words.title)}" origin="${origin}">` +
		`<Users>${users.join('')}</Users>` +
		`<CodeBook><Codes>${codeElements(content.codes, words)}</Codes></CodeBook>` +
		(sources.length > 0 ? `<Sources>${sources.join('')}</Sources>` : '') +
		`${source === '' ? '' : `<Description>${xmlText(source)}</Description>`}</Project>\n`;
	const parts: Zippable = { 'project.qde': strToU8(project), ...files };
	return zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) });
}
