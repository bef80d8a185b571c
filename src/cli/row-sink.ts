/** Where computed rows go: a file, one JSON object, JSON lines, tab-separated text, or an aligned table on a terminal. */
import { m } from '#words/messages.js';
import { hayamiRow } from '#methods/value-added/hayami-rows.ts';
import { rowLabel } from '#reports/row-label.ts';
import { Failure, optionOf } from './call.ts';
import type { Call } from './call.ts';
import type { CostRow } from './cost-rows.ts';
import { envelope } from './envelope.ts';
import { figureKeys, RowWriter } from './row-writer.ts';
import type { RowFormat } from './row-writer.ts';
import { writeOut } from './streams.ts';
import { tableText } from './table-text.ts';
import { openPending } from './write-file.ts';
import type { PendingFile } from './write-file.ts';

/** A table for a person at the terminal; longer ones scroll past as plain lines. */
const MOST_ON_SCREEN = 200;

export interface Sink {
	add(row: CostRow): void;
	readonly full: boolean;
	flush(): Promise<void>;
}

/** A JSON array inside the one object, written as it comes: `{"version":...,"result":{"products":[...]}, ...}`. */
function jsonSink(call: Call): Sink & { open(): void } {
	let text = '';
	let first = true;
	return {
		open() {
			const head = envelope({ exit: 0, result: null }, call);
			text += `{"version":${JSON.stringify(head.version)},"command":${JSON.stringify(head.command)},"result":{"products":[`;
		},
		add({ name, values, figures }) {
			const input = { ...values };
			text += `${first ? '' : ','}\n${JSON.stringify({ name, input, status: 'ok', result: figures })}`;
			first = false;
		},
		get full() {
			return text.length > 512 * 1024;
		},
		async flush() {
			const piece = text;
			text = '';
			await writeOut(piece);
		},
	};
}

/** Rows kept for an aligned table; when there are too many, they go out as plain lines. */
function screenSink(call: Call): Sink {
	const kept: { name: string; figures: CostRow['figures'] }[] = [];
	let plain: RowWriter | null = null;
	const { locale } = call.screen;
	return {
		add(row) {
			if (plain) return plain.add(row);
			kept.push({ name: row.name, figures: row.figures });
			if (kept.length <= MOST_ON_SCREEN) return undefined;
			plain = new RowWriter('tsv', writeOut);
			for (const each of kept) plain.add({ ...row, ...each });
			return undefined;
		},
		get full() {
			return plain?.full ?? false;
		},
		async flush() {
			if (plain) return plain.flush();
			const shown = figureKeys.filter((key) => !key.startsWith('margin') && key !== 'labourCoefficient');
			const text = tableText(
				[
					{ label: m.cli_column_name({}, { locale }), align: 'left' },
					...shown.map((key) => ({
						label: `${hayamiRow(key).row} ${rowLabel(key, locale)}`,
						align: 'right' as const,
					})),
				],
				kept.map((row) => ({
					cells: [row.name, ...shown.map((key) => ({ value: row.figures[key], decimals: 2 }))],
				})),
				call.screen,
			);
			return writeOut(text);
		},
	};
}

function fileFormat(target: string): RowFormat {
	const ending = /\.(csv|tsv|jsonl)$/i.exec(target)?.[1]?.toLowerCase();
	if (ending === undefined) {
		throw new Failure([{ code: 'USAGE_FORMAT', params: { typed: target, names: '.csv, .tsv, .jsonl' } }]);
	}
	return ending as RowFormat;
}

/** The sink that the options ask for. Fails with exit 2 for an unknown ending, 6 when the file may not be written. */
export async function sinkFor(call: Call): Promise<{ sink: Sink; pending: PendingFile | null }> {
	const target = optionOf(call, 'to');
	if (target !== undefined) {
		const format = fileFormat(target);
		const pending = await openPending(target, call);
		const send = async (bytes: Uint8Array) => {
			await pending.handle.write(bytes);
		};
		return { sink: new RowWriter(format, send), pending };
	}
	if (call.json) {
		const sink = jsonSink(call);
		sink.open();
		return { sink, pending: null };
	}
	if (call.jsonl) return { sink: new RowWriter('jsonl', writeOut), pending: null };
	return { sink: call.screen.table ? screenSink(call) : new RowWriter('tsv', writeOut), pending: null };
}
