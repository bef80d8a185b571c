/** What a JPEG says of itself. Source: ITU-T T.81, B.2.2 (frame header). */
export interface JpegFrame {
	readonly width: number;
	readonly height: number;
	/** 1 grey, 3 colour, 4 print colours. */
	readonly components: 1 | 3 | 4;
}

/** Marks of frames; C4, C8 and CC in the same row are tables. */
const isFrame = (mark: number) => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);

/** Reads size and colours from the frame header. Throws when the bytes are no JPEG. */
export function readJpeg(bytes: Uint8Array): JpegFrame {
	const at = (index: number) => bytes[index] ?? 0;
	const two = (index: number) => at(index) * 256 + at(index + 1);
	if (two(0) !== 0xffd8) throw new Error('The picture is no JPEG: its first bytes are not FF D8');
	let place = 2;
	while (place + 9 < bytes.length && at(place) === 0xff) {
		const mark = at(place + 1);
		// Filling bytes may stand before a mark.
		if (mark === 0xff) place += 1;
		else if (isFrame(mark)) {
			const components = at(place + 9);
			const [height, width] = [two(place + 5), two(place + 7)];
			if (width === 0 || height === 0 || (components !== 1 && components !== 3 && components !== 4)) break;
			return { width, height, components };
		} else place += 2 + two(place + 2);
	}
	throw new Error('The picture is no JPEG: it has no frame header with a size');
}
