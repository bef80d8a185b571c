/** `sentra angka TEXT...`: how the number reader reads a text; `-` reads one text a line from stdin. */
import { m } from '#words/messages.js';
import { readNumber } from '#inputs/number-reader.ts';
import type { NumberReading } from '#inputs/number-reading.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { noteText } from '#reports/note-text.ts';
import { problemText } from '#reports/problem-text.ts';
import { Failure } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { readStdin, writeNote } from '../streams.ts';

const MOST_STDIN = 16 * 1024 * 1024;

interface NumberJson {
	readonly status: 'ok' | 'ambiguous' | 'refused';
	readonly value: number | null;
	readonly alternatives: readonly number[];
	readonly text: string;
	readonly [more: string]: unknown;
}

/** The reading under the keys of `--json`; a text without a number counts as refused here. */
export function numberJson(reading: NumberReading): NumberJson {
	const status = reading.status === 'empty' ? 'refused' : reading.status;
	return {
		status,
		value: reading.value,
		alternatives: reading.alternatives.map((other) => other.value),
		text: reading.text,
		readings: reading.alternatives.map((other) => ({ value: other.value, text: other.text })),
		unit: reading.unit ?? null,
		decimals: reading.decimals,
		style: reading.style,
		notes: reading.notes,
		...(status === 'refused' ? { reason: reading.reason ?? 'EMPTY' } : {}),
	};
}

function spokenLine(reading: NumberReading, call: Call): string {
	const { locale } = call.screen;
	const parts = reading.notes.map((note) => noteText(note.code, note.params, locale));
	if (reading.status === 'ambiguous' && reading.value !== null) {
		const others = reading.alternatives.map((other) => writeNumber(other.value, locale)).join(', ');
		parts.unshift(m.cli_number_ambiguous({ value: writeNumber(reading.value, locale), others }, { locale }));
	}
	return parts.join(' ');
}

function dataLine(reading: NumberReading, call: Call): string {
	if (reading.value === null) return '';
	const { numbers } = call.screen;
	return numbers === 'raw' ? String(reading.value) : writeNumber(reading.value, numbers);
}

async function textsOf(call: Call): Promise<readonly string[]> {
	if (call.words.length !== 1 || call.words[0] !== '-') return call.words;
	const bytes = await readStdin(MOST_STDIN);
	if (bytes === null) throw new Failure([{ code: 'FILE_TOO_LARGE', at: { file: 'stdin' } }]);
	const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
	if (lines.at(-1) === '') lines.pop();
	if (lines.length === 0) throw new Failure([{ code: 'FILE_EMPTY', at: { file: 'stdin' } }]);
	return lines;
}

function refusalOf(reading: NumberReading): Failure {
	const proposal = reading.alternatives[0]?.value;
	return new Failure(
		[
			{
				code: reading.reason ?? 'NOT_A_NUMBER',
				content: reading.text.slice(0, 200),
				...(proposal === undefined ? {} : { params: { proposal } }),
			},
		],
		2,
	);
}

/** Exit 2 when any text was refused; an ambiguous text alone is an answer with its alternatives. */
export async function run(call: Call): Promise<Answer> {
	const readings = (await textsOf(call)).map((text) => readNumber(text, { arithmetic: true }));
	const refused = readings.filter((reading) => reading.value === null);
	const exit = refused.length > 0 ? 2 : 0;
	const json = readings.map(numberJson);
	const result = json.length === 1 ? json[0] : json;
	const [only] = readings;
	if (!call.json && !call.jsonl && readings.length === 1 && only && exit === 2) throw refusalOf(only);
	if (call.jsonl) return { exit, result, text: json.map((one) => JSON.stringify(one)).join('\n') };
	if (!call.json) {
		for (const reading of readings) {
			const line =
				reading.value === null
					? problemText({ code: reading.reason ?? 'NOT_A_NUMBER' }, call.screen.locale).what
					: spokenLine(reading, call);
			if (line) writeNote(readings.length > 1 ? `"${reading.text}": ${line}` : line);
		}
	}
	return { exit, result, text: readings.map((reading) => dataLine(reading, call)).join('\n') };
}
