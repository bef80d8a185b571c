import { describe, expect, it } from 'vitest';
import type { ListedParty } from '#server/features/party/queries.ts';
import { enterpriseChoices, partyChoices, withStream, withVillage } from './own-choice.ts';

const one = (kind: ListedParty['kind'], id: string, name: string, ended = false): ListedParty => ({
	...{ kind, id, name, ended },
	...{ actorGroup: kind === 'stakeholder' ? 'business' : null, villageCode: null },
});
const parties = [
	one('enterprise', 'a', 'OLIKAN'),
	one('enterprise', 'b', 'Cabut duri', true),
	one('stakeholder', 'c', 'Kantin'),
	one('stakeholder', 'd', 'Kantin lama', true),
];
const said = (choices: readonly { value: string; label: string }[]) =>
	choices.map(({ value, label }) => `${value} ${label}`);

describe('the choices of a side', () => {
	it('leave out what has ended, except where the record names it', () => {
		expect(said(partyChoices(parties))).toEqual(['enterprise:a OLIKAN', 'stakeholder:c Kantin']);
		expect(said(partyChoices(parties, 'enterprise:b', 'stakeholder:d'))).toEqual([
			'enterprise:a OLIKAN',
			'enterprise:b Cabut duri (tidak aktif lagi)',
			'stakeholder:c Kantin',
			'stakeholder:d Kantin lama (tidak aktif lagi)',
		]);
	});

	it('hold an own side that nobody here sees, without its name', () => {
		expect(said(partyChoices(parties, 'enterprise:x', null))).toContain('enterprise:x pelaku di desa lain');
		expect(said(enterpriseChoices(parties, 'x'))).toEqual(['a OLIKAN', 'x pelaku di desa lain']);
		expect(said(enterpriseChoices(parties, 'b'))).toEqual(['a OLIKAN', 'b Cabut duri (tidak aktif lagi)']);
		expect(said(withStream([], 's'))).toEqual(['s hasil samping di desa lain']);
		expect(withStream([], null)).toEqual([]);
	});
});

describe('the choices of a village', () => {
	const offered = [{ value: '3515142003', label: 'Kalanganyar' }];
	it('hold the record’s own when the programme has left it, and once', () => {
		const left = { villageCode: '2102050001', villageName: 'Sungai Lekop' };
		expect(said(withVillage(offered, left))).toEqual(['3515142003 Kalanganyar', '2102050001 Sungai Lekop']);
		expect(withVillage(offered, { villageCode: '3515142003', villageName: 'Kalanganyar' })).toBe(offered);
		expect(withVillage(offered, { villageCode: null, villageName: null })).toBe(offered);
	});
});
