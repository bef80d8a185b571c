/** The device behind a browser's name of itself: "Chrome, Android". */

const systems: readonly (readonly [RegExp, string])[] = [
	[/Android/, 'Android'],
	[/iPhone|iPad/, 'iOS'],
	[/Windows/, 'Windows'],
	[/Mac OS X/, 'macOS'],
	[/Linux/, 'Linux'],
];

/** In this order: Edge and Chrome call themselves Safari too. */
const browsers: readonly (readonly [RegExp, string])[] = [
	[/Edg/, 'Edge'],
	[/SamsungBrowser/, 'Samsung Internet'],
	[/OPR/, 'Opera'],
	[/Firefox/, 'Firefox'],
	[/Chrome/, 'Chrome'],
	[/Safari/, 'Safari'],
];

const named = (list: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
	list.find(([pattern]) => pattern.test(text))?.[1];

/** Never empty: what is unknown is shown as the browser wrote it, cut short. */
export const deviceWords = (userAgent: string): string =>
	[named(browsers, userAgent), named(systems, userAgent)].filter(Boolean).join(', ') ||
	userAgent.slice(0, 60) ||
	'?';
