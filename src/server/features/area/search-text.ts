/** How a name is written to be found: the same for the names that are kept and for what a person types. */

/** Raised when names must be read anew, because a rule below changed. */
export const searchTextVersion = 1;

/** Short forms that offices and people write for one word. */
const whole: Readonly<Record<string, string>> = {
	sei: 'sungai',
	tj: 'tanjung',
	tg: 'tanjung',
	gn: 'gunung',
	kp: 'kampung',
	mns: 'meunasah',
	kab: 'kabupaten',
};

/** Lower case, plain letters and figures, one space between words, short forms written out. */
export function searchText(name: string): string {
	const plain = name
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		// Ma'rang is searched as marang; every other sign parts two words.
		.replace(/['’‘ʼ`]/g, '')
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
	return plain
		.split(' ')
		.map((word) => whole[word] ?? word)
		.join(' ');
}
