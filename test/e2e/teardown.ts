/** After all browser tests: the house of their server goes. */
import { rmSync } from 'node:fs';

export default function teardown(): void {
	const folder = process.env.SENTRA_TEST_DATA;
	if (folder) rmSync(folder, { recursive: true, force: true });
}
