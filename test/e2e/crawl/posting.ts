/** Every form that changes something, sent as a browser without script sends it: empty, with nonsense, and forged. */
import { v7 } from 'uuid';
import { answerFaults, namesTheField, shapeOf } from './judging.ts';
import type { Visit } from './judging.ts';
import { readPage } from './reading.ts';
import type { Field, Form, PageReading } from './reading.ts';
import { visit } from './walk.ts';
import type { Visitor } from './walk.ts';

/** A form and the page it stands on. */
export interface FoundForm {
	/** One for all forms of a shape of page, an action and fields. */
	readonly key: string;
	readonly from: string;
	readonly form: Form;
}

/** The forms of a walk that post, one of every shape of page and action. Signing out is tried last, by itself. */
export function postedForms(visits: readonly Visit[]): FoundForm[] {
	const forms = new Map<string, FoundForm>();
	for (const { address, page } of visits)
		for (const form of page?.forms ?? []) {
			const key = `${shapeOf(address)} ${shapeOf(form.action)} ${form.fields.map(({ name }) => name).join()}`;
			if (form.method === 'post' && !/\/keluar$/.test(form.action) && !forms.has(key))
				forms.set(key, { key, from: address, form });
		}
	// What takes a record away comes after what changes it.
	return [...forms.values()].sort((a, b) => Number(takesAway(a.form)) - Number(takesAway(b.form)));
}

const takesAway = ({ action }: Form): boolean =>
	/hapus|keluar|akhiri|tarik|cabut|lepas|buang|gabung/i.test(action);
const seen = ({ type }: Field): boolean => !['hidden', 'submit'].includes(type);
const hasSeen = ({ fields }: Form): boolean => fields.some(seen);

/** What is typed into the fields of a form. */
interface Nonsense {
	readonly name: string;
	readonly typed: (field: Field) => string;
	/** Whether choices and hidden fields are nonsense too, as no browser would send them. */
	readonly forged: boolean;
}

const nonsense: readonly Nonsense[] = [
	{ name: 'very long', typed: () => 'panjang sekali '.repeat(400), forged: false },
	{ name: 'emoji', typed: () => '🦀 udang 👩🏽‍🌾 \u202eterbalik', forged: false },
	{ name: 'markup', typed: () => '"><script>alert(1)</script>', forged: false },
	{ name: 'a formula', typed: () => '=1+1', forged: false },
	{ name: 'a negative number', typed: () => '-5', forged: false },
	{ name: 'a huge number', typed: () => '99999999999999999999999', forged: false },
	{
		name: 'a day that is none',
		typed: ({ type }) => (type === 'date' ? '2026-02-31' : '31/02/2026'),
		forged: false,
	},
	{ name: 'no ids', typed: () => 'bukan-id', forged: true },
	{ name: "ids of nobody's", typed: () => v7(), forged: true },
	{ name: 'a byte that no text has', typed: () => 'a\u0000b', forged: true },
];

const choiceOf = ({ value, options }: Field): string => value || (options.find((one) => one !== '') ?? '');

/** The values of a form's fields. The hidden id of a command is new, as the page shown again would bring it. */
function valuesOf(form: Form, { typed, forged }: Nonsense): Record<string, string> {
	const values: Record<string, string> = {};
	for (const field of form.fields) {
		if (forged) values[field.name] = typed(field);
		else if (field.name === 'perintah') values[field.name] = v7();
		else if (field.type === 'hidden') values[field.name] = field.value;
		else if (field.type === 'select') values[field.name] = choiceOf(field);
		else if (['checkbox', 'radio'].includes(field.type)) values[field.name] = field.value || 'on';
		else values[field.name] = typed(field);
	}
	return values;
}

function emptied(form: Form): Record<string, string> {
	const values: Record<string, string> = {};
	for (const { name, type, value } of form.fields) {
		if (name === 'perintah') values[name] = v7();
		else if (type === 'hidden') values[name] = value;
		else if (!['checkbox', 'radio'].includes(type)) values[name] = '';
	}
	return values;
}

