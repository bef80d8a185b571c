import type { PageServerLoad } from './$types';
import { listEnterprises } from '#server/features/enterprise/queries.ts';
import { listStakeholders } from '#server/features/stakeholder/queries.ts';
import { inProgramme } from '../../../programme.server.ts';
import { askedAfter, chosen, nextPage, villageChoices } from '../mapping.server.ts';

/** More than a page can be read through: the next ones are on the next. */
const MOST = 500;

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug, villages }) => {
		const villageCode = chosen(
			event,
			'desa',
			villages.map(({ code }) => code),
		);
		const after = askedAfter(event);
		const found = await listEnterprises(tx, actor.orgId, {
			...{ programmeId, villageCode, after },
			limit: MOST + 1,
		});
		const enterprises = found.slice(0, MOST);
		const stakeholders = await listStakeholders(tx, actor.orgId, { programmeId, villageCode });
		return {
			programme: { name, slug },
			villages: villageChoices(villages),
			filter: { villageCode },
			laterPage: after !== null,
			next: found.length > MOST ? nextPage(event.url, enterprises.at(-1)) : null,
			places: [
				...enterprises.map((one) => ({
					kind: 'enterprise' as const,
					id: one.enterpriseId,
					name: one.name,
					about: one.product,
					enterpriseKind: one.kind,
					actorGroup: null,
					villageName: one.villageName,
					latitude: one.latitude,
					longitude: one.longitude,
				})),
				...stakeholders.map((one) => ({
					kind: 'stakeholder' as const,
					id: one.stakeholderId,
					name: one.name,
					about: one.whatItDoes,
					enterpriseKind: null,
					actorGroup: one.actorGroup,
					villageName: one.villageName,
					latitude: one.latitude,
					longitude: one.longitude,
				})),
			],
		};
	});
