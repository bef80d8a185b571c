import { describe, expect, it } from 'vitest';
import { phoneView } from './phone-view.ts';

describe('what a phone shows', () => {
	it('follows the address', () => {
		expect(phoneView('#soal-7', true)).toEqual({ name: 'questions', question: 7 });
		expect(phoneView('#jawaban', false)).toEqual({ name: 'check' });
		expect(phoneView('#kepekaan', false)).toEqual({ name: 'results' });
	});

	it('begins with the first question, and with the results once there are any', () => {
		expect(phoneView('', false)).toEqual({ name: 'questions', question: 1 });
		expect(phoneView('', true)).toEqual({ name: 'results' });
	});

	it('keeps inside the ten questions', () => {
		expect(phoneView('#soal-0', false)).toEqual({ name: 'questions', question: 1 });
		expect(phoneView('#soal-99', false)).toEqual({ name: 'questions', question: 10 });
	});
});
