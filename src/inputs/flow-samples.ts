/**
 * By-products of Kalanganyar, Sidoarjo, as the programme's paper gives them. It gives no drying yield and no split of
 * the scales between the groups: those cells stay empty, and the tool asks.
 */
import {
	emptyBatch,
	emptyProcess,
	emptyService,
	emptyStream,
	emptyUse,
	materialKey,
	type FlowContent,
} from './flow-content.ts';

function kalanganyar(words: {
	readonly title: string;
	readonly source: string;
	readonly scales: string;
	readonly boneRemovers: string;
	readonly shells: string;
	readonly fishers: string;
	readonly cracker: string;
	readonly craft: string;
	readonly sticks: string;
	readonly crackerBatch: string;
	readonly service: string;
}): FlowContent {
	const wet = materialKey(words.scales, 'wet');
	return {
		title: words.title,
		source: words.source,
		days: '',
		streams: [
			{ ...emptyStream, name: words.scales, from: words.boneRemovers, low: '20', high: '30', basis: 'wet' },
			{ ...emptyStream, name: words.shells, from: words.fishers },
		],
		processes: [{ ...emptyProcess, from: wet, name: words.scales, basis: 'dry' }],
		uses: [
			{ ...emptyUse, material: wet, who: words.cracker },
			{ ...emptyUse, material: wet, who: words.craft },
			{ ...emptyUse, material: materialKey(words.shells, ''), who: words.craft },
		],
		batches: [
			{
				...emptyBatch,
				product: words.crackerBatch,
				material: materialKey(words.scales, 'dry'),
				need: '5',
				output: '140',
				outputUnit: words.sticks,
			},
		],
		service: {
			...emptyService,
			name: words.service,
			peopleLow: '4',
			peopleHigh: '5',
			itemsLow: '100',
			itemsHigh: '150',
			feeLow: '1500',
			feeHigh: '2000',
			minutes: '2',
		},
	};
}

const samples: Readonly<Record<'id' | 'en', FlowContent>> = {
	id: kalanganyar({
		title: 'Sisik dan kerang Kalanganyar',
		source: 'Naskah Kalanganyar Sentris Berseri, Sidoarjo; 100 bandeng memberi 1 kg sisik basah',
		scales: 'Sisik ikan',
		boneRemovers: 'Usaha cabut duri',
		shells: 'Kerang',
		fishers: 'Nelayan Banjarkemuning',
		cracker: 'OLIKAN, kerupuk sisik',
		craft: 'KeCe, kerajinan',
		sticks: 'lenjer',
		crackerBatch: 'Kerupuk sisik',
		service: 'Kelompok cabut duri',
	}),
	en: kalanganyar({
		title: 'Scales and shells of Kalanganyar',
		source: 'Paper on Kalanganyar Sentris Berseri, Sidoarjo; 100 milkfish give 1 kg of wet scales',
		scales: 'Fish scales',
		boneRemovers: 'Bone-removal businesses',
		shells: 'Shells',
		fishers: 'Fishers of Banjarkemuning',
		cracker: 'OLIKAN, scale crackers',
		craft: 'KeCe, crafts',
		sticks: 'sticks',
		crackerBatch: 'Scale crackers',
		service: 'Bone-removal group',
	}),
};

/** The example of this name; null when there is none. */
export function flowSample(name: string, locale: 'id' | 'en'): FlowContent | null {
	return name === 'kalanganyar' ? samples[locale] : null;
}
