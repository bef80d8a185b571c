/** The sheet that a form carries as text. What is none stays undefined, and the command says so. */
export function sheetIn(form: FormData): unknown {
	const content = form.get('isi');
	if (typeof content !== 'string') return undefined;
	try {
		return JSON.parse(content);
	} catch {
		return undefined;
	}
}
