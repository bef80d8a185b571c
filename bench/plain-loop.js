/** What a hand-written loop costs at least: split every line, read seven numbers, compute value added and profit. */
import { createReadStream } from 'node:fs';

let rest = '';
let sum = 0;
let first = true;
for await (const chunk of createReadStream(process.argv[2], { encoding: 'latin1', highWaterMark: 1 << 18 })) {
	const lines = (rest + chunk).split('\n');
	rest = lines.pop();
	for (const line of lines) {
		if (first) {
			first = false;
			continue;
		}
		const cells = line.split(',');
		const [output, raw, labour, price, wage, rawPrice, other] = cells.slice(1).map(Number);
		const valueAdded = (output / raw) * price - rawPrice - other;
		sum += valueAdded - (labour / raw) * wage;
	}
}
console.log(sum);
