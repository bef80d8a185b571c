/** Numbers of identity cards and permits: one planted fault a rule, in a number that is right otherwise. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDay, readDay } from '../numeric/calendar-day.ts';
import { eligibility } from './eligibility.ts';
import { judgeDocument } from './evidence-document.ts';
import { foodPermitFault, productKinds, readFoodPermit } from './food-permit.ts';
import { readHalalCertificate } from './halal-certificate.ts';
import { readNib } from './nib.ts';
import { maskedNik } from './masked-nik.ts';
import { readNik } from './nik.ts';
import { provinceCodes } from './province-codes.ts';

const codes = ({ problems }: { problems: readonly { code: string }[] }) => problems.map(({ code }) => code);
const planted = (text: string, from: number, part: string) =>
	text.slice(0, from - 1) + part + text.slice(from - 1 + part.length);

describe('NIK', () => {
	const good = '2101054708900003';

	it('tells where somebody was first registered, whether a woman, and when born', () => {
		expect(readNik(good)).toEqual({
			shown: '2101**********03',
			problems: [],
			hints: [{ code: 'NIK_REGION_IS_A_HINT', at: 'regency', params: { from: 1, to: 4 } }],
			parts: {
				province: 'Kepulauan Riau',
				regencyCode: '2101',
				woman: true,
				birthDates: ['1990-08-07', '2090-08-07'],
			},
		});
		expect(readNik('2101 0507 0890 0003').parts?.woman).toBe(false);
	});

	it.each([
		['NIK_NOT_DIGITS', 'nik', '21010547O8900003'],
		['NIK_NOT_16_DIGITS', 'nik', good.slice(1)],
		['NIK_PROVINCE_UNKNOWN', 'province', planted(good, 1, '20')],
		['NIK_REGION_ZERO', 'regency', planted(good, 3, '00')],
		['NIK_REGION_ZERO', 'district', planted(good, 5, '00')],
		['NIK_DAY', 'day', planted(good, 7, '00')],
		['NIK_DAY', 'day', planted(good, 7, '32')],
		['NIK_DAY', 'day', planted(good, 7, '40')],
		['NIK_DAY', 'day', planted(good, 7, '72')],
		['NIK_MONTH', 'month', planted(good, 9, '13')],
		['NIK_MONTH', 'month', planted(good, 9, '00')],
		['NIK_NO_SUCH_DATE', 'birth', planted(good, 7, '710290')],
		['NIK_NO_SUCH_DATE', 'birth', planted(good, 7, '310490')],
		['NIK_NO_SUCH_DATE', 'birth', planted(good, 7, '290201')],
		['NIK_SERIAL_ZERO', 'serial', planted(good, 13, '0000')],
	])('%s in %s, and no other fault', (code, at, number) => {
		const { problems, hints } = readNik(number);
		expect(problems.map((one) => [one.code, one.at])).toEqual([[code, at]]);
		expect(hints).toEqual([]);
	});

	it('takes 29 February of a century that had one', () => {
		expect(readNik(planted(good, 7, '290200')).parts?.birthDates).toEqual(['2000-02-29']);
	});

	it('is right for every day of a life, and every province, whoever is born', () => {
		const day = fc.integer({ min: readDay('1930-01-01') ?? 0, max: readDay('2029-12-31') ?? 0 });
		const born = fc.record({
			day,
			woman: fc.boolean(),
			province: fc.constantFrom(...provinceCodes.keys()),
			serial: fc.integer({ min: 1, max: 9999 }),
		});
		fc.assert(
			fc.property(born, (one) => {
				const date = writeDay(one.day) ?? '';
				const [year = '', month = '', dayOfMonth = ''] = date.split('-');
				const shifted = String(Number(dayOfMonth) + (one.woman ? 40 : 0)).padStart(2, '0');
				const serial = String(one.serial).padStart(4, '0');
				const { problems, parts } = readNik(`${one.province}0102${shifted}${month}${year.slice(2)}${serial}`);
				expect(problems).toEqual([]);
				expect(parts?.woman).toBe(one.woman);
				expect(parts?.birthDates).toContain(date);
			}),
		);
	});

	it('is never shown whole, whatever was typed', () => {
		expect(maskedNik(good)).toBe('2101**********03');
		expect(maskedNik('21010547089000')).toBe('****************');
		fc.assert(
			fc.property(fc.stringMatching(/^\d{5,20}$/), (typed) => {
				expect(JSON.stringify(judgeDocument({ kind: 'nik', number: typed }, '2026-01-01'))).not.toContain(
					typed,
				);
			}),
		);
	});
});

describe('NIB', () => {
	it('is 13 digits without a check digit', () => {
		expect(readNib(' NIB: 0220 1001 2345 6 ')).toEqual({
			shown: '0220100123456',
			problems: [],
			hints: [{ code: 'NIB_NO_CHECK_DIGIT', at: 'nib' }],
			parts: { digits: '0220100123456' },
		});
	});

	it.each([
		['NIB_NOT_DIGITS', '022010012345A'],
		['NIB_NOT_DIGITS', ''],
		['NIB_NOT_13_DIGITS', '022010012345'],
		['NIB_NOT_13_DIGITS', '02201001234567'],
	])('%s: %s', (code, number) => {
		expect(codes(readNib(number))).toEqual([code]);
		expect(readNib(number).parts).toBeNull();
	});
});

describe('SPP-PIRT', () => {
	const good = '202210101001228';

	it('says packaging, food, place, serials and the year of its end', () => {
		for (const text of [
			good,
			'P-IRT No. 2022101010012-28',
			'PIRT: 2022101010012 28',
			'SPP-IRT No 2022101010012-28',
		])
			expect(readFoodPermit(text, { year: 2026, product: 'dry-or-shelf-stable' })).toEqual({
				shown: '2022101010012-28',
				problems: [],
				hints: [],
				parts: {
					packaging: 'plastic',
					foodType: '02',
					province: 'Kepulauan Riau',
					regencyCode: '2101',
					productSerial: '01',
					producerSerial: '0012',
					expiryYear: 2028,
				},
			});
	});

	it.each([
		['PIRT_NOT_DIGITS', 'pirt', 'P-IRT No. ABC'],
		['PIRT_NOT_15_DIGITS', 'pirt', good.slice(2)],
		['PIRT_PACKAGING', 'packaging', planted(good, 1, '0')],
		['PIRT_PACKAGING', 'packaging', planted(good, 1, '9')],
		['PIRT_FOOD_TYPE', 'foodType', planted(good, 2, '00')],
		['PIRT_PROVINCE_UNKNOWN', 'province', planted(good, 4, '22')],
		['PIRT_SERIAL_ZERO', 'productSerial', planted(good, 8, '00')],
		['PIRT_SERIAL_ZERO', 'producerSerial', planted(good, 10, '0000')],
		['PIRT_EXPIRED', 'expiryYear', planted(good, 14, '25')],
		['PIRT_YEAR_TOO_FAR', 'expiryYear', planted(good, 14, '32')],
	])('%s in %s, and no other fault', (code, at, number) => {
		const { problems } = readFoodPermit(number, { year: 2026 });
		expect(problems.map((one) => [one.code, one.at])).toEqual([[code, at]]);
	});

	it('holds five years, and in the last of them the paper has the day', () => {
		expect(codes(readFoodPermit(planted(good, 14, '31'), { year: 2026 }))).toEqual([]);
		const last = readFoodPermit(planted(good, 14, '26'), { year: 2026 });
		expect([codes(last), last.hints.map(({ code }) => code)]).toEqual([[], ['PIRT_EXPIRES_THIS_YEAR']]);
		expect(codes(readFoodPermit(planted(good, 14, '20')))).toEqual([]);
	});

	it('is for dry food alone: milk, ice and bottled water go to BPOM, feed to the Ministry of Agriculture', () => {
		const found = productKinds.map((kind) => [kind, foodPermitFault(kind)?.code ?? null]);
		expect(Object.fromEntries(found)).toEqual({
			'dry-or-shelf-stable': null,
			milk: 'PIRT_NOT_FOR_THIS_FOOD',
			'frozen-meat-or-fish': 'PIRT_NOT_FOR_THIS_FOOD',
			'low-acid-canned': 'PIRT_NOT_FOR_THIS_FOOD',
			'baby-food': 'PIRT_NOT_FOR_THIS_FOOD',
			alcohol: 'PIRT_NOT_FOR_THIS_FOOD',
			'bottled-water': 'PIRT_NOT_FOR_THIS_FOOD',
			'sni-mandatory': 'PIRT_NOT_FOR_THIS_FOOD',
			'animal-feed': 'PIRT_NOT_FOR_FEED',
		});
		expect(codes(readFoodPermit(good, { product: 'milk' }))).toEqual(['PIRT_NOT_FOR_THIS_FOOD']);
		expect(codes(readFoodPermit('1', { product: 'milk' }))).toEqual([
			'PIRT_NOT_15_DIGITS',
			'PIRT_NOT_FOR_THIS_FOOD',
		]);
	});
});

describe('halal certificate', () => {
	const good = 'ID81110001234567890';

	it('begins with ID, and holds as long as its day of issue says', () => {
		expect(readHalalCertificate(' id 8111000 1234567890')).toEqual({
			shown: good,
			problems: [],
			hints: [],
			parts: { number: good, regime: null, validUntil: null },
		});
		expect(readHalalCertificate(good, { issuedOn: '2022-12-29', validOn: '2026-12-29' })).toMatchObject({
			problems: [],
			parts: { regime: 'four-years', validUntil: '2026-12-29' },
		});
		expect(readHalalCertificate(good, { issuedOn: '2022-12-30', validOn: '2040-01-01' })).toMatchObject({
			problems: [],
			parts: { regime: 'while-unchanged', validUntil: null },
		});
	});

	it.each([
		['HALAL_IS_A_DECREE', 'KH-00010012340120', {}],
		['HALAL_NO_ID', '81110001234567890', {}],
		['HALAL_NOT_DIGITS', 'ID8111000ABC4567890', {}],
		['HALAL_FOUR_YEARS_OVER', good, { issuedOn: '2022-12-29', validOn: '2026-12-30' }],
		['NOT_YET_VALID', good, { issuedOn: '2026-05-01', validOn: '2026-04-30' }],
		['NOT_A_DATE', good, { issuedOn: '2026-02-30', validOn: '2026-04-30' }],
		['HALAL_CHANGED', good, { issuedOn: '2024-05-01', validOn: '2026-04-30', changed: true }],
	])('%s: %s', (code, number, circumstances) => {
		expect(codes(readHalalCertificate(number, circumstances))).toEqual([code]);
	});

	it('is only doubted for an unusual count of digits', () => {
		for (const [digits, told] of [
			[13, 1],
			[14, 0],
			[17, 0],
			[18, 1],
		] as const) {
			const { problems, hints } = readHalalCertificate(`ID${'1'.repeat(digits)}`);
			expect([problems, hints.length]).toEqual([[], told]);
		}
	});
});

describe('documents as evidence of eligibility', () => {
	const ask = (document: Parameters<typeof judgeDocument>[0], validOn = '2026-06-01') =>
		eligibility.compute({
			validOn,
			rules: [{ id: 'paper', evidence: 'the paper' }],
			evidence: [{ rule: 'paper', seen: 'yes', document }],
		});

	it('a sound number leaves the rule met and says what it does not prove', () => {
		const { result, warnings } = ask({ kind: 'nik', number: '2101054708900003' });
		expect(result?.outcome).toBe('eligible');
		expect(warnings).toEqual([
			{ code: 'NIK_REGION_IS_A_HINT', at: 'evidence[0].document.regency', params: { from: 1, to: 4 } },
		]);
	});

	it('a number that cannot be right leaves the case incomplete', () => {
		const { result } = ask({ kind: 'nib', number: '12' });
		expect(result?.outcome).toBe('incomplete');
		expect(result?.toBring).toEqual([{ rule: 'paper', evidence: 'the paper', why: 'NIB_NOT_13_DIGITS' }]);
	});

	it('an expired permit, and one the product cannot have, fail the rule whatever was seen', () => {
		expect(ask({ kind: 'pirt', number: '2022101010012-25' }).result?.toBring[0]?.why).toBe('PIRT_EXPIRED');
		const milk = ask({ kind: 'pirt', number: '2022101010012-28', product: 'milk' }).result;
		expect([milk?.outcome, milk?.toBring[0]?.why]).toEqual(['not-eligible', 'PIRT_NOT_FOR_THIS_FOOD']);
		const halal = ask({ kind: 'halal', number: 'ID81110001234567', issuedOn: '2021-01-01' }).result;
		expect([halal?.outcome, halal?.documents[0]?.verdict]).toEqual(['not-eligible', 'fails']);
	});

	it('refuses a document of a kind it does not know', () => {
		expect(ask({ kind: 'npwp' as 'nik', number: '1' })).toMatchObject({
			status: 'invalid-input',
			reason: 'UNKNOWN_CHOICE',
			at: 'evidence[0].document.kind',
		});
	});
});
