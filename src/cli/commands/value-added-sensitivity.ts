/** `sentra nilai-tambah kepekaan FILE`: which input decides, and how far each may go before profit is gone. */
import { m } from '#words/messages.js';
import { hayamiBreakEven } from '#methods/value-added/break-even.ts';
import { hayamiSensitivity } from '#methods/value-added/sensitivity.ts';
import type { HayamiResultKey } from '#methods/value-added/hayami-rows.ts';
import { tornadoBlock } from '#reports/value-added-charts.ts';
import { breakEvenTable } from '#reports/value-added-tables.ts';
import { reasonText, warningText } from '#reports/warning-text.ts';
import { Failure, optionOf } from '../call.ts';
import type { Answer, Call, Source } from '../call.ts';
import { rangesOf } from '../ranges.ts';
import { studyOf } from '../study.ts';
import { blockText } from '../table-text.ts';

const sourcesOf = (): Source[] =>
	[hayamiSensitivity, hayamiBreakEven].map(({ id, version, source }) => ({
		kind: 'method' as const,
		id,
		version,
		source,
	}));

export async function run(call: Call): Promise<Answer> {
	const { locale, table } = call.screen;
	const ranges = rangesOf(call);
	const measure = (optionOf(call, 'target') ?? 'profit') as HayamiResultKey;
	const { study, sources, warnings } = await studyOf(call.words[0] as string, call);
	let exit = 0;
	const spoken = [...warnings];
	const text: string[] = [];
	const result = study.products.map((product) => {
		const moved = hayamiSensitivity.compute({ base: product.input, measure, ranges });
		const limits = hayamiBreakEven.compute(product.input);
		if (moved.status !== 'ok') {
			exit = 4;
			spoken.push({
				code: moved.reason ?? moved.status,
				text: `${product.name}: ${reasonText(moved.reason, moved.at, locale)}`,
				product: product.name,
			});
		}
		for (const warning of [...moved.warnings, ...limits.warnings]) {
			spoken.push({
				code: warning.code,
				text: `${product.name}: ${warningText(warning, locale)}`,
				product: product.name,
			});
		}
		const chart = tornadoBlock(product, { locale, measure, ranges, source: study.source });
		const breakEven = breakEvenTable(product, locale);
		const title = table ? `${product.name}. ${chart?.title ?? ''}`.trim() : `# ${product.name}`;
		if (chart) text.push(`${title}\n\n${blockText(chart.table, call.screen)}`);
		if (breakEven)
			text.push(`${table ? '' : '# '}${breakEven.caption}\n${blockText(breakEven, call.screen)}`);
		return { name: product.name, status: moved.status, sensitivity: moved.result, breakEven: limits.result };
	});
	const notes = spoken.map((warning) => `${m.cli_note({}, { locale })}: ${warning.text}`);
	const answer = {
		exit,
		result: { measure, products: result },
		warnings: spoken,
		sources: [...sourcesOf(), ...sources],
	};
	const target = optionOf(call, 'to');
	if (target === undefined) return { ...answer, text: text.join('\n'), notes };
	if (exit !== 0) throw new Failure([{ code: 'MISSING_INPUT', at: { file: call.words[0] as string } }]);
	const { writeStudy } = await import('../study-file.ts');
	await writeStudy(study, target, call, { ranges: study.products.map(() => ranges) });
	return { ...answer, notes: [...notes, m.cli_written({ file: target }, { locale })] };
}
