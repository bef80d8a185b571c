import { describe, expect, it } from 'vitest';
import { faultLine, logsRequests, requestId, requestLine } from './request-log.ts';

const at = new Date('2026-11-22T01:02:03Z');

describe('the log of requests', () => {
	it('is written where nobody looks at a terminal, and where it is asked for', () => {
		expect(logsRequests({}, false)).toBe(true);
		expect(logsRequests({}, true)).toBe(false);
		expect(logsRequests({ SENTRA_LOG: 'json' }, true)).toBe(true);
		expect(logsRequests({ SENTRA_LOG: 'off' }, false)).toBe(false);
	});

	it('says what was asked by its pattern, how it ended and how long it took', () => {
		const line = requestLine(at, {
			id: 'abc-12345',
			method: 'POST',
			route: '/(tim)/p/[slug]/orang',
			verb: 'person.add',
			status: 409,
			ms: 12.6,
		});
		expect(JSON.parse(line)).toEqual({
			at: '2026-11-22T01:02:03.000Z',
			level: 'warn',
			id: 'abc-12345',
			method: 'POST',
			route: '/(tim)/p/[slug]/orang',
			verb: 'person.add',
			status: 409,
			ms: 13,
		});
	});

	it('takes an id from a proxy, and nothing else that a header may hold', () => {
		expect(requestId('0f9c2d3e-1')).toBe('0f9c2d3e-1');
		for (const given of [null, '', 'x', 'a b c d e f', '"},{"level":"info', 'a'.repeat(65)])
			expect(requestId(given)).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('tells a fault by kind, code and place, and no value of a row', () => {
		// As PostgreSQL's complaints come from the driver.
		const error = Object.assign(new Error('duplicate key value "Siti Aminah" breaks person_name_once'), {
			name: 'PostgresError',
			code: '23505',
			detail: 'Key (name, nik)=(Siti Aminah, 3515172008900001) already exists.',
			constraint_name: 'person_name_once',
			parameters: ['Siti Aminah'],
		});
		error.stack = `PostgresError: duplicate key value\nSiti Aminah at 3515172008\n    at insert (/srv/person.js:10:5)`;
		const line = faultLine(at, { id: 'abc-12345', route: '/p/[slug]' }, error);
		expect(line).not.toMatch(/Siti|3515172008/);
		expect(JSON.parse(line)).toMatchObject({
			level: 'error',
			code: '23505',
			constraint: 'person_name_once',
			stack: ['at insert (/srv/person.js:10:5)'],
		});
		expect(JSON.parse(faultLine(at, { id: 'abc-12345', route: '' }, 'text'))).toMatchObject({
			fault: 'string',
		});
	});
});
