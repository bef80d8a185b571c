import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../db/testing.ts';
import { day, scene } from '../enterprise/testing.ts';
import type { Scene } from '../enterprise/testing.ts';
import { recordPermitCommand } from '../permit/commands.ts';
import { changeRuleSetCommand, saveRuleSetCommand } from './commands.ts';
import { judgePermits, requirementTable, ruleSetOn, ruleSets } from './queries.ts';
import { builtInRuleSet } from './schema.ts';

const house = testHouse();
let ours: Scene;
let theirs: Scene;

beforeAll(async () => {
	ours = await scene(house);
	theirs = await scene(house, 'Dinas Lain');
});

const own = {
	code: 'sertifikat-lahan',
	anyOf: ['other' as const],
	enterpriseKinds: ['food' as const],
	need: 'required' as const,
	nextStep: 'Tanyakan ke kantor desa',
	documents: ['Fotokopi sertifikat'],
	source: 'Syarat bantuan klaster Bintan',
};

describe('what is missing', () => {
	const states = (kind: Parameters<typeof judgePermits>[1], permits: Parameters<typeof judgePermits>[2]) =>
		judgePermits(builtInRuleSet, kind, permits, day).map(({ rule, state }) => [rule.code, state]);

	it('is everything at first, and only what the kind of enterprise needs', () => {
		expect(states('food', [])).toEqual([
			['nib', 'missing'],
			['food-permit', 'missing'],
			['halal', 'missing'],
			['siinas', 'missing'],
		]);
		expect(states('craft', []).map(([code]) => code)).toEqual(['nib', 'siinas']);
		expect(states('fishery', []).map(([code]) => code)).toEqual(['nib']);
	});

	it('is answered by either food permit, by the better of two, until its last day', () => {
		const food = (...ends: readonly (string | null)[]) =>
			states(
				'food',
				ends.map((expiresOn, index) => ({
					kind: index % 2 ? ('md' as const) : ('pirt' as const),
					expiresOn,
				})),
			)[1]?.[1];
		expect(food('2026-11-21')).toBe('expired');
		expect(food('2026-11-22')).toBe('ends-soon');
		expect(food('2027-02-20')).toBe('ends-soon');
		expect(food('2027-02-21')).toBe('held');
		expect(food('2026-11-21', '2030-01-01')).toBe('held');
		// Nobody wrote down until when: it is not said to hold.
		expect(food(null)).toBe('undated');
		expect(states('food', [{ kind: 'nib', expiresOn: null }])[0]).toEqual(['nib', 'held']);
	});

	it('stands in one table for a page of enterprises', async () => {
		const olikan = await ours.enterprise();
		await ours.enterprise({ name: 'KeCe', kind: 'craft' });
		await ours.does(recordPermitCommand, { permitId: v7(), enterpriseId: olikan, kind: 'nib', number: '1' });
		const { rows, ruleSet } = await ours.reads((tx) =>
			requirementTable(tx, ours.who.orgId, { programmeId: ours.programmeId, on: day }),
		);
		expect(ruleSet.verifiedWith).toBeNull();
		expect(rows.map(({ enterprise, states }) => [enterprise.name, states.map(({ state }) => state)])).toEqual(
			[
				['KeCe', ['missing', 'missing']],
				['OLIKAN', ['held', 'missing', 'missing', 'missing']],
			],
		);
	});
});

describe('the rules', () => {
	it('are the program’s until the organisation has its own from that day on, and nobody else’s', async () => {
		const at = (who: Scene, on: string) => who.reads((tx) => ruleSetOn(tx, who.who.orgId, on));
		expect(await at(ours, day)).toBe(builtInRuleSet);
		const ruleSetId = v7();
		const set = { ruleSetId, validFrom: day, rules: [own] };
		await ours.does(saveRuleSetCommand, set);
		expect((await at(ours, day)).rules).toEqual([own]);
		expect(await at(ours, '2026-11-21')).toBe(builtInRuleSet);
		expect(await at(theirs, day)).toBe(builtInRuleSet);
		await expect(ours.does(saveRuleSetCommand, { ...set, ruleSetId: v7() })).rejects.toMatchObject({
			code: 'already_there',
			field: 'validFrom',
		});
		const checked = { verifiedWith: 'DPMPTSP Sidoarjo', verifiedOn: day, rules: [own] };
		await ours.does(changeRuleSetCommand, { ruleSetId, version: 1, ...checked });
		expect(await at(ours, day)).toMatchObject({ ...checked, version: 2 });
		await ours.does(saveRuleSetCommand, { ruleSetId: v7(), validFrom: '2027-01-01', rules: [] });
		expect(await ours.reads((tx) => ruleSets(tx, ours.who.orgId))).toHaveLength(2);
		expect((await at(ours, day)).rules).toHaveLength(1);
	});

	it('are written by owner and manager, with different codes and both halves of a check', async () => {
		const save = (given: object, role?: Parameters<Scene['does']>[2]) =>
			ours.does(
				saveRuleSetCommand,
				{ ruleSetId: v7(), validFrom: '2028-01-01', rules: [own], ...given },
				role,
			);
		for (const role of ['facilitator', 'treasurer', 'member', 'auditor', 'guest'] as const)
			await expect(save({}, role)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(save({ rules: [own, own] })).rejects.toMatchObject({ code: 'input_not_readable' });
		await expect(save({ rules: [{ ...own, anyOf: [] }] })).rejects.toMatchObject({
			code: 'input_not_readable',
		});
		await expect(save({ verifiedWith: 'DPMPTSP' })).rejects.toMatchObject({ code: 'name_missing' });
	});
});
