import type { PageServerLoad } from './$types';
import { heading, kindTitle, meaning, unitWords } from '#server/features/export/export-words.ts';
import { kinds } from '#server/features/export/kinds.ts';
import { inProgramme } from '../../../programme.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, (_, __, programme) => {
		const { locale } = event.locals;
		const tables = kinds.map(({ id, insideOnly = false, columns }) => ({
			id,
			title: kindTitle(id, locale),
			insideOnly,
			columns: columns.map((column) => ({
				name: column.name,
				heading: heading(column, locale),
				meaning: meaning(column, locale),
				unit: unitWords(column, locale),
				inside: insideOnly || column.published === 'nothing',
			})),
		}));
		return Promise.resolve({ programme, tables });
	});
