/** What must not be on a page of a team, whoever looks. Pure, so that each rule is proved on a planted fault. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Field, Form, PageReading } from './reading.ts';

export type Language = 'id' | 'en';

/** `/p/kalanganyar/petakan/usaha/0f5c...?desa=35` is one of many alike: `/p/:name/petakan/usaha/:id?desa`. */
export function shapeOf(address: string): string {
	const url = new URL(address, 'http://here');
	const path = url.pathname
		.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id')
		.replace(/\/[A-Za-z0-9_-]{40,}/g, '/:token')
		.replace(/\/p\/[a-z0-9-]+/, '/p/:name')
		.replace(/\/\d+(?=\/|$)/g, '/:n');
	const asked = [...new Set(url.searchParams.keys())].sort();
	return asked.length === 0 ? path : `${path}?${asked.join('&')}`;
}

const languageOf = (path: string): Language => (/^\/en(\/|$)/.test(path) ? 'en' : 'id');

interface Message {
	readonly key: string;
	readonly text: string;
}

function messagesOf(language: Language): Message[] {
	const folder = new URL(`../../../messages/${language}/`, import.meta.url);
	return readdirSync(folder).flatMap((file) =>
		Object.entries(
			JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>,
		).flatMap(([key, text]) => (typeof text === 'string' ? [{ key, text }] : [])),
	);
}

/** A message with its placeholders open; null when nothing much is left of it to know it by. */
function patternOf(text: string): RegExp | null {
	const parts = text.split(/\{[^}]*\}/);
	if (parts.join('').replace(/[^\p{L}]/gu, '').length < 12) return null;
	const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${escaped.join('.*')}$`, 's');
}

export interface Speech {
	readonly exact: ReadonlySet<string>;
	readonly patterns: readonly RegExp[];
	readonly keys: ReadonlySet<string>;
	readonly telltale: RegExp;
}

/** Everyday words that cannot stand in a page of the other language, unless somebody forgot to translate. */
const TELLTALE: Readonly<Record<Language, RegExp>> = {
	id: /\b(yang|dengan|untuk|tidak|adalah|bahwa|belum|sudah|anda|setiap|bila|dapat|atau|dari)\b/i,
	en: /\b(the|with|from|this|which|cannot|your|you|each|when|has|have|is)\b/i,
};

/** What the other language says and this one never does. */
export function speechForeignTo(language: Language): Speech {
	const own = messagesOf(language);
	const other = messagesOf(language === 'id' ? 'en' : 'id');
	const ownTexts = new Set(own.map(({ text }) => text));
	const foreign = other.filter(({ text }) => !ownTexts.has(text));
	const ownPatterns = new Set(own.map(({ text }) => text));
	return {
		exact: new Set(foreign.filter(({ text }) => !text.includes('{')).map(({ text }) => text.trim())),
		patterns: foreign
			.filter(({ text }) => text.includes('{') && !ownPatterns.has(text))
			.flatMap(({ text }) => patternOf(text) ?? []),
		keys: new Set(own.map(({ key }) => key)),
		telltale: TELLTALE[language === 'id' ? 'en' : 'id'],
	};
}

/** Texts of a page that are not in its language. `data` are texts that people wrote, which stay as they were written. */
export function untranslated(page: PageReading, speech: Speech, data: DataTexts): string[] {
	const found: string[] = [];
	for (const text of [...page.texts, ...page.drawn.filter((line) => !data.holdsWords(line))]) {
		const words = text.split(/\s+/);
		const key = words.find((word) => speech.keys.has(word) && word.includes('_'));
		if (key !== undefined) found.push(`a message's key: ${key}`);
		if (/\b(undefined|NaN)\b|\[object \w+\]/.test(text)) found.push(`no word at all: ${text.slice(0, 80)}`);
		if (data.holds(text)) continue;
		const parts = [text, ...text.split(/ · |: |\. /)].map((part) => part.trim());
		const said = parts.find((part) => !data.holds(part) && speech.exact.has(part));
		const left = data.without(text);
		const filled = speech.patterns.some((pattern) => pattern.test(text) && pattern.test(left));
		const telltale = speech.telltale.test(text) && speech.telltale.test(left);
		if (said !== undefined || filled || telltale) found.push(`of the other language: ${text.slice(0, 120)}`);
	}
	return [...new Set(found)];
}

/** Texts that people wrote. */
export interface DataTexts {
	readonly holds: (text: string) => boolean;
	/** Whether some of them has these words, one after the other. */
	readonly holdsWords: (text: string) => boolean;
	/** A text without what people wrote in it. */
	readonly without: (text: string) => string;
}

