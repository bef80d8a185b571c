/** What a search found: the name of its kind, and the page it stands on. */
import type { Found, FoundKind } from '#server/features/search/queries.ts';
import { m } from '#words/messages.js';

interface Kind {
	readonly name: () => string;
	/** Below the programme's address. */
	readonly path: (id: string) => string;
}

/** In the order in which they are shown. */
const kinds: Readonly<Record<FoundKind, Kind>> = {
	programme: { name: () => m.programme_list(), path: () => '' },
	person: { name: () => m.mapping_people(), path: (id) => `petakan/orang/${id}` },
	group: { name: () => m.mapping_groups(), path: (id) => `petakan/kelompok/${id}` },
	enterprise: { name: () => m.mapping_enterprises(), path: (id) => `petakan/usaha/${id}` },
	permit: { name: () => m.home_found_permits(), path: (id) => `petakan/usaha/${id}#izin` },
	stakeholder: { name: () => m.mapping_actors(), path: (id) => `petakan/pelaku?berakhir=ya#pelaku-${id}` },
	stream: { name: () => m.home_found_streams(), path: () => 'petakan/aliran' },
	agreement: { name: () => m.home_found_agreements(), path: () => 'petakan/aliran?berakhir=ya#kesepakatan' },
	finding: { name: () => m.mapping_findings(), path: () => 'petakan/temuan?selesai=ya' },
	study: { name: () => m.programme_studies(), path: (id) => `kajian/${id}` },
	price: { name: () => m.home_found_prices(), path: () => 'petakan/pelaku#harga' },
};

interface FoundGroup {
	readonly kind: FoundKind;
	readonly name: string;
	readonly items: readonly (Found & { readonly path: string })[];
}

/** By kind, in one order; a record that was found by its name and by its amount stands once. */
export const foundGroups = (found: readonly Found[]): FoundGroup[] =>
	(Object.keys(kinds) as FoundKind[]).flatMap((kind) => {
		const items = new Map<string, Found & { path: string }>();
		for (const one of found)
			if (one.kind === kind && !items.has(one.id + one.title))
				items.set(one.id + one.title, {
					...one,
					path: `/p/${one.slug}/${kinds[kind].path(one.id)}`.replace(/\/$/, ''),
				});
		return items.size === 0 ? [] : [{ kind, name: kinds[kind].name(), items: [...items.values()] }];
	});
