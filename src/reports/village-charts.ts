/** What a village has, drawn: the network of actors, the parts of a final price, the places. Each with its table. */
import { actorNetworkChart, type NetworkGroup } from '#charts/actor-network.ts';
import type { BarPart } from '#charts/part-names.ts';
import { placeMap, type MapPlace } from '#charts/place-map.ts';
import { stackedShares } from '#charts/stacked-shares.ts';
import { writeNumber, writePercent, writeRupiah } from '#inputs/number-writer.ts';
import type { PriceShares } from '#methods/programme/price-shares.ts';
import { m } from '#words/messages.js';
import type { ChartBlock } from './block.ts';
import { dateText, numberCell, textCell } from './figure-text.ts';
import type { Locale } from './row-label.ts';

export interface NetworkTelling {
	/** In this order; an actor without a group is an enterprise of the village. */
	readonly actors: readonly {
		readonly id: string;
		readonly name: string;
		readonly actorGroup: 'government' | 'business' | 'community' | 'knowledge' | null;
		readonly lines: number;
	}[];
	readonly agreements: readonly {
		readonly giver: string;
		readonly taker: string;
		readonly giverName: string;
		readonly takerName: string;
		readonly material: string;
		readonly amountText: string;
		readonly deliveryText: string;
		readonly byBumdes: boolean;
	}[];
	/** Agreements that lead to somebody the reader does not see. */
	readonly outside: number;
	/** `2026-11-22` */
	readonly day: string;
}

/** More names than this cannot be told apart on a phone: those without an agreement are left to the list. */
const MOST_NAMES = 40;

const groupColours = [
	['government', 'tinta'],
	['knowledge', 'bahan'],
	['business', 'input'],
	['community', 'kerja'],
	[null, 'untung'],
] as const;

function groupName(group: NetworkTelling['actors'][number]['actorGroup'], locale: Locale): string {
	if (group === 'government') return m.mapping_actor_group_government({}, { locale });
	if (group === 'business') return m.mapping_actor_group_business({}, { locale });
	if (group === 'community') return m.mapping_actor_group_community({}, { locale });
	if (group === 'knowledge') return m.mapping_actor_group_knowledge({}, { locale });
	return m.mapping_actor_group_enterprise({}, { locale });
}

function networkTitle(actors: number, agreements: number, locale: Locale): string {
	if (agreements === 0) return m.mapping_network_title_none({ actors }, { locale });
	if (agreements === 1) return m.mapping_network_title_one({ actors }, { locale });
	return m.mapping_network_title({ actors, agreements }, { locale });
}

/** Who has an agreement with whom. */
export function networkBlock(telling: NetworkTelling, locale: Locale): ChartBlock {
	const { actors, agreements, outside, day } = telling;
	const busiest = [...actors].sort((one, other) => other.lines - one.lines).slice(0, MOST_NAMES);
	const drawn = actors.length > MOST_NAMES ? new Set(busiest.map(({ id }) => id)) : null;
	const shown = actors.filter(({ id }) => drawn === null || drawn.has(id));
	const groups = groupColours.map(([group, colour]): NetworkGroup => ({
		label: groupName(group, locale),
		colour,
		actors: shown
			.filter(({ actorGroup }) => actorGroup === group)
			.map(({ id, name }) => ({ id, label: name })),
	}));
	const title = networkTitle(actors.length, agreements.length, locale);
	const drawing = actorNetworkChart({
		groups,
		lines: agreements.map(({ giver, taker, byBumdes }) => ({ from: giver, to: taker, dashed: byBumdes })),
		alt: title,
		noData: m.mapping_network_no_data({}, { locale }),
	});
	const foot = [
		m.mapping_network_foot({ day: dateText(day, locale) }, { locale }),
		...(outside > 0 ? [m.mapping_network_outside({ count: outside }, { locale })] : []),
		...(shown.length < actors.length
			? [m.mapping_network_left_out({ count: actors.length - shown.length }, { locale })]
			: []),
	];
	const column = (label: string) => ({ label, align: 'left' as const });
	return {
		kind: 'chart',
		id: 'network',
		title,
		subtitle: m.mapping_network_subtitle({}, { locale }),
		foot: foot.join(' '),
		...drawing,
		alt: title,
		table: {
			kind: 'table',
			id: 'network-table',
			caption: m.mapping_network_table({}, { locale }),
			columns: [
				column(m.mapping_network_giver({}, { locale })),
				column(m.mapping_network_taker({}, { locale })),
				column(m.mapping_network_what({}, { locale })),
				column(m.mapping_network_how_much({}, { locale })),
				column(m.mapping_network_brings({}, { locale })),
			],
			rows: agreements.map((one) => ({
				cells: [one.giverName, one.takerName, one.material, one.amountText, one.deliveryText].map((text) =>
					textCell(text),
				),
			})),
		},
	};
}

export interface PriceTelling {
	readonly product: string;
	readonly villageName: string;
	readonly steps: readonly {
		readonly actorName: string;
		readonly unit: string;
		readonly buysAt: string | null;
		readonly sellsAt: string | null;
	}[];
	readonly shares: PriceShares;
}

const partColours = ['untung', 'input', 'kerja', 'abu', 'bahan', 'kosong'] as const;

