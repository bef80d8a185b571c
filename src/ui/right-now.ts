/** This moment. A plain date that no screen follows, apart from rune modules where a date would have to be reactive. */
export function rightNow(): Date {
	return new Date();
}