/** From all texts of a database. */
export function dataTexts(texts: readonly string[]): DataTexts {
	const tidy = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text.length > 1);
	const whole = new Set(tidy);
	const long = [...whole].filter((text) => text.length > 3).sort((a, b) => b.length - a.length);
	const everything = long.join('\n');
	const inARow = ` ${everything.replaceAll('\n', ' ')} `;
	// A quotation of an interview, and a label that a chart breaks into lines, are parts of what somebody wrote.
	const isPart = (text: string): boolean => text.length > 14 && everything.includes(text);
	return {
		holdsWords: (text) => whole.has(text) || inARow.includes(` ${text} `),
		// What is said of a thing after its verb, for those who hear the page: `: the thing`.
		holds: (text) =>
			whole.has(text) ||
			isPart(text.replace(/^: /, '')) ||
			isPart(/^"(.*)"( \(.*\))?$/.exec(text)?.[1] ?? ''),
		without: (text) =>
			long.reduce((left, one) => (left.includes(one) ? left.replaceAll(one, ' ') : left), text),
	};
}

export interface Visit {
	readonly address: string;
	readonly status: number;
	readonly page: PageReading | null;
}

/** What a page has wrong by itself. */
export function pageFaults({ address, status, page }: Visit, speech: Speech, data: DataTexts): string[] {
	if (status >= 400) return [`answers ${status}`];
	if (page === null) return [];
	const twice = page.ids.filter((id, index) => page.ids.indexOf(id) !== index);
	return [
		...(page.language === languageOf(new URL(address, 'http://here').pathname)
			? []
			: [`lang is "${page.language}"`]),
		...(page.headings === 1 ? [] : [`${page.headings} main headings`]),
		...(/^\S.* – Sentra$/.test(page.title) ? [] : [`the title is "${page.title}"`]),
		...[...new Set(twice)].map((id) => `the id "${id}" is there twice`),
		...untranslated(page, speech, data),
	];
}

/** Pages in one language that have one title though they are about different things: another heading, or another shape. */
export function sharedTitles(visits: readonly Visit[]): string[] {
	const byTitle = new Map<string, Map<string, string>>();
	for (const { address, page } of visits) {
		if (page === null) continue;
		const path = new URL(address, 'http://here').pathname;
		const key = `${languageOf(path)} "${page.title}"`;
		const things = byTitle.get(key) ?? new Map<string, string>();
		// Two people may have one name.
		byTitle.set(key, things.set(`${shapeOf(path)} ${page.heading}`, path));
	}
	return [...byTitle]
		.filter(([, things]) => things.size > 1)
		.map(([title, things]) => `${title}: ${[...things.values()].join(', ')}`);
}

const isTyped = ({ type }: Field): boolean =>
	!['hidden', 'password', 'file', 'submit', 'checkbox', 'radio'].includes(type);

/** What is wrong with the answer to a form that was sent. `sent` are its fields as they were sent. */
export function answerFaults(
	form: Form,
	sent: Readonly<Record<string, string>>,
	{ status, page }: Pick<Visit, 'status' | 'page'>,
): string[] {
	if (status >= 500) return [`answers ${status}`];
	if (status < 400) return [];
	const again = page?.forms.find(({ action, method }) => action === form.action && method === form.method);
	const faults: string[] = [];
	if (page === null || !page.alerts.some((text) => text.length > 10))
		faults.push(`answers ${status} without a sentence`);
	const typed = form.fields.filter((field) => isTyped(field) && (sent[field.name] ?? '').trim() !== '');
	if (typed.length > 0 && again === undefined) faults.push(`answers ${status} without the form`);
	for (const field of typed) {
		const shown = page?.forms.flatMap(({ fields }) => fields).filter(({ name }) => name === field.name) ?? [];
		const kept = (sent[field.name] ?? '').replace(/\s+/g, ' ').trim();
		if (again !== undefined && !shown.some(({ value }) => value.replace(/\s+/g, ' ').trim() === kept))
			faults.push(`forgets what was typed in "${field.name}"`);
	}
	return faults;
}

/** Whether an answer says which field was wrong, in a sentence or by its mark. Fields that nobody sees cannot be named. */
export function namesTheField(form: Form, page: PageReading): boolean {
	const labels = form.fields.map(({ label }) => label).filter((label) => label !== '');
	const marked = page.forms.some(({ fields }) => fields.some((field) => field.marked));
	return marked || page.alerts.some((text) => labels.some((label) => text.includes(label)));
}
