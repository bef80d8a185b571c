/** The words of what is kept of people and groups, and the choices that a form offers of them. */
import { m } from '#words/messages.js';

type Words = Readonly<Record<string, () => string>>;

const saying =
	<Known extends Words>(words: Known) =>
	(code: keyof Known): string =>
		words[code]?.() ?? String(code);

const choices = (words: Words) => (): { value: string; label: string }[] =>
	Object.entries(words).map(([value, label]) => ({ value, label: label() }));

const sexes = { female: m.people_sex_female, male: m.people_sex_male };
export const sexWords = saying(sexes);
export const sexChoices = choices(sexes);

const removals: Words = {
	moved: m.people_reason_moved,
	died: m.people_reason_died,
	double: m.people_reason_double,
	asked: m.people_reason_asked,
	mistake: m.people_reason_mistake,
};
export const removalWords = saying(removals);
export const removalChoices = choices(removals);

const sensitivities = { child: m.people_sensitive_child, marked: m.people_sensitive_marked };
export const sensitivityWords = saying(sensitivities);

const relations = {
	head: m.people_relation_head,
	spouse: m.people_relation_spouse,
	child: m.people_relation_child,
	parent: m.people_relation_parent,
	other: m.people_relation_other,
};
export const relationWords = saying(relations);
/** The head is chosen with a form of its own. */
export const relationChoices = () => choices(relations)().filter(({ value }) => value !== 'head');

const purposes = {
	record: m.people_purpose_record,
	story: m.people_purpose_story,
	photo: m.people_purpose_photo,
	publish: m.people_purpose_publish,
	share: m.people_purpose_share,
	research: m.people_purpose_research,
};
export const purposeWords = saying(purposes);
export const purposeChoices = choices(purposes);

const ways = {
	spoken: m.people_how_spoken,
	written: m.people_how_written,
	thumbprint: m.people_how_thumbprint,
	recorded: m.people_how_recorded,
	digital: m.people_how_digital,
};
export const wayWords = saying(ways);
export const wayChoices = choices(ways);

const groupRoles = {
	chair: m.groups_role_chair,
	secretary: m.groups_role_secretary,
	treasurer: m.groups_role_treasurer,
	member: m.groups_role_member,
};
export const groupRoleWords = saying(groupRoles);
export const groupRoleChoices = choices(groupRoles);

const groupRemovals: Words = {
	dissolved: m.groups_reason_dissolved,
	left: m.groups_reason_left,
	double: m.groups_reason_double,
	mistake: m.groups_reason_mistake,
};
export const groupRemovalWords = saying(groupRemovals);
export const groupRemovalChoices = choices(groupRemovals);

/** An address that opens WhatsApp with a number as people write it; null when it cannot be one. */
export function whatsappLink(phone: string): string | null {
	const figures = phone.replace(/\D/g, '').replace(/^0/, '62');
	return /^62\d{8,13}$/.test(figures) ? `https://wa.me/${figures}` : null;
}
