/** A table of random cost rows, the same on every machine: a linear congruential generator with a fixed seed. */
import { createWriteStream } from 'node:fs';

/** Writes `count` rows with one product each. Multiplier and increment: Numerical Recipes, 2nd ed., section 7.1. */
export async function costRows(path, count) {
	let state = 20261122;
	const random = () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 4294967296;
	};
	const between = (low, high, decimals) => (low + random() * (high - low)).toFixed(decimals);
	const file = createWriteStream(path);
	let text = 'nama,output,bahan baku,tenaga kerja,harga output,upah,harga bahan baku,input lain\n';
	for (let row = 0; row < count; row += 1) {
		const cells = [
			between(10, 100, 2),
			between(20, 100, 1),
			between(1, 6, 1),
			between(5000, 25000, 0),
			between(40000, 80000, 0),
			between(500, 3500, 0),
			between(0, 3000, 2),
		];
		text += `usaha ${row},${cells.join(',')}\n`;
		if (text.length > 1 << 20) {
			if (!file.write(text)) await new Promise((ready) => file.once('drain', ready));
			text = '';
		}
	}
	await new Promise((done, fail) => file.on('error', fail).end(text, done));
}
