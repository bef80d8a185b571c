/**
 * The open check: what was pasted, how it was read, what was found. Readers and engine are fetched when there is
 * something to read; on a device that was here before they are already there.
 */
import { draftKeeper, loadDraft, removeDraft, type DraftKeeper } from '#field/drafts.ts';
import type { Workbook } from '#inputs/grid.ts';
import type { Outcome } from '#inputs/problem.ts';
import { saveStatus } from '#ui/save-status.svelte.ts';
import type { Locale } from '#words/runtime.js';
import type { CheckView, Choices, ProblemShown } from './check-view.ts';

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

/** A moment that is shown and never changed. */
function rightNow(): Date {
	return new Date();
}

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
	#keeper: DraftKeeper | null = null;

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
		const result = examine(workbook, choices, this.locale);
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

	/** Forgets everything, also on the device. */
	async restart(): Promise<void> {
		this.text = '';
		this.workbook = null;
		this.choices = noChoices;
		this.view = null;
		this.problems = [];
		this.base = 'start';
		this.#pasted = null;
		this.#keeper?.flush();
		await removeDraft('table-check');
		saveStatus.nothing();
	}

	/** Connects with the device: keeps what is typed, and opens the draft when nothing else was asked for. */
	async connect(openDraft: boolean): Promise<void> {
		this.#keeper = draftKeeper('table-check', (refused) =>
			refused ? saveStatus.refused(refused) : saveStatus.saved(rightNow()),
		);
		if (!openDraft) return;
		const draft = await loadDraft('table-check');
		if (typeof draft !== 'object' || draft === null || this.text !== '' || this.workbook) return;
		if ('text' in draft && typeof draft.text === 'string') this.text = draft.text;
		if ('check' in draft && draft.check) {
			const { unpackedCheck } = await import('./shared-check.ts');
			const kept = unpackedCheck(draft.check);
			if (kept && (await this.open(kept.workbook, kept.choices))) this.base = 'findings';
		}
		if (this.text || this.workbook) saveStatus.saved(rightNow());
	}

	/** Writes what is waiting and lets the device go. */
	disconnect(): void {
		this.#keeper?.stop();
		this.#keeper = null;
		saveStatus.nothing();
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
			this.#keeper?.keep({ text, check: null });
			return;
		}
		void import('./shared-check.ts').then(({ checkData }) => {
			// Only the newest state is worth keeping; another may have taken its place meanwhile.
			if (this.workbook === workbook && this.choices === choices)
				this.#keeper?.keep({ text: this.text, check: checkData(workbook, choices) });
		});
	}
}
