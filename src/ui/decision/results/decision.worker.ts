/** Works a decision out beside the page, so that typing and scrolling never wait for ten thousand draws. */
import { decisionWork, type DecisionProgress, type DecisionTask } from '#reports/decision-work.ts';

/** Milliseconds between two messages: enough for the eye, few enough for a slow phone. */
const pause = 80;

self.addEventListener('message', ({ data }: MessageEvent<DecisionTask>) => {
	let told = 0;
	let last: DecisionProgress | null = null;
	for (const progress of decisionWork(data)) {
		last = progress;
		const now = performance.now();
		if (progress.reading || progress.findings || now - told >= pause) {
			self.postMessage(progress);
			told = now;
			last = null;
		}
	}
	if (last) self.postMessage(last);
});
