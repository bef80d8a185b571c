/** This moment. A plain date that no screen follows, apart from rune modules where a date would have to be reactive. */
export function rightNow(): Date {
	return new Date();
}

/** A moment from its ISO text, shown and never changed. */
export function momentFrom(text: string): Date {
	return new Date(text);
}
