/** `sentra contoh [nama]`: the examples that came with the package; prints one, or writes it with `--ke`. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { m } from '#words/messages.js';
import { Failure, optionOf } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { findExample, listExamples } from '../read-source.ts';
import { tableText } from '../table-text.ts';
import { workbookOf } from '../workbook.ts';
import { writeWhole } from '../write-file.ts';

async function list(call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const examples = await Promise.all(
		(await listExamples()).map(async (example) => {
			const { workbook } = await workbookOf(`contoh:${example.name}`, call);
			return {
				name: example.name,
				use: `contoh:${example.name}`,
				sheets: workbook.grids.map((grid) => grid.name),
			};
		}),
	);
	const text = tableText(
		[
			{ label: m.cli_example_name({}, { locale }), align: 'left' },
			{ label: m.cli_example_sheets({}, { locale }), align: 'left' },
		],
		examples.map((example) => ({ cells: [example.use, example.sheets.join('; ')] })),
		call.screen,
	);
	return {
		exit: 0,
		result: examples,
		text,
		notes: call.screen.table ? [m.cli_example_hint({}, { locale })] : [],
	};
}

async function write(path: string, target: string, call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const [has, wants] = [extname(path), extname(target).toLowerCase()];
	if (wants !== has) {
		throw new Failure([{ code: 'USAGE_EXAMPLE_FORMAT', at: { file: target }, params: { format: has } }]);
	}
	await writeWhole(target, await readFile(path), call);
	return { exit: 0, result: { written: target }, notes: [m.cli_written({ file: target }, { locale })] };
}

export async function run(call: Call): Promise<Answer> {
	const [name] = call.words;
	const target = optionOf(call, 'to');
	if (name === undefined) {
		if (target !== undefined) throw new Failure([{ code: 'USAGE_EXAMPLE_NAME' }]);
		return list(call);
	}
	const example = await findExample(name);
	if (target !== undefined) return write(example.path, target, call);
	const { workbook } = await workbookOf(`contoh:${example.name}`, call);
	const text = workbook.grids
		.map((grid) => {
			const columns = Math.max(...grid.rows.map((row) => row.length), 1);
			const lines = grid.rows.map((row) =>
				Array.from({ length: columns }, (_, at) => (row[at]?.text ?? '').replace(/[\t\r\n]+/g, ' ')).join(
					'\t',
				),
			);
			return [`# ${grid.name}`, ...lines, ''].join('\n');
		})
		.join('\n');
	const result = workbook.grids.map((grid) => ({
		name: grid.name,
		rows: grid.rows.map((row) => row.map((cell) => cell.number ?? cell.text)),
	}));
	return { exit: 0, result, text, sources: [{ kind: 'example', id: example.name }] };
}