/** What each actor gets of the final price; null when that cannot be told, see `priceRemarks`. */
export function priceBlock(telling: PriceTelling, locale: Locale): ChartBlock | null {
	const { product, villageName, steps, shares } = telling;
	if (shares.status !== 'ok') return null;
	const percent = (value: number) => writePercent(value, locale, { decimals: { min: 0, max: 1 } });
	const title = m.mapping_price_chart_title(
		{ actor: steps[0]?.actorName ?? '', share: percent(shares.parts[0]?.sharePct ?? 0), product },
		{ locale },
	);
	const parts = steps.map(({ actorName }, index): BarPart => ({
		label: actorName,
		colour: partColours[index % partColours.length] ?? 'abu',
	}));
	const values = shares.parts.map(({ sharePct }) => ({ value: sharePct, text: percent(sharePct) }));
	const drawing = stackedShares({
		parts,
		rows: [{ label: product, shares: values }],
		wholeText: percent(100),
		alt: title,
		noData: m.mapping_price_none({}, { locale }),
	});
	const right = (label: string) => ({ label, align: 'right' as const });
	const money = (text: string | null) => numberCell(text === null ? null : Number(text), locale, 2);
	return {
		kind: 'chart',
		id: `price-${product}`,
		title,
		subtitle: m.mapping_price_chart_subtitle(
			{
				price: writeRupiah(shares.finalPrice, locale, { decimals: { min: 0, max: 2 } }),
				unit: steps[0]?.unit ?? '',
			},
			{ locale },
		),
		foot: m.mapping_price_chart_foot({ village: villageName }, { locale }),
		...drawing,
		alt: title,
		table: {
			kind: 'table',
			id: `price-table-${product}`,
			caption: title,
			columns: [
				{ label: m.mapping_price_actor({}, { locale }), align: 'left' },
				right(m.mapping_price_buys({}, { locale })),
				right(m.mapping_price_sells({}, { locale })),
				right(m.mapping_price_keeps({}, { locale })),
				right(m.mapping_price_share({}, { locale })),
			],
			rows: steps.map(({ actorName, buysAt, sellsAt }, index) => ({
				cells: [
					textCell(actorName),
					money(buysAt),
					money(sellsAt),
					numberCell(shares.parts[index]?.keeps ?? null, locale, 2),
					numberCell(shares.parts[index]?.sharePct ?? null, locale, 1),
				],
			})),
		},
	};
}

/** Why the parts cannot be told, or where two prices do not meet. */
export function priceRemarks({ product, steps, shares }: PriceTelling, locale: Locale): string[] {
	if (shares.status !== 'ok') {
		const actor = steps[shares.at ?? 0]?.actorName ?? '';
		if (shares.reason === 'UNITS_DIFFER')
			return [m.mapping_price_refused_units_differ({ product, actor }, { locale })];
		if (shares.reason === 'NO_SELLING_PRICE')
			return [m.mapping_price_refused_no_selling_price({ product, actor }, { locale })];
		return [m.mapping_price_refused_final_price_zero({ product }, { locale })];
	}
	return shares.parts.flatMap(({ unexplained }, index) => {
		if (unexplained === null || Math.abs(unexplained) < 0.005) return [];
		const actor = steps[index]?.actorName ?? '';
		const amount = writeRupiah(Math.abs(unexplained), locale, { decimals: { min: 0, max: 2 } });
		return unexplained > 0
			? [m.mapping_price_unexplained({ actor, amount }, { locale })]
			: [m.mapping_price_unexplained_below({ actor, amount }, { locale })];
	});
}

export interface PlacesTelling {
	readonly places: readonly {
		/** Its number in the list beside the map. */
		readonly number: number;
		readonly name: string;
		/** Decimal text; null when it has no coordinates. */
		readonly latitude: string | null;
		readonly longitude: string | null;
		readonly colour: MapPlace['colour'];
	}[];
}

/** Where things lie. */
export function placesBlock({ places }: PlacesTelling, locale: Locale): ChartBlock {
	const placed = places.filter(({ latitude, longitude }) => latitude !== null && longitude !== null);
	const without = places.length - placed.length;
	const title =
		placed.length === 1
			? m.mapping_map_title_one({}, { locale })
			: m.mapping_map_title_many({ count: placed.length }, { locale });
	const drawing = placeMap({
		places: placed.map(({ number, name, latitude, longitude, colour }) => ({
			latitude: Number(latitude),
			longitude: Number(longitude),
			mark: String(number),
			label: name,
			colour,
		})),
		lengthText: (metres) =>
			metres < 1000
				? m.mapping_map_metres({ count: writeNumber(metres, locale) }, { locale })
				: m.mapping_map_kilometres({ count: writeNumber(metres / 1000, locale) }, { locale }),
		northText: m.mapping_map_north({}, { locale }),
		alt: title,
		noData: m.mapping_map_no_data({}, { locale }),
	});
	return {
		kind: 'chart',
		id: 'places',
		title,
		subtitle: m.mapping_map_subtitle({}, { locale }),
		foot: [
			m.mapping_map_foot({}, { locale }),
			...(without > 0 ? [m.mapping_map_without({ count: without }, { locale })] : []),
		].join(' '),
		...drawing,
		alt: title,
		table: {
			kind: 'table',
			id: 'places-table',
			caption: m.mapping_map_table({}, { locale }),
			columns: [
				{ label: m.mapping_map_number({}, { locale }), align: 'left' },
				{ label: m.mapping_enterprise_place({}, { locale }), align: 'left' },
				{ label: m.mapping_map_coordinates({}, { locale }), align: 'right' },
			],
			rows: placed.map(({ number, name, latitude, longitude }) => ({
				cells: [
					textCell(String(number)),
					textCell(name),
					textCell(
						[latitude, longitude]
							.map((one) => writeNumber(Number(one), locale, { min: 4, max: 6 }))
							.join('; '),
					),
				],
			})),
		},
	};
}
