/** What a region sheet lacks or contradicts, in sentences that say where and what to do. */
import { basesClash } from '#inputs/region-content.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { Trouble } from './region-figures.ts';
import { namesText, placeName, referenceName, yearText, type Telling } from './region-words.ts';

/** Caption and headings name different prices. */
function clash({ study, locale }: Telling): string {
	const { content } = study;
	if (!basesClash(content)) return '';
	const name = (basis: string) =>
		basis === 'constant' ? m.region_said_constant({}, { locale }) : m.region_said_current({}, { locale });
	const said = m.region_clash(
		{ caption: name(content.captionBasis), headings: name(content.headingBasis) },
		{ locale },
	);
	if (study.basis !== 'ADHB' && study.basis !== 'ADHK') return said;
	const used = name(study.basis === 'ADHK' ? 'constant' : 'current');
	return `${said} ${m.region_clash_used({ used }, { locale })}`;
}

/** What the price basis does to the results. */
function prices({ study, locale }: Telling): string {
	if (study.basis === null) return m.region_ask_basis({}, { locale });
	if (study.basis === 'ADHB' && study.years.length > 1) return m.region_nominal({}, { locale });
	return study.basis === 'ADHK' && study.baseYear === null ? m.region_ask_base_year({}, { locale }) : '';
}

/** What to paste so that the region can be compared. */
function reference(telling: Telling): string {
	const { study, locale } = telling;
	if (study.reference !== null) return '';
	return study.referenceBegun
		? m.region_reference_incomplete({ reference: referenceName(telling) }, { locale })
		: m.region_ask_reference({}, { locale });
}

/** The notes that stand right below the first sentence. */
export function regionNotes(telling: Telling): string[] {
	const { study, locale } = telling;
	const single = study.years.length < 2 ? m.region_ask_years({}, { locale }) : '';
	return [clash(telling), prices(telling), single, reference(telling)].filter(Boolean);
}

function troubleText(trouble: Trouble, telling: Telling): string {
	const { locale } = telling;
	const where = (part: 'region' | 'reference') =>
		part === 'region' ? placeName(telling) : referenceName(telling);
	switch (trouble.kind) {
		case 'unread':
			return m.region_trouble_unread(
				{ name: trouble.name, year: trouble.year, text: trouble.text, where: where(trouble.part) },
				{ locale },
			);
		case 'negative':
			return m.region_trouble_negative(
				{ name: trouble.name, year: trouble.year, where: where(trouble.part) },
				{ locale },
			);
		case 'missing':
			return trouble.part === 'region'
				? m.region_trouble_missing({ name: trouble.name }, { locale })
				: m.region_trouble_missing_reference({ name: trouble.name, where: where('reference') }, { locale });
		case 'total-row':
			return m.region_trouble_total_row({ name: trouble.name }, { locale });
		case 'same-year':
			return m.region_trouble_same_year({ year: trouble.year }, { locale });
		case 'gaps':
			return m.region_trouble_gaps({}, { locale });
		case 'outside':
			return m.region_trouble_outside({ name: trouble.name, where: where('reference') }, { locale });
		case 'above':
			return m.region_trouble_above(
				{ name: trouble.name, place: placeName(telling), where: where('reference') },
				{ locale },
			);
	}
}

/** Rows and cells to look at, and totals that do not come out. */
export function regionChecks(telling: Telling): string[] {
	const { study, locale } = telling;
	const off = study.totals.filter(({ agrees }) => !agrees);
	const unnamed = study.years.filter(({ label }) => label === '').length;
	return [
		...off.map(({ part, year, difference }) =>
			m.region_total_off(
				{
					year: year || yearText(telling, -1),
					where: part === 'region' ? placeName(telling) : referenceName(telling),
					difference: writeNumber(Math.abs(difference), locale, { min: 0, max: 2 }),
				},
				{ locale },
			),
		),
		...study.troubles.map((trouble) => troubleText(trouble, telling)),
		...(unnamed > 0 ? [m.region_trouble_unnamed_year({}, { locale })] : []),
		...lost(telling),
	];
}

/** Sectors that lost share although they are still large: what a reader asks next. */
function lost(telling: Telling): string[] {
	const { study, locale } = telling;
	const fell = (study.reference?.dynamic?.sectors ?? []).filter((one) => one.class === 'prospective');
	return fell.length === 0
		? []
		: [
				m.region_check_prospective(
					{
						list: namesText(
							fell.map(({ name }) => name),
							locale,
						),
						reference: referenceName(telling),
					},
					{ locale },
				),
			];
}
