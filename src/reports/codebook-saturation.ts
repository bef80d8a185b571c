/** Whether more interviews would bring more codes: the steps, the rule, and the numbers. */
import { saturationCurve } from '#charts/saturation-curve.ts';
import { m } from '#words/messages.js';
import type { Block, TableBlock } from './block.ts';
import type { Telling } from './codebook-telling.ts';
import { interviewName } from './codebook-quotes.ts';
import { sourceText, textCell } from './figure-text.ts';

/** Base of four and a run of two, as the method counts unless told otherwise. */
const fewestInterviews = 6;

/** Heading and chart; nothing while the method has no answer. */
export function saturationBlock({ study, locale, date }: Telling): Block[] {
	const { saturation: found, coded } = study;
	if (!found) return [];
	const { newCodes, cumulativeCodes, saturatedAfter } = found;
	const count = coded.length;
	const codes = cumulativeCodes.at(-1) ?? 0;
	const last = newCodes.findLastIndex((fresh) => fresh > 0) + 1;
	const alt = m.codebook_saturation_alt({ codes, count, last }, { locale });
	const whole = (value: number) => ({ text: String(value), value, decimals: 0 });
	const table: TableBlock = {
		kind: 'table',
		id: 'saturation',
		caption: m.codebook_saturation_table({}, { locale }),
		columns: [
			{ label: m.codebook_interview({}, { locale }), align: 'left' },
			{ label: m.codebook_saturation_order({}, { locale }), align: 'right' },
			{ label: m.codebook_saturation_fresh({}, { locale }), align: 'right' },
			{ label: m.codebook_saturation_seen({}, { locale }), align: 'right' },
		],
		rows: coded.map(({ id }, place) => ({
			cells: [
				textCell(interviewName(study, id, locale)),
				whole(place + 1),
				whole(newCodes[place] ?? 0),
				whole(cumulativeCodes[place] ?? 0),
			],
		})),
	};
	const title =
		saturatedAfter !== null
			? m.codebook_saturation_reached({ after: saturatedAfter }, { locale })
			: count < fewestInterviews
				? m.codebook_saturation_few({ count }, { locale })
				: m.codebook_saturation_open({}, { locale });
	const drawing = saturationCurve({
		steps: cumulativeCodes.map((seen, place) => {
			const fresh = newCodes[place] ?? 0;
			return { label: String(place + 1), seen, fresh, freshText: fresh > 0 ? `+${fresh}` : '' };
		}),
		topText: String(codes),
		zeroText: '0',
		axisText: m.codebook_saturation_axis({}, { locale }),
		alt,
		noData: m.codebook_saturation_no_data({}, { locale }),
	});
	return [
		{ kind: 'heading', level: 2, text: m.codebook_saturation_heading({}, { locale }) },
		{
			kind: 'chart',
			id: 'saturation-curve',
			title,
			subtitle: m.codebook_saturation_subtitle({}, { locale }),
			foot: [m.codebook_saturation_rule({ count }, { locale }), sourceText('', date, locale)]
				.filter(Boolean)
				.join(' '),
			...drawing,
			alt,
			table,
		},
	];
}
