/** Starts the worker of a decision. Throws where the browser has none. */
export function startDecisionWorker(): Worker {
	return new Worker(new URL('./decision.worker.ts', import.meta.url), { type: 'module' });
}
