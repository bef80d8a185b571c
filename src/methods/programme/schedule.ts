/** The critical path of a programme: earliest and latest start of each task, its slack, and the tasks without any. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { calendarDate, readDay, writeDay } from '../numeric/calendar-day.ts';
import { amount, faultStatus, firstFault, listOf, record, required, text } from '../numeric/input-check.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { topologicalOrder } from './task-graph.ts';

export interface ScheduleInput {
	readonly tasks: readonly {
		readonly id: string;
		/** Days. */
		readonly duration: number;
		/** Ids of the tasks that must be done before. */
		readonly after?: readonly string[];
	}[];
	/** `YYYY-MM-DD` of day 0, for dates in the answer. */
	readonly startDate?: string | null;
}

export interface ScheduleResult {
	readonly duration: number;
	readonly endDate: string | null;
	readonly criticalPath: readonly string[];
	readonly tasks: readonly {
		readonly id: string;
		readonly earliestStart: number;
		readonly earliestFinish: number;
		readonly latestStart: number;
		readonly latestFinish: number;
		readonly slack: number;
		readonly critical: boolean;
		readonly startDate: string | null;
	}[];
}

const fields = {
	tasks: required(
		listOf(record({ id: required(text), duration: required(amount), after: listOf(text, 1_000) }), 2_000),
	),
	startDate: calendarDate,
};

function compute(input: ScheduleInput): MethodResult<ScheduleResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const { tasks } = input;
	if (tasks.length === 0) return refused('missing-input', 'MISSING_INPUT', 'tasks');
	const place = new Map(tasks.map(({ id }, k) => [id, k]));
	const twice = tasks.findIndex(({ id }, k) => place.get(id) !== k);
	if (twice >= 0) return refused('invalid-input', 'GIVEN_TWICE', `tasks[${twice}].id`);
	for (const [k, { after }] of tasks.entries())
		for (const [j, id] of (after ?? []).entries())
			if (!place.has(id)) return refused('invalid-input', 'UNKNOWN_TASK', `tasks[${k}].after[${j}]`);
	const before = tasks.map(({ after }) => (after ?? []).map((id) => place.get(id) as number));
	const { order, cycleAt } = topologicalOrder(before);
	if (cycleAt !== null) return refused('invalid-input', 'CYCLE', `tasks[${cycleAt}].after`);
	const start = tasks.map(() => 0);
	const finish = tasks.map(() => 0);
	for (const k of order) {
		start[k] = (before[k] as number[]).reduce((late, j) => Math.max(late, finish[j] as number), 0);
		finish[k] = (start[k] as number) + (tasks[k]?.duration ?? 0);
	}
	const duration = finish.reduce((late, value) => Math.max(late, value), 0);
	if (!Number.isFinite(duration)) return refused('undefined', 'OUT_OF_RANGE', 'tasks');
	const latest = tasks.map(() => duration);
	for (const k of [...order].reverse()) {
		const begin = (latest[k] as number) - (tasks[k]?.duration ?? 0);
		for (const j of before[k] as number[]) latest[j] = Math.min(latest[j] as number, begin);
	}
	const day0 = readDay(input.startDate);
	const dateOf = (days: number) => (day0 === null ? null : writeDay(day0 + Math.floor(days)));
	const lines = tasks.map((task, k) => {
		const latestStart = (latest[k] as number) - task.duration;
		const slack = Math.max(0, latestStart - (start[k] as number));
		return {
			id: task.id,
			earliestStart: start[k] as number,
			earliestFinish: finish[k] as number,
			latestStart,
			latestFinish: latest[k] as number,
			slack,
			critical: slack <= 1e-9 * duration,
			startDate: dateOf(start[k] as number),
		};
	});
	const criticalPath = order.filter((k) => lines[k]?.critical).map((k) => tasks[k]?.id ?? '');
	const steps = order.slice(0, LONGEST_TRACE).map((k) =>
		plainStep({
			id: `tasks[${k}].earliestFinish`,
			value: finish[k],
			unit: 'day',
			formula: 'max(earliestFinish of after) + duration',
			inputs: { earliestStart: start[k], duration: tasks[k]?.duration, slack: lines[k]?.slack },
		}),
	);
	const result = { duration, endDate: dateOf(duration), criticalPath, tasks: lines };
	return { status: 'ok', result, steps, warnings: [] };
}

/** Critical path method; tasks that wait for each other in a circle are `invalid-input` with reason `CYCLE`. */
export const schedule = method<ScheduleInput, ScheduleResult>({
	id: 'schedule',
	version: 1,
	formula:
		'earliestStart = max(earliestFinish of after); latestFinish = min(latestStart of successors); slack = latestStart - earliestStart',
	unit: 'days',
	source:
		'Kelley, J. E. and Walker, M. R. (1959), Critical-path planning and scheduling, Eastern Joint Computer Conference, 160-173.',
	example: {
		startDate: '2024-01-01',
		tasks: [
			{ id: 'social mapping', duration: 30 },
			{ id: 'planning', duration: 14, after: ['social mapping'] },
			{ id: 'forming groups', duration: 7, after: ['social mapping'] },
			{ id: 'training', duration: 10, after: ['planning', 'forming groups'] },
			{ id: 'bazaar', duration: 2, after: ['training'] },
		],
	},
	compute,
});
