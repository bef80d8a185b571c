/** Writing to stdout and stderr: waits when the reader is slow, and stops quietly when the reader has gone. */

/** A reader that closes its end (`sentra ... | head`) is no error: the program ends quietly. */
export function endQuietlyWhenReaderLeaves(): void {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EPIPE') process.exit(0);
			throw error;
		});
	}
}

/** Writes data and waits until the reader can take more. */
export async function writeOut(text: string | Uint8Array): Promise<void> {
	if (text.length === 0) return;
	if (!process.stdout.write(text)) await new Promise<void>((ready) => process.stdout.once('drain', ready));
}

/** Writes a note for the person; never data. */
export function writeNote(text: string): void {
	process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Everything that stands on stdin. */
export async function readStdin(limitBytes: number): Promise<Uint8Array | null> {
	const chunks: Uint8Array[] = [];
	let total = 0;
	for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
		total += chunk.length;
		if (total > limitBytes) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
