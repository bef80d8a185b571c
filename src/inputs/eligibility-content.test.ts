/** Reading a stored or received eligibility sheet, editing it, and what of it may leave the device. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	answerOf,
	eligibilityContent,
	emptyAnswer,
	ruleKinds,
	type EligibilityContent,
} from './eligibility-content.ts';
import { changedAnswer, movedRule, withApplicant, withoutRule, withRule } from './eligibility-edits.ts';
import { eligibilitySample } from './eligibility-samples.ts';
import { isMaskedNik, leavingContent, withoutPersonalNumbers } from './personal-numbers.ts';
import { readWorkFile, writeWorkFile } from './work-file.ts';

const { read, empty, blank, title } = eligibilityContent;
const sample = eligibilitySample('bintan', 'id') as EligibilityContent;

/** Objects with the sheet's own keys and nonsense in them, nested as the sheet is. */
const nonsense = fc.letrec((tie) => ({
	value: fc.oneof({ maxDepth: 3 }, fc.anything(), fc.string(), tie('list'), tie('sheet')),
	list: fc.array(tie('value'), { maxLength: 4 }),
	sheet: fc.dictionary(
		fc.constantFrom(
			'programme',
			'rules',
			'applicants',
			'answers',
			'id',
			'kind',
			'rule',
			'seen',
			'number',
			'validOn',
		),
		tie('value'),
	),
})).sheet;

describe('an eligibility sheet', () => {
	it('is read from anything without a complaint, and reads the same again', () => {
		fc.assert(
			fc.property(fc.oneof(nonsense, fc.anything()), (value) => {
				const content = read(value);
				if (content === null) return;
				expect(read(content)).toEqual(content);
				expect(content.rules.length).toBeGreaterThan(0);
				expect(content.applicants.length).toBeGreaterThan(0);
				expect(new Set(content.rules.map(({ id }) => id)).size).toBe(content.rules.length);
			}),
		);
	});

	it('comes back whole, and is blank only when nothing was typed', () => {
		expect(read(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
		expect(blank(sample)).toBe(false);
		expect(blank(empty())).toBe(true);
		expect(blank(changedAnswer(empty(), 0, 'r1', { seen: 'no' }))).toBe(false);
		expect(title({ ...empty(), programme: ' Bantuan ', year: '2021' })).toBe('Bantuan 2021');
	});

	it('takes only days that exist', () => {
		const day = (validOn: string) => read({ rules: [], applicants: [], validOn })?.validOn;
		expect([day('2024-02-29'), day('2023-02-29'), day('2021-13-01'), day('1 Juni 2021')]).toEqual([
			'2024-02-29',
			'',
			'',
			'',
		]);
	});

	it('bounds its lists and texts', () => {
		const content = read({
			programme: 'x'.repeat(10_000),
			rules: Array.from({ length: 1000 }, () => ({ name: 'a' })),
			applicants: Array.from({ length: 5000 }, () => ({ name: 'b' })),
		});
		expect(content?.programme).toHaveLength(200);
		expect([content?.rules.length, content?.applicants.length]).toEqual([40, 300]);
	});

	it('keeps the answers with a rule that moves, and drops those of a rule that goes', () => {
		const before = answerOf(sample.applicants[0] as never, 'pirt');
		const moved = movedRule(sample, 2, -1);
		expect(moved.rules.map(({ id }) => id).slice(0, 3)).toEqual(['domicile', 'pirt', 'land']);
		expect(answerOf(moved.applicants[0] as never, 'pirt')).toEqual(before);
		expect(movedRule(sample, 0, -1)).toBe(sample);
		const less = withoutRule(sample, 2);
		expect(answerOf(less.applicants[0] as never, 'pirt')).toEqual(emptyAnswer('pirt'));
		const more = withRule(withApplicant(less));
		expect([more.rules.length, more.applicants.length]).toEqual([7, 4]);
		expect(new Set(more.rules.map(({ id }) => id)).size).toBe(7);
	});
});

describe('what leaves the device', () => {
	const file = () => writeWorkFile([{ tool: 'eligibility', title: 'Bintan', content: sample }]);

	it('carries every NIK masked, in the field and in any text', () => {
		const typed: EligibilityContent = {
			...sample,
			bringTo: 'Tanya 2101 0645 0285 0001',
			applicants: [{ ...sample.applicants[0], name: 'Rahmi 2101064502850001' } as never],
		};
		const text = JSON.stringify(leavingContent('eligibility', typed));
		expect(text).not.toMatch(/2101\s?0645\s?0285\s?0001/);
		expect(text).toContain('2101**********01');
		expect(text).toContain('Rahmi 2101**********01');
		expect(text).toContain('2022101010001-20');
		expect(text).toContain('ID81110000123450720');
	});

	it('opens again as the same sheet but for the masked numbers', () => {
		const works = readWorkFile(file())?.works ?? [];
		const content = read(works[0]?.content) as EligibilityContent;
		expect(content.rules).toEqual(sample.rules);
		const numbers = content.applicants.map((one) => answerOf(one, 'ktp').number);
		expect(numbers).toEqual(['2101**********01', '2101**********01', '2101**********01']);
		expect(numbers.every(isMaskedNik)).toBe(true);
		expect(file()).not.toContain('2101064502850001');
	});

	it('keeps nothing of a NIK that cannot be right', () => {
		const wrong = changedAnswer(sample, 0, 'ktp', { number: '2101069902850001' });
		const out = leavingContent('eligibility', wrong) as EligibilityContent;
		expect(answerOf(out.applicants[0] as never, 'ktp').number).toBe('*'.repeat(16));
	});

	it('is made from anything without a complaint, and holds no sixteen digits in a row', () => {
		fc.assert(
			fc.property(nonsense, fc.constantFrom(...ruleKinds), (value, kind) => {
				const rules = [{ id: 'a', kind }];
				leavingContent('eligibility', value);
				const text = JSON.stringify(
					leavingContent('eligibility', {
						rules,
						applicants: [{ name: '3578014101900002', answers: [{ rule: 'a', number: '3578014101900002' }] }],
					}),
				);
				expect(text).not.toMatch(/\d{16}/);
			}),
		);
	});

	it('leaves the numbers of papers and other tools alone', () => {
		expect(withoutPersonalNumbers('NIB 1234567890123, ID 8111000012345678')).toBe(
			'NIB 1234567890123, ID 8111000012345678',
		);
		expect(leavingContent('sharing', { amount: '2101064502850001' })).toEqual({ amount: '2101064502850001' });
	});
});
