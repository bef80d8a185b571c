/** The drawings of a region sheet: shares, LQ against the line of 1, and two planes of named quadrants. */
import { dotComparison } from '#charts/dot-comparison.ts';
import { quadrants, type QuadrantsInput } from '#charts/quadrants.ts';
import { quotientDots } from '#charts/quotient-dots.ts';
import type { KlassenClass } from '#methods/regional/klassen.ts';
import type { DynamicClass } from '#methods/regional/dynamic-location-quotient.ts';
import { m } from '#words/messages.js';
import type { ChartBlock } from './block.ts';
import { dash, percentText, sourceText } from './figure-text.ts';
import { klassenTable, quotientsTable } from './region-reference-tables.ts';
import { byShare, sharesTable } from './region-tables.ts';
import {
	dynamicClassText,
	klassenText,
	namesText,
	placeName,
	pricesText,
	quotientText,
	referenceName,
	shareText,
	yearText,
	type Telling,
} from './region-words.ts';

function foot(telling: Telling, more = ''): string {
	const { study, locale, date } = telling;
	const source = sourceText(study.content.source.trim(), date, locale);
	return [
		more,
		`${pricesText(telling)}.`,
		m.region_foot_sectors({ count: study.names.length }, { locale }),
		source && !source.endsWith('.') ? `${source}.` : source,
	]
		.filter(Boolean)
		.join(' ');
}

/** Shares of the last year, largest first. */
export function sharesBlock(telling: Telling): ChartBlock {
	const { study, locale } = telling;
	const order = byShare(telling);
	const share = (index: number) => study.shares.sectors[index]?.sharePct.at(-1) ?? null;
	const name = (index: number) => study.names[index] ?? '';
	const top = order.slice(0, Math.min(3, order.length - 1));
	const sum = top.reduce((all, index) => all + (share(index) ?? 0), 0);
	const year = yearText(telling, -1);
	const [first = 0] = order;
	const alt = m.region_share_alt(
		{ count: order.length, year, first: name(first), share: percentText(share(first) ?? 0, locale) },
		{ locale },
	);
	return {
		kind: 'chart',
		id: 'shares',
		title:
			top.length < 2
				? m.region_share_title_one(
						{ sector: name(first), share: shareText(share(first) ?? 0, locale) },
						{ locale },
					)
				: m.region_share_title({ count: top.length, share: shareText(sum, locale) }, { locale }),
		subtitle: m.region_share_subtitle({ place: placeName(telling), year }, { locale }),
		foot: foot(telling),
		...dotComparison({
			rows: order.map((index) => {
				const value = share(index);
				return { label: name(index), value, valueText: value === null ? dash : percentText(value, locale) };
			}),
			alt,
			noData: m.reports_no_data({}, { locale }),
		}),
		alt,
		table: sharesTable(telling),
	};
}

/** LQ of the last year beside the line of 1; null without a reference. */
export function quotientsBlock(telling: Telling): ChartBlock | null {
	const { study, locale } = telling;
	const table = quotientsTable(telling, false);
	if (!study.reference || !table) return null;
	const { sectors } = study.reference.quotients;
	const basic = sectors.filter((one) => one.class === 'basic');
	const reference = referenceName(telling);
	const list = namesText(
		basic.toSorted((a, b) => (b.locationQuotient ?? 0) - (a.locationQuotient ?? 0)).map(({ name }) => name),
		locale,
		2,
	);
	const alt = m.region_lq_alt(
		{ count: sectors.length, basic: basic.length, reference, list: list || dash },
		{ locale },
	);
	return {
		kind: 'chart',
		id: 'location-quotients',
		title:
			basic.length === 0
				? m.region_lq_title_none({ reference }, { locale })
				: m.region_lq_title({ count: basic.length, all: sectors.length, reference, list }, { locale }),
		subtitle: m.region_lq_subtitle({ year: yearText(telling, -1) }, { locale }),
		foot: foot(telling),
		...quotientDots({
			rows: sectors.map(({ name, locationQuotient }) => ({
				label: name,
				value: locationQuotient,
				valueText: quotientText(locationQuotient, locale),
			})),
			lineLabel: m.region_lq_line({}, { locale }),
			alt,
			noData: m.reports_no_data({}, { locale }),
		}),
		alt,
		table,
	};
}

/** A corner's name with how many stand in it. */
const corner = (name: string, count: number) => `${name} (${count})`;

