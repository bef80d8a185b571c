/** What every file says of itself: of what, by whom, for what, and what is not in it. */
import { said } from './export-words.ts';
import type { Language } from './export-words.ts';
import type { ExportUse } from './schema.ts';

export interface About {
	readonly exportId: string;
	readonly programme: string;
	readonly slug: string;
	readonly organisation: string;
	readonly use: ExportUse;
	readonly purpose: string;
	readonly at: Date;
	/** People that are kept back because they did not agree to publication or are to be careful with. */
	readonly heldBack: number;
	/** Only some villages are shown to who made it. */
	readonly narrow: boolean;
	/** The edition of the official areas: `idn-area-data 4.0.1`. */
	readonly areas: string | null;
}

/** Label and sentence, line by line. */
export function aboutLines(about: About, language: Language): [label: string, text: string][] {
	const { use, heldBack, narrow, areas } = about;
	const line = (name: string, params: Record<string, string | number> = {}): [string, string] => [
		said(`export_about_${name}_label`, language),
		said(`export_about_${name}`, language, params),
	];
	return [
		line('programme', { programme: about.programme, organisation: about.organisation }),
		line('made', { moment: about.at.toISOString() }),
		[said('export_about_purpose_label', language), about.purpose],
		use === 'inside' ? line('inside') : line('publish'),
		...(use === 'publish' ? [line('held_back', { count: heldBack }), line('small')] : []),
		...(narrow ? [line('narrow')] : []),
		line('identity'),
		line('empty'),
		line('guard'),
		line('licence', { organisation: about.organisation }),
		...(areas === null ? [] : [line('areas', { areas })]),
	];
}
