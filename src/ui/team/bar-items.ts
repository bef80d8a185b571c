/**
 * The phone's bar by preset: four pages and one button, all of pages that exist. A preset orders, it hides nothing:
 * "Semua" leads to every page. Where a page of money or visits is still to come, the nearest that exists stands there.
 */
import type { Bar } from '#server/access/account-setting.ts';
import { m } from '#words/messages.js';
import type { Frame } from './frame.ts';

export type BarIcon =
	'home' | 'people' | 'note' | 'person' | 'all' | 'study' | 'share' | 'sheet' | 'unit' | 'price' | 'tools';

export interface BarItem {
	readonly icon: BarIcon;
	/** Without language. */
	readonly path: string;
	readonly name: () => string;
	/** Only for who may see people; others get the enterprises. */
	readonly people?: true;
}

const home: BarItem = { icon: 'home', path: '/beranda', name: () => m.home_home() };
const all: BarItem = { icon: 'all', path: '/langkah', name: () => m.home_all() };
const enterprises: BarItem = { icon: 'unit', path: 'petakan/usaha', name: () => m.home_bar_enterprises() };
const studies: BarItem = { icon: 'study', path: 'kajian', name: () => m.home_bar_studies() };
const groups = (name: () => string): BarItem => ({
	icon: 'people',
	path: 'petakan/kelompok',
	name,
	people: true,
});

/** Two before the button, the button, one after it; what does not begin with / is a page of the programme. */
const presets: Readonly<Record<Bar, readonly [BarItem, BarItem, BarItem, BarItem, BarItem]>> = {
	facilitator: [
		home,
		groups(() => m.home_bar_groups()),
		{ icon: 'note', path: 'petakan/temuan', name: () => m.home_bar_finding() },
		{ icon: 'person', path: 'petakan/orang', name: () => m.home_bar_people(), people: true },
		all,
	],
	treasurer: [
		home,
		studies,
		{ icon: 'share', path: '/alat/bagi-hasil', name: () => m.home_bar_sharing() },
		groups(() => m.home_bar_members()),
		all,
	],
	head: [
		home,
		enterprises,
		{ icon: 'sheet', path: '/alat/nilai-tambah', name: () => m.home_bar_cost() },
		{ icon: 'price', path: 'petakan/pelaku#harga', name: () => m.home_bar_prices() },
		all,
	],
	other: [
		home,
		{ icon: 'tools', path: '/semua', name: () => m.home_bar_tools() },
		{ icon: 'sheet', path: '/alat/nilai-tambah', name: () => m.home_bar_new_sheet() },
		studies,
		all,
	],
};

type Place = Pick<Frame, 'bar' | 'current' | 'seesPeople'>;

/** The five of a preset, with the addresses in the programme that is open; the third is the button. */
export function barItems({ bar, current, seesPeople }: Place): BarItem[] {
	return presets[bar].map((item) => {
		const shown = item.people && !seesPeople ? enterprises : item;
		if (shown.path.startsWith('/')) return shown;
		return { ...shown, path: current === null ? '/p' : `/p/${current.slug}/${shown.path}` };
	});
}

/** The button of the bar: what a role does most. */
export const mainItem = (place: Place): BarItem => barItems(place)[2] ?? home;