interface Plane {
	readonly id: string;
	readonly title: string;
	readonly subtitle: string;
	readonly alt: string;
	readonly points: QuadrantsInput['points'];
	readonly x: QuadrantsInput['x'];
	readonly y: QuadrantsInput['y'];
	readonly corners: QuadrantsInput['corners'];
	readonly table: ChartBlock['table'];
}

function planeBlock(telling: Telling, plane: Plane): ChartBlock {
	const { locale } = telling;
	const { id, title, subtitle, alt, points, x, y, corners, table } = plane;
	const beyond = (value: number) => value > 5 || value < 0.2;
	const far = points.some((one) => beyond(one.x) || (y.kind === 'ratio' && beyond(one.y)));
	return {
		kind: 'chart',
		id,
		title,
		subtitle,
		foot: foot(telling, far ? m.region_plane_foot({}, { locale }) : ''),
		...quadrants({
			points,
			x,
			y,
			corners,
			narrowNote: m.region_plane_narrow({}, { locale }),
			restNote: m.region_plane_rest({}, { locale }),
			alt,
			noData: m.reports_no_data({}, { locale }),
		}),
		alt,
		table,
	};
}

/** LQ and DLQ: leading, prospective, mainstay and lagging sectors. */
export function dynamicBlock(telling: Telling): ChartBlock | null {
	const { study, locale } = telling;
	const dynamic = study.reference?.dynamic;
	const table = quotientsTable(telling, true);
	if (!dynamic || !table) return null;
	const of = (name: DynamicClass) => dynamic.sectors.filter((one) => one.class === name);
	const label = (name: DynamicClass) => corner(dynamicClassText(name, locale), of(name).length);
	const leading = of('leading').map(({ name }) => name);
	const title =
		leading.length === 0
			? m.region_dlq_title_none({}, { locale })
			: m.region_dlq_title({ count: leading.length, list: namesText(leading, locale, 3) }, { locale });
	return planeBlock(telling, {
		id: 'lq-dlq',
		title,
		subtitle: m.region_dlq_subtitle(
			{ from: yearText(telling, 0), to: yearText(telling, -1), reference: referenceName(telling) },
			{ locale },
		),
		alt: title,
		points: dynamic.sectors.flatMap(({ name, locationQuotient, dynamicLocationQuotient }) =>
			locationQuotient === null || dynamicLocationQuotient === null
				? []
				: [{ label: name, x: locationQuotient, y: dynamicLocationQuotient }],
		),
		x: { kind: 'ratio', label: m.region_axis_lq({}, { locale }) },
		y: { kind: 'ratio', label: m.region_axis_dlq({}, { locale }) },
		corners: {
			both: label('leading'),
			onlyX: label('prospective'),
			onlyY: label('mainstay'),
			neither: label('lagging'),
		},
		table,
	});
}

/** Klassen: share and growth against the same sector in the reference. */
export function klassenBlock(telling: Telling): ChartBlock | null {
	const { study, locale } = telling;
	const { reference, growth } = study;
	const table = klassenTable(telling);
	if (!reference?.klassen || !reference.growth || !growth || !table) return null;
	const { klassen, quotients } = reference;
	const of = (name: KlassenClass) =>
		klassen.flatMap((one, index) => (one === name ? [study.names[index] ?? ''] : []));
	const label = (name: KlassenClass) => corner(klassenText(name, locale), of(name).length);
	const advanced = of('advanced-growing');
	const title =
		advanced.length === 0
			? m.region_klassen_title_none({}, { locale })
			: m.region_klassen_title({ count: advanced.length, list: namesText(advanced, locale, 3) }, { locale });
	return planeBlock(telling, {
		id: 'klassen',
		title,
		subtitle: m.region_klassen_subtitle({ reference: referenceName(telling) }, { locale }),
		alt: title,
		points: study.names.flatMap((name, index) => {
			const lead = reference.leads?.[index] ?? null;
			const quotient = quotients.locationQuotients[index] ?? null;
			return lead === null || quotient === null ? [] : [{ label: name, x: quotient, y: lead }];
		}),
		x: { kind: 'ratio', label: m.region_axis_share({}, { locale }) },
		y: { kind: 'difference', label: m.region_axis_growth({}, { locale }) },
		corners: {
			both: label('advanced-growing'),
			onlyX: label('advanced-pressed'),
			onlyY: label('developing-fast'),
			neither: label('lagging'),
		},
		table,
	});
}
