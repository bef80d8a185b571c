export async function joinEmbeddedServer(
	_folder: string,
): Promise<{ host: string; port: number; username: string; database: 'sentra'; release(): Promise<void> }> {
	throw new Error('not here yet');
}
