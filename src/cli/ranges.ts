/** `--rentang harga_bahan=1500..2000`: the ranges of a sensitivity, read without guessing. */
import glossary from '#messages/glossary.json' with { type: 'json' };
import { readNumber } from '#inputs/number-reader.ts';
import { plainNumberText } from '#inputs/plain-number-text.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import type { VariedInput } from '#methods/value-added/changed-input.ts';
import type { SensitivityRange } from '#methods/value-added/sensitivity.ts';
import { Failure, optionsOf } from './call.ts';
import type { Call } from './call.ts';
import { nearestWord } from './nearest.ts';

/** Glossary codes of the inputs that may be moved; the names people type come from there. */
const inputCodes: Readonly<Record<VariedInput, string>> = {
	outputPrice: 'outputPrice',
	rawMaterialPrice: 'rawMaterialPrice',
	otherInputs: 'otherInputCost',
	wage: 'wageRate',
	conversionFactor: 'conversionFactor',
	labourCoefficient: 'labourCoefficient',
	output: 'outputQty',
	rawMaterial: 'rawMaterialQty',
	labour: 'labourDays',
};

const short: Readonly<Partial<Record<VariedInput, readonly string[]>>> = {
	rawMaterialPrice: ['harga bahan'],
	outputPrice: ['harga'],
	wage: ['upah', 'wage'],
	otherInputs: ['input lain', 'other inputs'],
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

function namesOf(input: VariedInput): readonly string[] {
	const term = glossary.find((one) => one.code === inputCodes[input]);
	return [input, ...(short[input] ?? []), ...(term ? [term.id, term.en, ...term.synonyms] : [])];
}

const inputs = Object.keys(inputCodes) as VariedInput[];

const shownNames: Readonly<Record<'id' | 'en', string>> = {
	id: 'harga_output, harga_bahan, upah, input_lain, faktor_konversi, koefisien_tenaga_kerja, output, bahan_baku, tenaga_kerja',
	en: 'output_price, raw_material_price, wage, other_inputs, conversion_factor, labour_coefficient, output, raw_material, labour',
};

/** A number typed as an option: an ambiguous one is refused with both readings (exit 2). */
export function typedNumber(text: string): number | Failure {
	const reading = readNumber(text);
	if (reading.status === 'ok' && reading.value !== null) return reading.value;
	const second = reading.alternatives[0];
	if (reading.status === 'ambiguous' && reading.value !== null && second) {
		const params = {
			text,
			first: writeNumber(reading.value, 'id'),
			second: writeNumber(second.value, 'id'),
			plain: plainNumberText(reading.value),
		};
		return new Failure([{ code: 'AMBIGUOUS_NUMBER', content: text, params }]);
	}
	return new Failure([{ code: reading.reason ?? 'NOT_A_NUMBER', content: text }], 2);
}

/** Every range asked for; an unknown name, an open range or an ambiguous number is a usage failure. */
export function rangesOf(call: Call): readonly SensitivityRange[] {
	return optionsOf(call, 'range').map((typed) => {
		const parts = /^([^=]+)=(.+?)\.\.(.+)$/.exec(typed);
		const wanted = plain(parts?.[1] ?? '');
		const input = inputs.find((candidate) => namesOf(candidate).some((name) => plain(name) === wanted));
		if (!parts || input === undefined) {
			const near = nearestWord(parts?.[1] ?? typed, shownNames[call.screen.locale].split(', '));
			const params = { typed, names: shownNames[call.screen.locale], ...(near ? { near } : {}) };
			throw new Failure([{ code: 'USAGE_RANGE', params }]);
		}
		const [low, high] = [typedNumber((parts[2] as string).trim()), typedNumber((parts[3] as string).trim())];
		if (low instanceof Failure) throw low;
		if (high instanceof Failure) throw high;
		if (low > high || low < 0) {
			throw new Failure([{ code: 'USAGE_RANGE', params: { typed, names: shownNames[call.screen.locale] } }]);
		}
		return { input, low, high };
	});
}
