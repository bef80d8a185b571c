/** What the studies of a programme say in short: the first sentence of each, and what a check of tables found. */
import type { TransactionSql } from 'postgres';
import type { ToolId } from '#inputs/tool-content.ts';
import type { Block } from '#reports/block.ts';
import { studyReport } from './engine.ts';

type Locale = 'id' | 'en';

export interface StudySaid {
	readonly studyId: string;
	/** Empty while too little is typed. */
	readonly sentence: string;
	/** Of a check: the figures that do not follow from the others, each with what it should be. */
	readonly findings: readonly string[];
}

/** So many findings stand on the page of a programme; the study has them all. */
const MOST_FINDINGS = 8;

/** A finding is a heading with its mark, and the list below it says how it was worked out. */
function findingsIn(blocks: readonly Block[]): string[] {
	return blocks.flatMap((block, index) => {
		if (block.kind !== 'heading' || block.level !== 3 || !/^[≠⚑]/.test(block.text)) return [];
		const below = blocks[index + 1];
		const [how = ''] = below?.kind === 'list' ? [below.items.slice(0, 2).join('; ')] : [];
		return [how === '' ? block.text : `${block.text}: ${how}`];
	});
}

function saidOf(kind: ToolId, content: unknown, locale: Locale): Omit<StudySaid, 'studyId'> {
	const blocks = studyReport(kind, content, { locale })?.blocks ?? [];
	const first = blocks.find((block) => block.kind === 'sentence');
	return {
		sentence: first?.kind === 'sentence' ? first.text : '',
		findings: kind === 'table-check' ? findingsIn(blocks).slice(0, MOST_FINDINGS) : [],
	};
}

/**
 * Worked out once for each content: a version never changes, and a ranking with its ten thousand draws is no work for
 * every look at a page. The key holds the hash of the content, which only who may read the content is given.
 */
const known = new Map<string, Omit<StudySaid, 'studyId'>>();
const MOST_KNOWN = 500;

/** What each study of a programme says that the actor sees, by its newest version. */
export async function saidByStudies(
	tx: TransactionSql,
	orgId: string,
	programmeId: string,
	locale: Locale,
): Promise<StudySaid[]> {
	const studies = await tx<{ studyId: string; kind: ToolId; hash: string; number: number }[]>`
		select study.study_id as "studyId", study.kind, encode(input_sha256, 'hex') as hash, study_version.number
		from study join study_version on study_version.org_id = ${orgId}
			and study_version.study_id = study.study_id and study_version.number = study.version
		where study.org_id = ${orgId} and study.programme_id = ${programmeId}
		order by study.study_id`;
	const said: StudySaid[] = [];
	for (const { studyId, kind, hash, number } of studies) {
		const key = `${locale} ${kind} ${hash}`;
		let words = known.get(key);
		if (words === undefined) {
			const [version] = await tx<{ content: unknown }[]>`
				select content from study_version
				where org_id = ${orgId} and study_id = ${studyId} and number = ${number}`;
			words = saidOf(kind, version?.content, locale);
			const [oldest] = known.keys();
			if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
			known.set(key, words);
		}
		said.push({ studyId, ...words });
	}
	return said;
}