function bodyOf(form: Form, values: Readonly<Record<string, string>>): BodyInit {
	if (!form.multipart) return new URLSearchParams(values);
	const body = new FormData();
	for (const [name, value] of Object.entries(values)) body.set(name, value);
	for (const { name } of form.fields.filter(({ type }) => type === 'file'))
		body.set(
			name,
			values[name] ? new File([`PK\u0003\u0004 ${values[name]}`], '<b>aneh</b>.xlsx') : new File([], ''),
		);
	return body;
}

export interface Answer {
	readonly status: number;
	readonly page: PageReading | null;
}

/** Sends a form. */
export async function send(
	{ address, cookies }: Visitor,
	{ from, form }: Pick<FoundForm, 'from' | 'form'>,
	values: Readonly<Record<string, string>>,
): Promise<Answer> {
	const answer = await fetch(new URL(form.action || from, new URL(from, address)), {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie: cookies, origin: address, accept: 'text/html', connection: 'close' },
		body: bodyOf(form, values),
	});
	const html = answer.headers.get('content-type')?.includes('text/html') ?? false;
	const text = await answer.text();
	return { status: answer.status, page: html ? readPage(text) : null };
}

/** The form as it stands on its page now; null when the page, or the record that it changed, is gone. */
async function asItStands(visitor: Visitor, { key, from, form }: FoundForm): Promise<FoundForm | null> {
	const { page } = await visit(visitor, from);
	const names = (one: Form): string => one.fields.map(({ name }) => name).join();
	const now = page?.forms.find(
		({ action, ...one }) => action === form.action && names({ action, ...one }) === names(form),
	);
	return now === undefined ? null : { key, from, form: now };
}

/** Sends one form empty and with every kind of nonsense; tells what was wrong with the answers. */
async function formFaults(visitor: Visitor, given: FoundForm): Promise<string[]> {
	const faults: string[] = [];
	const at = `${visitor.name}: ${shapeOf(given.from)} ${shapeOf(given.form.action)}`;
	const told = (how: string, what: readonly string[]): void =>
		what.forEach((one) => faults.push(`${at}, sent ${how}: ${one}`));
	let found = await asItStands(visitor, given);
	if (found?.form.fields.some((field) => seen(field) && field.required)) {
		const values = emptied(found.form);
		const answer = await send(visitor, found, values);
		told('empty', answerFaults(found.form, values, answer));
		if (answer.status < 400) told('empty', [`is taken (${answer.status}) though a field is required`]);
		// Who has sent too much must wait, whatever stood in the fields.
		else if (answer.status !== 429 && answer.page !== null && !namesTheField(found.form, answer.page))
			told('empty', ['names no field']);
	}
	for (const one of nonsense) {
		// A form of hidden fields alone is a button; pressing it is for the end.
		if (found === null || (!one.forged && !hasSeen(found.form))) continue;
		const values = valuesOf(found.form, one);
		const answer = await send(visitor, found, values);
		told(`with ${one.name}`, answerFaults(found.form, one.forged ? {} : values, answer));
		// Nonsense that is a good text is taken, and the page is another one then.
		if (answer.status < 400) found = await asItStands(visitor, found);
	}
	return faults;
}

/** Sends every form of a visitor. */
export async function nonsenseFaults(visitor: Visitor, forms: readonly FoundForm[]): Promise<string[]> {
	const faults: string[] = [];
	for (const found of forms) faults.push(...(await formFaults(visitor, found)));
	return [...new Set(faults)];
}

/** Presses every button that asks for nothing, once: what takes records away goes last. */
export async function buttonFaults(visitor: Visitor, forms: readonly FoundForm[]): Promise<string[]> {
	const faults: string[] = [];
	for (const found of forms.filter(({ form }) => !hasSeen(form))) {
		const { status } = await send(visitor, found, emptied(found.form));
		if (status >= 500)
			faults.push(`${visitor.name}: ${shapeOf(found.from)} ${found.form.action}: answers ${status}`);
	}
	return faults;
}
