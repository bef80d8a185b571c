/** Names for people who do not exist. The papers name groups and businesses; whom they interviewed is not written here. */

export interface Invented {
	/** Within one organisation. */
	readonly key: string;
	readonly name: string;
	readonly sex: 'female' | 'male';
	readonly birthYear: number;
}

const first = {
	female: ['Aminah', 'Dewi', 'Endang', 'Fatimah', 'Hayati', 'Indah', 'Kartini', 'Lestari', 'Maryam', 'Nurul'],
	male: ['Ahmad', 'Budi', 'Darmo', 'Eko', 'Fauzi', 'Hasan', 'Ismail', 'Joko', 'Karim', 'Lukman'],
} as const;
const second = {
	female: ['Contohwati', 'Rekaningsih', 'Misalnia', 'Umpamasari', 'Andaiyah', 'Ibaratni', 'Seumpamawati'],
	male: ['Contohadi', 'Rekanto', 'Misalno', 'Umpamanto', 'Andaiman', 'Ibarat', 'Seumpamadi'],
} as const;

/**
 * So many invented people, the same at every run; their second names say that they are examples. `after` so many others of
 * the same organisation, so that nobody seems to be written down twice.
 */
export const invented = (count: number, sex: 'female' | 'male', key: string, after = 0): Invented[] =>
	Array.from({ length: count }, (_, position) => {
		const index = position + after;
		return {
			key: `${key}-${position + 1}`,
			name: `${first[sex][index % 10]} ${second[sex][(index + Math.floor(index / 10)) % 7]}`,
			sex,
			birthYear: 1966 + ((index * 7) % 33),
		};
	});
