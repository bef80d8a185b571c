/** Edits of a flow sheet. A material that gets another name or basis keeps what was said about it. */
import { materialKey, type Basis, type FlowContent } from './flow-content.ts';

export interface FlowMaterial {
	readonly key: string;
	readonly name: string;
	readonly basis: Basis;
	readonly unit: string;
}

/** Every material the sheet names, once, in the order they are typed: what arrives, then what is made. */
export function materialsOf(content: FlowContent): FlowMaterial[] {
	const found = new Map<string, FlowMaterial>();
	for (const { name, basis, unit } of [...content.streams, ...content.processes]) {
		const key = materialKey(name, basis);
		if (key !== '' && !found.has(key)) found.set(key, { key, name: name.trim(), basis, unit: unit.trim() });
	}
	return [...found.values()];
}

/**
 * The sheet with its rows of material replaced. When exactly one material went and one came, it was renamed: processes,
 * uses and batches follow it.
 */
export function withMaterialRows(
	content: FlowContent,
	change: Partial<Pick<FlowContent, 'streams' | 'processes'>>,
): FlowContent {
	const next = { ...content, ...change };
	const [before, after] = [materialsOf(content), materialsOf(next)].map((list) => list.map(({ key }) => key));
	const gone = (before ?? []).filter((key) => !after?.includes(key));
	const come = (after ?? []).filter((key) => !before?.includes(key));
	const [old, now] = [gone[0], come[0]];
	const sameRows =
		next.streams.length === content.streams.length && next.processes.length === content.processes.length;
	if (gone.length !== 1 || come.length !== 1 || !old || !now || !sameRows) return next;
	const renamed = (key: string) => (key === old ? now : key);
	return {
		...next,
		processes: next.processes.map((one) => ({ ...one, from: renamed(one.from) })),
		uses: next.uses.map((one) => ({ ...one, material: renamed(one.material) })),
		batches: next.batches.map((one) => ({ ...one, material: renamed(one.material) })),
	};
}
