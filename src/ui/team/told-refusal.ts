/** Whether a page has said what was refused. Its forms stand anywhere on it; the layout says what none of them said. */
import { getContext, setContext } from 'svelte';

interface Told {
	any: boolean;
}

const KEY = Symbol('told refusal');

/** Begins a page on which nothing was said. */
export const noteRefusals = (): Told => setContext(KEY, { any: false });

/** For what says refusals: the function to call when it does. */
export function tellsRefusals(): () => void {
	const told = getContext<Told | undefined>(KEY);
	return () => {
		if (told !== undefined) told.any = true;
	};
}
