/** `sentra metode jelaskan ID`: formula, unit, source, variants, an example, and the input as JSON Schema. */
import { m } from '#words/messages.js';
import { jsonSchema } from '#inputs/json-schema.ts';
import { methodSchemas } from '#inputs/method-schemas.ts';
import type { Answer, Call } from '../call.ts';
import { findMethod } from '../find-method.ts';

export async function run(call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const found = findMethod(call.words[0] as string);
	const { id, version, formula, unit, source, variants = {}, example } = found;
	const schema = methodSchemas[id as keyof typeof methodSchemas];
	const input = jsonSchema(schema);
	const result = { id, version, formula, unit, source, variants, input, example };
	const lines = [
		`${id} (${m.cli_method_version({}, { locale })} ${version})`,
		'',
		`${m.cli_method_formula({}, { locale })}: ${formula}`,
		`${m.cli_method_unit({}, { locale })}: ${unit}`,
		`${m.cli_method_source({}, { locale })}: ${source}`,
		...(Object.keys(variants).length > 0 ? ['', `${m.cli_method_variants({}, { locale })}:`] : []),
		...Object.entries(variants).map(([name, text]) => `  ${name}: ${text}`),
		'',
		`${m.cli_method_example({}, { locale })}:`,
		`  echo '${JSON.stringify(example)}' | sentra ${locale === 'id' ? 'metode jalankan' : 'method run'} ${id}`,
		'',
		m.cli_method_schema_hint({ id }, { locale }),
	];
	return {
		exit: 0,
		result,
		text: lines.join('\n'),
		sources: [{ kind: 'method', id, version, source }],
	};
}
