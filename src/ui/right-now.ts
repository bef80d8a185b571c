/** This moment. A plain date that no screen follows, apart from rune modules where a date would have to be reactive. */
export function rightNow(): Date {
	return new Date();
}

/** A moment from its ISO text, shown and never changed. */
export function momentFrom(text: string): Date {
	return new Date(text);
}

/** The day on this device, as `2026-11-22`. */
export function today(): string {
	const now = new Date();
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
}
