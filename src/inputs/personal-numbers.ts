/**
 * Identity numbers of people, kept out of everything that leaves the device. The sheet on the device keeps what was
 * typed; a file, a link or a report carries `2101**********01`. Source: UU 27/2022 on the protection of personal data.
 */
import { maskedNik } from '#methods/programme/masked-nik.ts';
import { readNik } from '#methods/programme/nik.ts';
import { recordFrom, type ToolId } from './tool-content.ts';

/** A long run of digits, as people write them: together or in groups; with the letters or the ID it belongs to, if any. */
const longNumbers = /(ID[\s.-]?|\p{L})?((?:\d[\s.\u2010-\u2015-]?){15}\d+)/giu;

/** A NIK that came masked: the regency and the last two digits are left. */
const masked = /^\d{4}\*{10}\d{2}$/;

/** Free text with every sixteen-digit number in it masked: a NIK or a family-card number written where a name belongs. */
export function withoutPersonalNumbers(text: string): string {
	return text.replace(longNumbers, (all: string, before: string | undefined, number: string) => {
		const digits = number.replaceAll(/\D/gu, '');
		return before !== undefined || digits.length !== 16 ? all : maskedNik(digits);
	});
}

/** True for a NIK of which only the mask is known: somebody else has seen the card. */
export function isMaskedNik(text: string): boolean {
	return masked.test(text.trim());
}

/**
 * A NIK as it may leave the device. One that reads keeps its regency and last digits; one that cannot be right becomes
 * asterisks alone, so that it is still looked at again where it arrives.
 */
function leavingNik(text: string): string {
	if (text.trim() === '' || isMaskedNik(text)) return text.trim();
	return readNik(text).problems.length === 0 ? maskedNik(text) : '*'.repeat(16);
}

/** Every text of a value, masked. Keys stay: they are the sheet's own. */
function maskedTexts(value: unknown): unknown {
	if (typeof value === 'string') return withoutPersonalNumbers(value);
	if (Array.isArray(value)) return value.map(maskedTexts);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, maskedTexts(entry)]));
}

/** An eligibility sheet as received or stored, with the answers to its NIK rules masked. Nonsense stays nonsense. */
function leavingEligibility(content: unknown): unknown {
	const sheet = recordFrom(content);
	if (!Array.isArray(sheet.applicants) || !Array.isArray(sheet.rules)) return maskedTexts(content);
	const nikRules = new Set(
		sheet.rules.map(recordFrom).flatMap(({ id, kind }) => (kind === 'nik' ? [id] : [])),
	);
	const applicants = sheet.applicants.map((entry) => {
		const applicant = recordFrom(entry);
		if (!Array.isArray(applicant.answers)) return applicant;
		const answers = applicant.answers.map((one) => {
			const answer = recordFrom(one);
			return nikRules.has(answer.rule) && typeof answer.number === 'string'
				? { ...answer, number: leavingNik(answer.number) }
				: answer;
		});
		return { ...applicant, answers };
	});
	return maskedTexts({ ...sheet, applicants });
}

/** The content of a sheet as it may leave the device in a file or a link. */
export function leavingContent(tool: ToolId, content: unknown): unknown {
	return tool === 'eligibility' ? leavingEligibility(content) : content;
}
