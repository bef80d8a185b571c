/**
 * A text field; empty is absent. A browser counts a line break as one letter and sends it as two: here it is one again, so
 * that a text as long as its field lets it be is not too long for its schema.
 */
export const text = (form: FormData, name: string): string | undefined => {
	const value = form.get(name);
	return typeof value === 'string' && value.trim() !== '' ? value.trim().replaceAll('\r\n', '\n') : undefined;
};
