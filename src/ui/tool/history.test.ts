import { describe, expect, it } from 'vitest';
import { edited, redone, startHistory, undone } from './history.ts';

describe('undo over several levels', () => {
	it('goes back step by step and forward again', () => {
		let history = startHistory('a');
		history = edited(edited(history, 'b'), 'c');
		history = undone(history);
		expect(history.present).toBe('b');
		history = undone(undone(history));
		expect(history.present).toBe('a');
		history = redone(redone(history));
		expect(history.present).toBe('c');
		expect(redone(history)).toBe(history);
	});

	it('forgets what was undone when something new is typed', () => {
		const history = edited(undone(edited(startHistory('a'), 'b')), 'x');
		expect(redone(history).present).toBe('x');
	});

	it('takes the letters of one field as one step', () => {
		let history = startHistory('');
		for (const text of ['1', '17', '170']) history = edited(history, text, 'wage');
		history = edited(history, '170 and 5', 'output');
		expect(undone(history).present).toBe('170');
		expect(undone(undone(history)).present).toBe('');
	});

	it('starts a new step for the same field after an undo', () => {
		let history = edited(edited(startHistory(''), 'a', 'wage'), 'b', 'output');
		history = undone(history);
		history = edited(history, 'c', 'wage');
		expect(undone(history).present).toBe('a');
	});
});
