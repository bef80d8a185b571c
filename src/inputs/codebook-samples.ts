/**
 * Six short interviews about milk products. The milk paper had six respondents and asked about labour, raw material,
 * process and market; it printed none of the interviews, so these texts were written for this example, and say so.
 */
import {
	emptyCode,
	type Code,
	type CodebookContent,
	type Interview,
	type Segment,
} from './codebook-content.ts';

type Both = readonly [id: string, en: string];

/** A sentence with what the first coder put on it, and the second where the second coder read it too. */
type Said = readonly [Both, first: string, second?: string];

const frame: readonly {
	readonly id: string;
	readonly name: Both;
	readonly definition: Both;
	readonly include: Both;
	readonly exclude: Both;
	readonly example: Both;
	readonly colour: Code['colour'];
}[] = [
	{
		id: 'k1',
		name: ['Tenaga kerja', 'Labour'],
		definition: ['Siapa yang bekerja dan apa yang mereka bisa.', 'Who works, and what they are able to do.'],
		include: ['Orang, waktu kerja, upah, keterampilan.', 'People, working time, wages, skills.'],
		exclude: ['Alat dan cara membuat: itu Proses.', 'Tools and ways of making: that is Process.'],
		example: ['Ibu-ibu di sini sudah biasa mengolah susu.', 'The women here are used to working with milk.'],
		colour: '#0072B2',
	},
	{
		id: 'k2',
		name: ['Bahan baku', 'Raw material'],
		definition: [
			'Susu dan bahan lain: ada tidaknya, harga, mutu.',
			'Milk and other materials: supply, price, quality.',
		],
		include: ['Susu segar, gula, bibit kefir, kemasan.', 'Fresh milk, sugar, kefir grains, packaging.'],
		exclude: ['Harga produk jadi: itu Pasar.', 'Prices of finished products: that is Market.'],
		example: ['Susu segar ada setiap pagi.', 'There is fresh milk every morning.'],
		colour: '#E69F00',
	},
	{
		id: 'k3',
		name: ['Proses', 'Process'],
		definition: ['Mudah sulitnya membuat produk.', 'How easy or hard the product is to make.'],
		include: ['Langkah, alat, waktu tunggu, kegagalan.', 'Steps, tools, waiting times, failures.'],
		exclude: ['Kecakapan orang: itu Tenaga kerja.', 'What people can do: that is Labour.'],
		example: ['Susunya cukup direbus lalu diaduk.', 'The milk only has to be boiled and stirred.'],
		colour: '#56B4E9',
	},
	{
		id: 'k4',
		name: ['Pasar', 'Market'],
		definition: ['Siapa yang membeli, di mana, dengan harga berapa.', 'Who buys, where, and at what price.'],
		include: ['Pembeli, pesanan, harga jual, saingan.', 'Buyers, orders, selling prices, competitors.'],
		exclude: ['Harga susu segar: itu Bahan baku.', 'The price of fresh milk: that is Raw material.'],
		example: ['Toko oleh-oleh minta kiriman setiap minggu.', 'The gift shop asks for a delivery every week.'],
		colour: '#D55E00',
	},
];

