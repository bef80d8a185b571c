/** Hands a REFI-QDA file to the browser's download list. */
import { writeQdc, writeQdpx, type RefiWords } from '#files/refi-qda.ts';
import type { CodebookContent } from '#inputs/codebook-content.ts';
import { fileNameFrom, saveFile } from '#ui/save-file.ts';
import { m } from '#words/messages.js';

/** Saves and answers the file's name. Throws while no code has a name. */
export function saveRefi(content: CodebookContent, kind: 'qdc' | 'qdpx'): string {
	const words: RefiWords = {
		title: m.codebook_untitled(),
		coder: (number) => m.codebook_coder({ number }),
		interview: (number) => m.codebook_interview_number({ number }),
		include: m.codebook_code_include(),
		exclude: m.codebook_code_exclude(),
		example: m.codebook_code_example(),
	};
	const name = `${fileNameFrom(content.title || m.codebook_untitled())}.${kind}`;
	const made = kind === 'qdc' ? writeQdc(content.codes, words) : writeQdpx(content, words);
	if (made === null) throw new Error('There is no named code');
	saveFile(name, made as BlobPart, kind === 'qdc' ? 'text/xml' : 'application/zip');
	return name;
}
