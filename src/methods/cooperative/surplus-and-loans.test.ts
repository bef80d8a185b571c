import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loanSchedule } from './loan-schedule.ts';
import { surplusShare } from './surplus-share.ts';
import type { SurplusShareInput } from './surplus-share.ts';

const sum = (amounts: readonly (number | string)[]): bigint =>
	amounts.reduce<bigint>((total, amount) => total + BigInt(amount), 0n);

const base = surplusShare.example;

describe('surplus of a co-operative', () => {
	it('gives every rupiah of it to somebody', () => {
		const amount = fc.integer({ min: 0, max: 1e9 });
		const member = fc.record({ transactions: amount, savings: amount });
		fc.assert(
			fc.property(amount, fc.array(member, { maxLength: 20 }), (surplus, members) => {
				const result = surplusShare.compute({ ...base, surplus, members }).result;
				const others =
					result?.allocation.filter(({ fund }) => fund === 'other').map((line) => line.amount) ?? [];
				const paid = sum(result?.members.map((line) => line.total) ?? []);
				expect(paid + sum(others) + BigInt(result?.reserve ?? -1)).toBe(BigInt(surplus));
			}),
		);
	});

	it('divides by business and by capital, capital for the part of the year', () => {
		const members = surplusShare.compute(base).result?.members;
		expect(members).toEqual([
			{ name: 'A', forBusiness: 1875000, forCapital: 1176471, total: 3051471 },
			{ name: 'B', forBusiness: 625000, forCapital: 823529, total: 1448529 },
		]);
		const without = surplusShare.compute({ ...base, resigned: 'excluded' }).result?.members;
		expect(without?.map(({ total }) => total)).toEqual([4500000, 0]);
	});

	it('works one slip out of the totals of the co-operative', () => {
		const input: SurplusShareInput = {
			...base,
			members: [{ transactions: 1000, savings: 100 }],
			totalTransactions: 10000,
			totalSavings: 1000,
		};
		const result = surplusShare.compute(input).result;
		expect(result?.members[0]?.total).toBe(450000);
		expect(result?.otherMembers).toBe(4050000);
		expect(surplusShare.compute({ ...input, totalSavings: 99 })).toMatchObject({
			reason: 'PART_ABOVE_WHOLE',
			at: 'totalSavings',
		});
	});

	it('refuses the public example that allocates 105 %', () => {
		const pcts = [40, 40, 5, 5, 5, 5, 5];
		const allocation = pcts.map((pct, k) => ({
			fund: k === 0 ? ('reserve' as const) : ('other' as const),
			pct,
		}));
		expect(surplusShare.compute({ ...base, allocation })).toMatchObject({
			status: 'invalid-input',
			reason: 'NOT_ONE_HUNDRED_PCT',
			warnings: [{ params: { pct: 105 } }],
		});
	});

	it('puts a pool nobody can claim into the reserve and says so, and distributes no loss', () => {
		const idle = surplusShare.compute({ ...base, members: [{ transactions: 0, savings: 5 }] });
		expect(idle.result?.reserve).toBe(6500000);
		expect(idle.warnings).toEqual([{ code: 'POOL_TO_RESERVE', at: 'members.transactions' }]);
		expect(surplusShare.compute({ ...base, surplus: -1 })).toMatchObject({
			status: 'undefined',
			reason: 'LOSS_NOT_DISTRIBUTED',
		});
	});

	it('keeps the surplus of non-members in the reserve unless told to distribute it', () => {
		const kept = surplusShare.compute({ ...base, nonMemberSurplus: 1000000 }).result;
		expect(kept?.reserve).toBe(0.4 * 9000000 + 1000000);
		const shared = surplusShare.compute({ ...base, nonMemberSurplus: 1000000, nonMember: 'distribute' });
		expect(shared.result?.reserve).toBe(4000000);
	});
});

describe('contracts', () => {
	it('pays a murabahah price to the last rupiah and recognises the margin with it', () => {
		const money = fc.integer({ min: 0, max: 1e9 });
		fc.assert(
			fc.property(money, money, fc.integer({ min: 1, max: 60 }), (principal, margin, periods) => {
				const lines =
					loanSchedule.compute({ contract: 'murabahah', principal, margin, periods }).result?.instalments ??
					[];
				expect(sum(lines.map(({ payment }) => payment))).toBe(BigInt(principal + margin));
				expect(sum(lines.map((line) => line.margin))).toBe(BigInt(margin));
				expect(lines.at(-1)?.outstanding).toBe(0);
				const payments = lines.map(({ payment }) => Number(payment));
				expect(Math.max(...payments) - Math.min(...payments)).toBeLessThanOrEqual(1);
				for (const line of lines) expect(Number(line.principal)).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it('repays of a qardh the principal alone, with the actual fee first', () => {
		const result = loanSchedule.compute({
			contract: 'qardh',
			principal: 1000,
			adminFee: 7,
			periods: 3,
		}).result;
		expect(result?.instalments.map(({ payment }) => payment)).toEqual([341, 333, 333]);
		expect(loanSchedule.compute({ contract: 'qardh', principal: 1000, margin: 1, periods: 3 })).toMatchObject(
			{
				reason: 'QARDH_HAS_RETURN',
			},
		);
	});

	it('shares profit by nisbah and a loss by capital', () => {
		const partners = [
			{ capital: 100, nisbahPct: 60 },
			{ capital: 0, nisbahPct: 40 },
		];
		const mudharabah = {
			contract: 'mudharabah',
			partners,
			results: [101, -50],
			nisbahBase: 'net-profit',
		} as const;
		const amounts = (input: Parameters<typeof loanSchedule.compute>[0]) =>
			loanSchedule.compute(input).result?.distributions.map((line) => line.amounts);
		expect(amounts(mudharabah)).toEqual([
			[61, 40],
			[-50, 0],
		]);
		expect(amounts({ ...mudharabah, negligence: true })?.[1]).toEqual([0, -50]);
		const joint = [
			{ capital: 75, nisbahPct: 50 },
			{ capital: 25, nisbahPct: 50 },
		];
		expect(amounts({ ...mudharabah, contract: 'musyarakah', partners: joint })).toEqual([
			[51, 50],
			[-38, -12],
		]);
		expect(loanSchedule.compute({ ...mudharabah, guaranteedReturn: true })).toMatchObject({
			reason: 'GUARANTEED_RETURN',
		});
		expect(loanSchedule.compute({ ...mudharabah, nisbahBase: undefined })).toMatchObject({
			at: 'nisbahBase',
		});
	});
});
