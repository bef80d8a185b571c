/** What still has to be weighed or asked, each as the question somebody can carry to the field. */
import { m } from '#words/messages.js';
import { basisText, inSentence, materialName, materialOf, type FlowTelling } from './flow-words.ts';

/** The questions, those that hold up a result first. */
export function flowQuestions(telling: FlowTelling): string[] {
	const { study, flow, locale } = telling;
	const nameOf = (key: string) => {
		const material = materialOf(telling, key);
		return material ? inSentence(materialName(material, locale)) : '';
	};
	const yields = study.processes.flatMap(({ from, to }, index) => {
		if (study.flow.processes[index]?.yield !== null) return [];
		const [source, made] = [materialOf(telling, from), materialOf(telling, to)];
		if (!source || !made) return [];
		// "Berapa kg kering dari 1 kg basah?" when only the weighing differs.
		const sameName = source.name.toLowerCase() === made.name.toLowerCase() && made.basis !== '';
		const words = { unit: made.unit, fromUnit: source.unit, material: nameOf(from) };
		return [
			sameName
				? m.flow_ask_yield_basis({ ...words, basis: basisText(made.basis, locale) }, { locale })
				: m.flow_ask_yield({ ...words, product: nameOf(to) }, { locale }),
		];
	});
	const needs = study.batches.flatMap(({ need, product, material }) =>
		need === null
			? [
					m.flow_ask_need(
						{
							unit: materialOf(telling, material)?.unit ?? '',
							material: nameOf(material),
							product: inSentence(product),
						},
						{ locale },
					),
				]
			: [],
	);
	const made = study.batches.flatMap(({ product, material }) => {
		const arrives = study.flow.supplies.some(({ to }) => to === material);
		const processed = study.flow.processes.some(({ to }) => to === material);
		return arrives || processed
			? []
			: [m.flow_ask_made({ material: nameOf(material), product: inSentence(product) }, { locale })];
	});
	const supplies = study.supplies.flatMap(({ from, to, amount }) =>
		amount !== null
			? []
			: [
					from
						? m.flow_ask_supply({ material: nameOf(to), from: inSentence(from) }, { locale })
						: m.flow_ask_supply_plain({ material: nameOf(to) }, { locale }),
				],
	);
	const uses = study.uses.flatMap(({ material, who, amount }) =>
		amount !== null || who === '' ? [] : [m.flow_ask_use({ material: nameOf(material), who }, { locale })],
	);
	const takes = study.processes.flatMap(({ from, to }, index) =>
		study.flow.processes[index]?.takes === null && study.flow.processes[index]?.yield !== null
			? [m.flow_ask_takes({ material: nameOf(from), product: nameOf(to) }, { locale })]
			: [],
	);
	// An income is asked for only where batches can be counted: else it would change nothing.
	const incomes = study.batches.flatMap(({ product, material, income, need }) => {
		const line = flow.lines.find((one) => one.material === material);
		const counted = need !== null && line?.reachable != null && line.missingYields.length === 0;
		return income === null && counted
			? [m.flow_ask_income({ product: inSentence(product) }, { locale })]
			: [];
	});
	return [...yields, ...needs, ...made, ...supplies, ...uses, ...takes, ...incomes];
}
