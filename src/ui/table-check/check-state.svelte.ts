/**
 * The open check: what was pasted, how it was read, what was found. Readers and engine are fetched when there is
 * something to read; on a device that was here before they are already there.
 */
import type { Workbook } from '#inputs/grid.ts';
import { recordFrom } from '#inputs/tool-content.ts';
import type { Outcome } from '#inputs/problem.ts';
import { KeptSheet } from '#ui/tool/kept-sheet.svelte.ts';
import type { Locale } from '#words/runtime.js';
import type { Choices } from '#inputs/table-check-content.ts';
import type { CheckView, ProblemShown } from './check-view.ts';

export type Stage = 'start' | 'reading' | 'findings';

export interface CheckStart {
	readonly text: string;
	readonly workbook: Workbook | null;
	readonly choices: Choices;
	readonly view: CheckView | null;
	readonly problems: readonly ProblemShown[];
}

const noChoices: Choices = { meanings: {}, corrections: {} };

/** A page with nothing on it yet. */
export const nothingYet: CheckStart = {
	text: '',
	workbook: null,
	choices: noChoices,
	view: null,
	problems: [],
};

export class CheckState {
	readonly locale: Locale;
	/** What stands in the box, as typed. */
	text = $state('');
	workbook: Workbook | null = $state.raw(null);
	choices: Choices = $state.raw(noChoices);
	view: CheckView | null = $state.raw(null);
	problems: readonly ProblemShown[] = $state.raw([]);
	busy = $state(false);
	/** Where the page stands when the address tells nothing else. */
	base: Stage = $state('start');
	#pasted: { html: string; text: string } | null = null;
	readonly #kept = new KeptSheet('table-check');
	readonly id = $derived.by(() => this.#kept.id);
	readonly copied = $derived.by(() => this.#kept.copied);
	/** The address names a check that is not on this device. */
	missing = $state(false);

	constructor(start: CheckStart, locale: Locale) {
		this.locale = locale;
		this.text = start.text;
		this.workbook = start.workbook;
		this.choices = start.choices;
		this.view = start.view;
		this.problems = start.problems;
		this.base = start.view ? 'findings' : 'start';
	}

	/** Remembers the cells that came with a pasted text; they are used as long as the text stays as pasted. */
	pasted(html: string, text: string): void {
		this.#pasted = html.includes('<t') ? { html, text } : null;
	}

	typed(text: string): void {
		this.text = text;
		this.#keep();
	}

	/** Reads what stands in the box. True when it could be read. */
	async readText(): Promise<boolean> {
		const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
		const html =
			this.#pasted && squeezed(this.#pasted.text) === squeezed(this.text) ? this.#pasted.html : undefined;
		return this.#reading(async () => {
			const { readPaste } = await import('#files/read-paste.ts');
			return readPaste({ html, text: this.text });
		});
	}

	/** Reads a file in this browser. True when it could be read. */
	async readFile(file: File): Promise<boolean> {
		return this.#reading(async () => {
			const { readWorkbook } = await import('#files/read-workbook.ts');
			return readWorkbook(new Uint8Array(await file.arrayBuffer()), { name: file.name });
		});
	}

	async #reading(read: () => Promise<Outcome<Workbook>>): Promise<boolean> {
		this.busy = true;
		try {
			const outcome = await read();
			const engine = await import('./examine.ts');
			if (!outcome.ok) {
				this.problems = engine.problemsShown(outcome.problems, this.locale);
				return false;
			}
			return await this.open(outcome.value, noChoices);
		} finally {
			this.busy = false;
		}
	}

	/** Puts tables on the page. True when a table was recognised. */
	async open(workbook: Workbook, choices: Choices): Promise<boolean> {
		const { examine } = await import('./examine.ts');
		const result = await examine(workbook, choices, this.locale);
		if ('problems' in result) {
			this.problems = result.problems;
			return false;
		}
		this.workbook = workbook;
		this.choices = choices;
		this.view = result.view;
		this.problems = [];
		this.#keep();
		return true;
	}

	/** Gives a row another meaning; an empty key leaves it out. */
	async chooseMeaning(id: string, key: string): Promise<void> {
		await this.#choose({
			...this.choices,
			meanings: { ...this.choices.meanings, [id]: key === '' ? null : key },
		});
	}

	/** Reads a doubtful cell in another way; an empty text takes the first reading again. */
	async correct(id: string, text: string): Promise<void> {
		const others = Object.entries(this.choices.corrections).filter(([other]) => other !== id);
		const corrections = Object.fromEntries(text === '' ? others : [...others, [id, text]]);
		await this.#choose({ ...this.choices, corrections });
	}

	async #choose(choices: Choices): Promise<void> {
		// A choice that leaves no table to read is kept out: the rows must stay in sight to be chosen again.
		if (this.workbook) await this.open(this.workbook, choices);
	}

	/** Begins anew; the check before stays in the list of sheets. */
	restart(): void {
		this.text = '';
		this.workbook = null;
		this.choices = noChoices;
		this.view = null;
		this.problems = [];
		this.base = 'start';
		this.#pasted = null;
		this.#kept.leave();
	}

	/** Connects with the device: keeps what is typed, and opens what the address names or what was used last. */
	async connect(address: { readonly id: string | null; readonly keepAsOpened: boolean }): Promise<void> {
		await this.#kept.connect();
		if (this.text !== '' || this.workbook) {
			if (!address.keepAsOpened) this.#keep();
			return;
		}
		if (address.keepAsOpened && address.id === null) return;
		for (const found of await this.#kept.find(address.id)) {
			const { text, check } = recordFrom(found.content);
			if (this.text !== '' || this.workbook) return;
			const { unpackedCheck } = await import('#inputs/table-check-content.ts');
			const kept = check ? unpackedCheck(check) : null;
			if (typeof text !== 'string' && !kept) continue;
			this.text = typeof text === 'string' ? text : '';
			this.#kept.take(found);
			if (kept && (await this.open(kept.workbook, kept.choices))) this.base = 'findings';
			return;
		}
		this.missing = address.id !== null;
	}

	/** Writes what is waiting and lets the device go. */
	disconnect(): void {
		this.#kept.leave();
	}

	/** Opens a check that came in an address. True when it was one. */
	async openPacked(packed: string): Promise<boolean> {
		const { unpackCheck } = await import('./shared-check.ts');
		const check = unpackCheck(packed);
		if (!check || !(await this.open(check.workbook, check.choices))) return false;
		this.base = 'findings';
		return true;
	}

	#keep(): void {
		const [text, workbook, choices] = [this.text, this.workbook, this.choices];
		if (!workbook) {
			if (text.trim() !== '' || this.id !== null) this.#kept.keep('', { text, check: null });
			return;
		}
		void import('#inputs/table-check-content.ts').then(({ checkData }) => {
			// Only the newest state is worth keeping; another may have taken its place meanwhile.
			if (this.workbook === workbook && this.choices === choices)
				this.#kept.keep(this.view?.title ?? '', { text: this.text, check: checkData(workbook, choices) });
		});
	}
}
