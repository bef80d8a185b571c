/**
 * `sentra dokter`: whether everything the command line needs is here and right, how the records of teams are kept on this
 * machine, and where each setting came from.
 */
import { access, constants, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { m } from '#words/messages.js';
import { hayami } from '#methods/value-added/hayami.ts';
import type { Answer, Call } from '../call.ts';
import { attempt, instanceChecks } from '../instance-checks.ts';
import { packageRoot, packageVersion } from '../package-root.ts';
import { listExamples } from '../read-source.ts';
import { checkExamples } from '../sample-check.ts';
import { markText } from '../table-text.ts';

const oldest = [20, 19] as const;

function nodeVersion(): string {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
		throw new Error(`${process.version} < v${oldest.join('.')}`);
	}
	return process.version;
}

async function fonts(): Promise<string> {
	const require = createRequire(import.meta.url);
	const folder = dirname(require.resolve('dejavu-fonts-ttf/package.json'));
	await access(join(folder, 'ttf', 'DejaVuSans.ttf'), constants.R_OK);
	return 'DejaVu Sans';
}

async function typst(): Promise<string> {
	const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
	const compiler = NodeCompiler.create();
	const bytes = compiler.pdf({ mainFileContent: '= Sentra' });
	if (bytes.length === 0) throw new Error('typst: 0 bytes');
	return '';
}

async function resvg(): Promise<string> {
	const { Resvg } = await import('@resvg/resvg-js');
	const png = new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>').render().asPng();
	if (png.length === 0) throw new Error('resvg: 0 bytes');
	return '';
}

async function writable(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'sentra-'));
	try {
		await writeFile(join(folder, 'x'), 'x');
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return tmpdir();
}

/** The milk paper's cheese, checked by hand: 9,000 - 4,200 - 2,428 = 2,372. */
function engine(): string {
	const { result } = hayami.compute({
		output: 100,
		rawMaterial: 1000,
		labour: 8,
		outputPrice: 90_000,
		wage: 50_000,
		rawMaterialPrice: 4200,
		otherInputs: 2428,
	});
	if (result?.valueAdded !== 2372 || result.profit !== 1972) throw new Error('2372 / 1972');
	return '';
}

const OF_THE_INSTANCE = ['database', 'migrations', 'durability', 'trails', 'keys'];

/** Exit 1 when anything is broken. */
export async function run(call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const checks = [
		await attempt('node', m.cli_doctor_node({}, { locale }), nodeVersion),
		await attempt(
			'package',
			m.cli_doctor_package({}, { locale }),
			() => `${packageVersion()} (${packageRoot()})`,
		),
		await attempt('words', m.cli_doctor_words({}, { locale }), () => m.app_name({}, { locale: 'en' })),
		await attempt('engine', m.cli_doctor_engine({}, { locale }), engine),
		await attempt('examples', m.cli_doctor_examples({}, { locale }), async () => {
			const names = (await listExamples()).map((example) => example.name);
			if (names.length === 0) throw new Error(m.cli_doctor_no_examples({}, { locale }));
			await checkExamples(call);
			return names.join(', ');
		}),
		await attempt('fonts', m.cli_doctor_fonts({}, { locale }), fonts),
		await attempt('typst', m.cli_doctor_typst({}, { locale }), typst),
		await attempt('resvg', m.cli_doctor_resvg({}, { locale }), resvg),
		await attempt('disk', m.cli_doctor_disk({}, { locale }), writable),
		...(await instanceChecks(call)),
	];
	const broken = checks.filter((check) => !check.ok).length;
	// What an install mends, and what it does not.
	const ofTheInstall = checks.some((check) => !check.ok && !OF_THE_INSTANCE.includes(check.id));
	const settings = call.screen.origins;
	const from = (name: string): string => (name === 'default' ? m.cli_doctor_default({}, { locale }) : name);
	const text = [
		...checks.map((check) => `${markText(check.ok ? 'match' : 'differs', call.screen)} ${check.text}`),
		'',
		m.cli_doctor_settings({}, { locale }),
		...settings.map(({ setting, value, from: origin }) => `  ${setting} = ${value} (${from(origin)})`),
		'',
		broken === 0
			? m.cli_doctor_fine({}, { locale })
			: ofTheInstall
				? m.cli_doctor_broken({ count: broken }, { locale })
				: m.cli_doctor_broken_instance({ count: broken }, { locale }),
	].join('\n');
	return { exit: broken > 0 ? 1 : 0, result: { ok: broken === 0, checks, settings }, text };
}