const interviews: readonly (readonly Said[])[] = [
	[
		[
			[
				'Susu segar ada setiap pagi, jadi bahan tidak pernah kurang.',
				'There is fresh milk every morning, so we never run short.',
			],
			'k2',
			'k2',
		],
		[
			['Saya dan dua tetangga mengolahnya di dapur.', 'Two neighbours and I work it up in the kitchen.'],
			'k1',
			'k1',
		],
		[
			[
				'Untuk permen, susunya cukup direbus dengan gula lalu diaduk.',
				'For candy the milk only has to be boiled with sugar and stirred.',
			],
			'k2 k3',
			'k3',
		],
		[['Anak saya yang memotong dan membungkus.', 'My daughter cuts and wraps it.'], 'k1', 'k1'],
	],
	[
		[
			['Yoghurt harus dijaga suhunya semalaman.', 'Yoghurt has to be kept at one temperature all night.'],
			'k3',
			'k3',
		],
		[
			['Kalau listrik padam, satu panci bisa gagal.', 'When the power fails, a whole pot can be lost.'],
			'k3',
			'k3',
		],
		[['Yang bisa membuatnya baru saya sendiri.', 'So far I am the only one who can make it.'], 'k1', 'k1'],
		[['Bibitnya saya beli dari kota.', 'I buy the starter in town.'], 'k2', 'k2'],
	],
	[
		[
			[
				'Toko oleh-oleh minta kiriman permen setiap minggu.',
				'The gift shop asks for a delivery of candy every week.',
			],
			'k4',
			'k4',
		],
		[
			[
				'Harganya bagus, dan pembeli membawa pulang untuk keluarga.',
				'The price is good, and buyers take it home to their families.',
			],
			'k4',
			'k4',
		],
		[
			[
				'Kami belum sanggup memenuhi semua pesanan karena tenaganya kurang.',
				'We cannot fill every order yet, because we are too few.',
			],
			'k1 k4',
			'k1',
		],
		[['Membungkus satu per satu itu lama.', 'Wrapping them one by one takes long.'], 'k3', 'k1'],
	],
	[
		[
			[
				'Kefir perlu bibit yang tidak dijual di desa.',
				'Kefir needs grains that nobody sells in the village.',
			],
			'k2',
		],
		[['Rasanya asam, orang sini belum biasa.', 'It tastes sour, and people here are not used to it.'], 'k4'],
		[
			[
				'Padahal membuatnya mudah, tinggal didiamkan sehari.',
				'Yet it is easy to make, it only has to stand for a day.',
			],
			'k3',
		],
	],
	[
		[
			[
				'Kerupuk susu dijemur dua hari, jadi musim hujan kami berhenti.',
				'Milk crackers dry in the sun for two days, so we stop in the rainy season.',
			],
			'k3',
		],
		[
			[
				'Ibu-ibu kelompok sudah terampil, upahnya dibagi rata.',
				'The women of the group are skilled, and share the pay equally.',
			],
			'k1',
		],
		[
			[
				'Warung di pasar mau menerima asal tahan lama.',
				'Stalls at the market take them as long as they keep.',
			],
			'k4',
		],
	],
	[
		[
			[
				'Susu yang tidak diambil koperasi kami olah sendiri.',
				'Milk that the co-operative does not take we work up ourselves.',
			],
			'k2',
		],
		[
			[
				'Permen paling mudah: alatnya hanya kompor dan wajan.',
				'Candy is the easiest: all it takes is a stove and a pan.',
			],
			'k3',
		],
		[
			[
				'Rombongan tamu membeli di rumah, tidak perlu dibawa ke pasar.',
				'Groups of visitors buy at the house, so nothing has to go to market.',
			],
			'k4',
		],
		[['Dua orang cukup untuk satu hari kerja.', 'Two people are enough for a day of work.'], 'k1'],
	],
];

const words = {
	id: {
		title: 'Produk olahan susu',
		source:
			'teks contoh yang kami tulis sendiri untuk memperagakan alat ini, bukan wawancara sungguhan. Naskah susu memakai enam responden, tetapi tidak menerbitkan teks wawancaranya.',
		respondent: (number: number) => `Responden ${number}`,
		coders: ['Pengkode pertama', 'Pengkode kedua'],
	},
	en: {
		title: 'Milk products',
		source:
			'example texts that we wrote ourselves to show this tool, not real interviews. The milk paper had six respondents but published none of its interviews.',
		respondent: (number: number) => `Respondent ${number}`,
		coders: ['First coder', 'Second coder'],
	},
} as const;

function sample(locale: 'id' | 'en'): CodebookContent {
	const said = (both: Both) => both[locale === 'id' ? 0 : 1];
	const told = words[locale];
	const segments: Segment[] = [];
	const held = interviews.map((sentences, place): Interview => {
		const interview = `w${place + 1}`;
		let text = '';
		for (const [both, first, second = ''] of sentences) {
			const start = text === '' ? 0 : text.length + 1;
			text += `${text === '' ? '' : ' '}${said(both)}`;
			for (const [coder, codes] of [
				['p1', first],
				['p2', second],
			] as const)
				for (const code of codes.split(' ').filter(Boolean))
					segments.push({ coder, interview, code, start, end: text.length });
		}
		return { id: interview, name: told.respondent(place + 1), text };
	});
	return {
		title: told.title,
		source: told.source,
		interviews: held,
		codes: frame.map(({ id, name, definition, include, exclude, example, colour }) => ({
			...emptyCode,
			id,
			name: said(name),
			definition: said(definition),
			include: said(include),
			exclude: said(exclude),
			example: said(example),
			colour,
		})),
		coders: told.coders.map((name, place) => ({ id: `p${place + 1}`, name })),
		segments,
		counted: 'p1',
	};
}

/** The example of this name; null when there is none. */
export function codebookSample(name: string, locale: 'id' | 'en'): CodebookContent | null {
	return name === 'susu' ? sample(locale) : null;
}
