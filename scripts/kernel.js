/**
 * Writes src/methods/decision/smaa-kernel-bytes.ts from smaa-kernel.wat. Run it when the kernel changes; a test fails
 * while the bytes are not those of the text.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const folder = fileURLToPath(new URL('../src/methods/decision/', import.meta.url));

/** The kernel's bytes in base64, 76 letters a line. */
export async function kernelLines() {
	const { parseWat } = await wabt();
	const text = readFileSync(`${folder}smaa-kernel.wat`, 'utf8');
	const parsed = parseWat('smaa-kernel.wat', text, { simd: true });
	try {
		parsed.validate();
		return Buffer.from(parsed.toBinary({}).buffer)
			.toString('base64')
			.match(/.{1,76}/g);
	} finally {
		parsed.destroy();
	}
}

export async function kernelSource() {
	const lines = (await kernelLines()).map((line) => `\t'${line}',`);
	return [
		'/** smaa-kernel.wat as bytes, in base64. Written by scripts/kernel.js. */',
		'export const kernelBytes = [',
		...lines,
		"].join('');",
		'',
	].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	writeFileSync(`${folder}smaa-kernel-bytes.ts`, await kernelSource());
