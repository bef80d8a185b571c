/**
 * The worksheet without JavaScript: the form is posted, computed here and comes back with everything as it was typed.
 * Nothing is stored. This is the one server file of the quick tools; with a script it is never called.
 */
import { render } from 'svelte/server';
import { emptyLine } from '#inputs/value-added-sheet.ts';
import { sheetFromForm } from '#inputs/value-added-sheet-form.ts';
import { withLine, withNewProduct } from '#inputs/value-added-sheet-edits.ts';
import { postedBlocks, postedProblems } from '#ui/worksheet/posted-result.ts';
import PostedResult from '#ui/worksheet/PostedResult.svelte';
import { computeSheet } from '#ui/worksheet/compute-sheet.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	hitung: async ({ request, locals }) => {
		const form = await request.formData();
		const posted = sheetFromForm(form);
		const more = String(form.get('tambah') ?? '');
		const lineOf = /^biaya(\d{1,2})$/.exec(more);
		const sheet =
			more === 'produk'
				? withNewProduct(posted)
				: lineOf
					? withLine(posted, Number(lineOf[1]), 60, emptyLine())
					: posted;
		const computed = computeSheet(sheet);
		const answer = {
			problems: postedProblems(computed, locals.locale),
			blocks: postedBlocks(computed, locals.locale),
		};
		const draw = (part: 'problems' | 'blocks') => render(PostedResult, { props: { ...answer, part } }).body;
		return { sheet, problems: draw('problems'), charts: draw('blocks') };
	},
};
