/** The font files that pictures and documents are set with. Node only: a page uses the reader's own fonts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The family as the files name it; loaded alone, its condensed cut is what "DejaVu Sans" finds. */
export const documentFont = 'DejaVu Sans';

const cuts = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf', 'DejaVuSansCondensed-Oblique.ttf'];

/** Paths of the font files. Found through the package, so that it works from source and from a bundle alike. */
export function fontFiles(): string[] {
	const require = createRequire(import.meta.url);
	const folder = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
	return cuts.map((name) => join(folder, name));
}

/** The same files as bytes. */
export function fontBlobs(): Buffer[] {
	return fontFiles().map((path) => readFileSync(path));
}
