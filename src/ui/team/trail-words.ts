/** What somebody did, as the trail of changes tells it. */
import { m } from '#words/messages.js';

const words = m as unknown as Record<string, (() => string) | undefined>;

/** `enterprise.record` is "recorded an enterprise"; null for a verb of an older or newer program. */
export const trailWords = (verb: string): string | null =>
	words[`trail_${verb.replace(/[.-]/g, '_')}`]?.() ?? null;
