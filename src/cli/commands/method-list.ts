/** `sentra metode daftar`: every method with id, version, formula, unit and source. */
import { m } from '#words/messages.js';
import { methods } from '#methods/index.ts';
import type { Answer, Call } from '../call.ts';
import { tableText } from '../table-text.ts';

export async function run(call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const list = Object.values(methods).map(({ id, version, formula, unit, source }) => ({
		id,
		version,
		formula,
		unit,
		source,
	}));
	const text = tableText(
		[
			{ label: m.cli_method_id({}, { locale }), align: 'left' },
			{ label: m.cli_method_version({}, { locale }), align: 'right' },
			{ label: m.cli_method_formula({}, { locale }), align: 'left' },
			...(call.screen.table
				? []
				: [
						{ label: m.cli_method_unit({}, { locale }), align: 'left' as const },
						{ label: m.cli_method_source({}, { locale }), align: 'left' as const },
					]),
		],
		list.map((one) => ({
			cells: [one.id, String(one.version), one.formula, ...(call.screen.table ? [] : [one.unit, one.source])],
		})),
		call.screen,
	);
	return { exit: 0, result: list, text };
}
