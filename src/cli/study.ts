/** A source as a value-added study, with the choices made on the command line applied to every product. */
import { readValueAddedStudy } from '#inputs/value-added-table.ts';
import type { StudyProduct, ValueAddedStudy } from '#inputs/value-added-study.ts';
import type { HayamiInput, OtherInputsScope } from '#methods/value-added/hayami.ts';
import { Failure, optionOf } from './call.ts';
import type { Call, Source, Spoken } from './call.ts';
import type { SourceBytes } from './read-source.ts';
import { doubtWarnings, openWorkbook, workbookOf } from './workbook.ts';

export interface OpenStudy {
	readonly study: ValueAddedStudy;
	readonly sources: readonly Source[];
	readonly warnings: readonly Spoken[];
}

function withChoices(product: StudyProduct, call: Call): StudyProduct {
	const scope = optionOf(call, 'scope') as OtherInputsScope | undefined;
	const basis = optionOf(call, 'basis') as HayamiInput['otherInputsBasis'] | undefined;
	return {
		...product,
		input: {
			...product.input,
			...(scope ? { otherInputsScope: scope } : {}),
			...(basis ? { otherInputsBasis: basis } : {}),
		},
	};
}

/** Opens a file, stdin or an example as a study; fails with what stands in the way (exit 2 to 4). */
export async function studyOf(typed: string | SourceBytes, call: Call): Promise<OpenStudy> {
	const opened = typeof typed === 'string' ? await workbookOf(typed, call) : await openWorkbook(typed, call);
	const scope = optionOf(call, 'scope');
	const outcome = readValueAddedStudy(opened.workbook, {
		corrections: opened.corrections,
		...(scope ? { scope: scope as OtherInputsScope } : {}),
	});
	if (!outcome.ok) {
		throw new Failure(
			outcome.problems.map((problem) => ({ ...problem, at: { file: opened.source.id, ...problem.at } })),
		);
	}
	const { study, doubts } = outcome.value;
	return {
		study: {
			...study,
			title: optionOf(call, 'title') ?? study.title,
			source: optionOf(call, 'source') ?? study.source,
			products: study.products.map((product) => withChoices(product, call)),
		},
		sources: [opened.source],
		warnings: [...opened.warnings, ...doubtWarnings(doubts, call)],
	};
}
