/** What a number on an identity card or a permit says of itself. It never says that the paper is genuine. */
import type { Warning } from '../method.ts';

export interface DocumentReading<Parts> {
	/** How the number may be shown: personal numbers are masked, the others are as issued. */
	readonly shown: string;
	/** What is wrong with it, and in which part; empty when the number can be right. */
	readonly problems: readonly Warning[];
	/** What a reader must know of it though nothing is wrong. */
	readonly hints: readonly Warning[];
	/** What its digits mean; null when it has not the digits to say. */
	readonly parts: Parts | null;
}

/** A problem in the characters `from` to `to` of the number, counted from 1. */
export const inPart = (code: string, at: string, from: number, to: number): Warning => ({
	code,
	at,
	params: { from, to },
});

/** The text without what people write between digits: spaces of any kind, dots and hyphens. */
export const withoutMarks = (text: string): string => text.replaceAll(/[\s.\u2010-\u2015-]/gu, '');

export const onlyDigits = (text: string): boolean => /^\d+$/.test(text);
