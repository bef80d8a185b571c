/** The words of forgetting a person: which records still name her, where they are put right, and what is gone. */
import type { ForgottenValue } from '#server/db/personal-values.ts';
import type { Mention } from '#server/features/person/mentions.ts';
import { m } from '#words/messages.js';

type Kind = Mention['kind'];

const kinds: Readonly<Record<Kind, { readonly words: () => string; readonly path: (id: string) => string }>> =
	{
		person: { words: m.forget_kind_person, path: (id) => `petakan/orang/${id}` },
		group: { words: m.forget_kind_group, path: (id) => `petakan/kelompok/${id}` },
		enterprise: { words: m.forget_kind_enterprise, path: (id) => `petakan/usaha/${id}` },
		stakeholder: { words: m.forget_kind_stakeholder, path: () => 'petakan/pelaku' },
		finding: { words: m.forget_kind_finding, path: () => 'petakan/temuan' },
		stream: { words: m.forget_kind_stream, path: () => 'petakan/aliran' },
		agreement: { words: m.forget_kind_agreement, path: () => 'petakan/aliran?berakhir=ya#kesepakatan' },
		'chain-price': { words: m.forget_kind_chain_price, path: () => 'petakan/pelaku#harga' },
		programme: { words: m.forget_kind_programme, path: () => 'ubah' },
		study: { words: m.forget_kind_study, path: (id) => `kajian/${id}` },
		'guest-link': { words: m.forget_kind_guest_link, path: () => 'tamu' },
	};

export const mentionWords = (kind: Kind): string => kinds[kind].words();

/** The address where a record is changed, without language: in its own programme, or in the one where we are. */
export const mentionPath = ({ kind, id, slug }: Omit<Mention, 'title'>, here: string): string =>
	`/p/${slug ?? here}/${kinds[kind].path(id)}`;

/** Whether a value of the trail was taken out because somebody asked to be forgotten. */
export const isForgotten = (value: unknown): value is ForgottenValue =>
	typeof value === 'object' && value !== null && 'forgotten' in value && Object.keys(value).length === 1;
