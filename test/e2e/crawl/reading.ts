/** One page as a crawler reads it: its texts, links, forms and the things that a page has once. */
import { Parser } from 'htmlparser2';

export interface Field {
	readonly name: string;
	/** The type of an input, or `select`, or `textarea`. */
	readonly type: string;
	/** What stands in it; of a select the chosen option. */
	value: string;
	readonly required: boolean;
	readonly checked: boolean;
	/** Marked as the one that is wrong. */
	readonly marked: boolean;
	readonly options: string[];
	/** What its label says. */
	label: string;
}

export interface Form {
	readonly method: 'get' | 'post';
	/** As it is written: `?/ubah`; empty for the page itself. */
	readonly action: string;
	readonly multipart: boolean;
	readonly fields: Field[];
}

export interface PageReading {
	readonly language: string;
	readonly title: string;
	/** Every text that somebody reads or hears in the page's own language, one an element. */
	readonly texts: readonly string[];
	/** The words of its drawings, a line each: a name that is too long for its place stands in several. */
	readonly drawn: readonly string[];
	readonly links: readonly string[];
	readonly forms: readonly Form[];
	readonly headings: number;
	/** What the main heading says. */
	readonly heading: string;
	readonly ids: readonly string[];
	/** What the page says was wrong. */
	readonly alerts: readonly string[];
	/** The kinds of elements that it is made of: tags with their classes and roles. */
	readonly made: ReadonlySet<string>;
}

const SPOKEN = ['aria-label', 'alt', 'title', 'placeholder'];
/** Written for machines, or in no language. */
const UNREAD = ['script', 'style', 'code', 'pre'];
const EMPTY = ['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'];

interface Open {
	readonly tag: string;
	readonly skip: boolean;
	readonly alert: boolean;
}

type Attributes = Readonly<Record<string, string>>;

const fieldOf = (tag: string, attributes: Attributes): Field => ({
	name: attributes['name'] ?? '',
	type: tag === 'input' ? (attributes['type'] ?? 'text') : tag,
	value: attributes['value'] ?? '',
	required: attributes['required'] !== undefined,
	checked: attributes['checked'] !== undefined,
	marked: attributes['aria-invalid'] === 'true',
	options: [],
	label: '',
});

/** Reads the HTML of a page. */
export function readPage(html: string): PageReading {
	const page = {
		language: '',
		title: '',
		texts: [] as string[],
		drawn: [] as string[],
		links: [] as string[],
		forms: [] as Form[],
		headings: 0,
		heading: '',
		ids: [] as string[],
		alerts: [] as string[],
	};
	const made = new Set<string>();
	const open: Open[] = [];
	const labels = new Map<string, string>();
	const fieldsById = new Map<string, Field>();
	let form: Form | null = null;
	let [select, textarea, labelFor]: [Field | null, Field | null, string | null] = [null, null, null];

	const takesField = (tag: string, attributes: Attributes): void => {
		const field = fieldOf(tag, attributes);
		if (field.name !== '') form?.fields.push(field);
		if (attributes['id']) fieldsById.set(attributes['id'], field);
		if (tag === 'select') select = field;
		if (tag === 'textarea') textarea = field;
	};

	const opened = (tag: string, attributes: Attributes): void => {
		if (tag === 'html') page.language = attributes['lang'] ?? '';
		if (tag === 'h1') page.headings += 1;
		if (attributes['id']) page.ids.push(attributes['id']);
		if (tag === 'a' && attributes['href'] !== undefined) page.links.push(attributes['href']);
		if (tag === 'form') {
			form = {
				method: attributes['method']?.toLowerCase() === 'post' ? 'post' : 'get',
				action: attributes['action'] ?? '',
				multipart: attributes['enctype'] === 'multipart/form-data',
				fields: [],
			};
			page.forms.push(form);
		}
		if (['input', 'select', 'textarea'].includes(tag)) takesField(tag, attributes);
		if (tag === 'option' && select !== null) {
			const value = attributes['value'] ?? '';
			if (attributes['selected'] !== undefined || select.options.length === 0) select.value = value;
			select.options.push(value);
		}
		if (tag === 'label') labelFor = attributes['for'] ?? null;
	};

	const parser = new Parser({
		onopentag(tag, attributes: Attributes) {
			const above = open.at(-1);
			const foreign =
				attributes['lang'] !== undefined && tag !== 'html' && attributes['lang'] !== page.language;
			const skip = above?.skip || foreign || UNREAD.includes(tag) || attributes['translate'] === 'no';
			const alert = above?.alert || attributes['role'] === 'alert';
			if (attributes['role'] === 'alert') page.alerts.push('');
			if (!EMPTY.includes(tag)) open.push({ tag, skip: skip ?? false, alert: alert ?? false });
			const kept = ['class', 'type', 'role', 'aria-invalid'].map((name) => attributes[name] ?? '').join('.');
			made.add(`${above?.tag ?? ''}>${tag}.${kept}`);
			opened(tag, attributes);
			if (!skip) page.texts.push(...SPOKEN.flatMap((name) => attributes[name] ?? []));
		},
		ontext(text) {
			const above = open.at(-1);
			if (above?.tag === 'title' && !open.some(({ tag }) => tag === 'svg')) page.title += text;
			if (open.some(({ tag }) => tag === 'h1')) page.heading += text;
			if (above?.alert) page.alerts.push(`${page.alerts.pop() ?? ''}${text}`);
			if (textarea !== null) textarea.value += text;
			else if (labelFor !== null) labels.set(labelFor, `${labels.get(labelFor) ?? ''}${text}`.trim());
			// What stands in a field was typed by somebody.
			if (!above?.skip && textarea === null && text.trim() !== '')
				(open.some(({ tag }) => tag === 'svg') ? page.drawn : page.texts).push(
					text.replace(/\s+/g, ' ').trim(),
				);
		},
		onclosetag(tag) {
			if (!EMPTY.includes(tag)) open.pop();
			if (tag === 'form') form = null;
			if (tag === 'select') select = null;
			if (tag === 'textarea') textarea = null;
			if (tag === 'label') labelFor = null;
		},
	});
	parser.write(html);
	parser.end();
	for (const [id, text] of labels) {
		const field = fieldsById.get(id);
		if (field !== undefined) field.label = text;
	}
	return {
		...page,
		title: page.title.trim(),
		heading: page.heading.trim(),
		alerts: page.alerts.map((one) => one.trim()),
		made,
	};
}
