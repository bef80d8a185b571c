/**
 * Filled decisions. `serabi`: Tables 1 of the by-products of a serabi business in Sumenep, indices as printed, with the
 * group weights 0.30, 0.40 and 0.30 that reproduce the printed totals (the paper states none). `susu`: six milk
 * products of Boyolali, with the figures the value-added worksheet works out from the paper's inputs.
 */
import { decisionContent, newRespondent, noWeights, type DecisionContent } from './decision-content.ts';
import { cellKey } from './decision-siblings.ts';
import { withTable } from './decision-table-use.ts';
import { tableFromValueAdded } from './decision-value-added.ts';
import { sampleSheet } from './value-added-samples.ts';

type Locale = 'id' | 'en';
type Names = Readonly<Record<Locale, string>>;

const serabiGroups: readonly (Names & { readonly weight: string; readonly criteria: readonly Names[] })[] = [
	{
		id: 'Teknis',
		en: 'Technical',
		weight: '0,30',
		criteria: [
			{ id: 'Jumlah bahan baku', en: 'Amount of raw material' },
			{ id: 'Proses produksi', en: 'Production process' },
			{ id: 'Waktu pembuatan', en: 'Processing time' },
		],
	},
	{
		id: 'Ekonomi',
		en: 'Economic',
		weight: '0,40',
		criteria: [
			{ id: 'Keuntungan', en: 'Profit' },
			{ id: 'Biaya', en: 'Cost' },
			{ id: 'Waktu pengembalian modal', en: 'Payback time' },
		],
	},
	{
		id: 'Lingkungan',
		en: 'Environment',
		weight: '0,30',
		criteria: [
			{ id: 'Volume limbah', en: 'Volume of waste' },
			{ id: 'Kemudahan pengolahan limbah', en: 'Ease of treating waste' },
			{ id: 'Tingkat bahaya', en: 'Level of hazard' },
		],
	},
];

const serabiAlternatives: readonly (Names & { readonly note: Names; readonly indices: readonly string[] })[] =
	[
		{
			id: 'Pakan ternak',
			en: 'Animal feed',
			note: { id: 'dari ampas kelapa', en: 'from coconut pulp' },
			indices: ['100', '100', '100', '100', '72,22', '91,67', '100', '100', '100'],
		},
		{
			id: 'Nata de coco',
			en: 'Nata de coco',
			note: { id: 'dari air kelapa', en: 'from coconut water' },
			indices: ['50', '58,33', '55', '111,11', '50', '83,33', '40,01', '47,23', '27,78'],
		},
		{
			id: 'Briket',
			en: 'Briquettes',
			note: { id: 'dari tempurung kelapa', en: 'from coconut shell' },
			indices: ['50', '58,33', '53,33', '119,44', '50', '75', '77,78', '66,67', '38,88'],
		},
		{
			id: 'Pupuk organik',
			en: 'Organic fertiliser',
			note: { id: 'dari kulit telur', en: 'from egg shell' },
			indices: ['50', '116,67', '88,89', '100', '100', '91,67', '100', '100', '83,33'],
		},
	];

function serabi(locale: Locale): DecisionContent {
	const groups = serabiGroups.map((group, index) => ({ id: `g${index + 1}`, name: group[locale] }));
	const criteria = serabiGroups
		.flatMap((group, index) => group.criteria.map((criterion) => ({ criterion, group: `g${index + 1}` })))
		.map(({ criterion, group }, index) => ({
			id: `c${index + 1}`,
			name: criterion[locale],
			group,
			// The printed figures are indices: those of costs were turned round when they were made.
			direction: 'benefit' as const,
			unit: '',
		}));
	const alternatives = serabiAlternatives.map((one, index) => ({
		id: `a${index + 1}`,
		name: one[locale],
		note: one.note[locale],
	}));
	const cells = Object.fromEntries(
		serabiAlternatives.flatMap(({ indices }, row) =>
			indices.map((text, column) => [cellKey(`a${row + 1}`, `c${column + 1}`), text]),
		),
	);
	const numbers = Object.fromEntries(serabiGroups.map(({ weight }, index) => [`g${index + 1}`, weight]));
	return {
		...decisionContent.empty(),
		title: locale === 'id' ? 'Olahan hasil samping serabi' : 'By-products of serabi making',
		alternatives,
		groups,
		criteria,
		respondents: [{ ...newRespondent('r1'), cells, weights: { ...noWeights, numbers } }],
		weighing: 'direct',
		cellKind: 'index',
	};
}

/** Names of the milk products, in the order of the paper. */
const milkInEnglish = ['Cheese', 'Ice cream', 'Yogurt', 'Kefir', 'Milk sticks', 'Pasteurised milk'];

function milk(locale: Locale): DecisionContent | null {
	const sheet = sampleSheet('susu', 'id');
	const table = sheet ? tableFromValueAdded(sheet, locale) : null;
	if (!table) return null;
	const alternatives = table.alternatives.map((one, index) => ({
		...one,
		name: locale === 'id' ? one.name : (milkInEnglish[index] ?? one.name),
	}));
	const title = locale === 'id' ? 'Produk susu mana yang dikembangkan?' : 'Which milk product to develop?';
	return withTable({ ...decisionContent.empty(), title }, 'r1', { ...table, alternatives });
}

/** The example of this name; null when there is none. */
export function decisionSample(name: string, locale: Locale): DecisionContent | null {
	if (name === 'serabi') return serabi(locale);
	return name === 'susu' ? milk(locale) : null;
}
