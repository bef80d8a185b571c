/** What somebody did, as the trail of changes tells it. */
import type { NamedRecord } from '#server/features/organisation/named-records.ts';
import { m } from '#words/messages.js';
import { mentionPath } from './forget-words.ts';

const words = m as unknown as Record<string, (() => string) | undefined>;

/** `enterprise.record` is "recorded an enterprise"; null for a verb of an older or newer program. */
export const trailWords = (verb: string): string | null =>
	words[`trail_${verb.replace(/[.-]/g, '_')}`]?.() ?? null;

/** The page where a record stands, without language; null for what has none. */
export function recordPath({ kind, id, slug }: NamedRecord): string | null {
	if (kind === null || slug === null) return null;
	return kind === 'programme' ? `/p/${slug}` : mentionPath({ kind, id, slug }, slug);
}
