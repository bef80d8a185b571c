/**
 * `npm start`: builds Sentra when needed and serves it on http://localhost:3000.
 *
 * PORT         another port (0 takes any free one)
 * HOST         another address to listen on; by default every address of this machine, so that phones on the
 *              same Wi-Fi can open it
 * ORIGIN       the public address, when a proxy in front of this server changes it
 * SENTRA_DATA  where the database of teams is kept; the folder data beside this package unless told
 * DATABASE_URL a PostgreSQL of one's own (15 or newer) instead of the embedded one
 *
 * Started by another program with a channel to it (`sentra demo`), it tells that program instead of the terminal where
 * it listens and which doors are open, and ends when that program does.
 *
 * Ends with 0 when stopped, 1 when the build fails or the port is taken, 2 when PORT is not a port.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staleBuildReason } from './build-age.js';
import { compressed } from './compressed.js';

const root = fileURLToPath(new URL('..', import.meta.url));

function stop(code, sentence) {
	console.error(sentence);
	process.exit(code);
}

function portFrom(text) {
	if (text === undefined || text === '') return 3000;
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65535) {
		stop(2, `PORT must be a number from 0 to 65535, not "${text}". Example: PORT=3001 npm start`);
	}
	return port;
}

function buildWhenNeeded() {
	const reason = staleBuildReason(root);
	if (reason === null) return;
	const vite = `${root}node_modules/vite/bin/vite.js`;
	if (!existsSync(vite)) {
		stop(1, 'Sentra is not built and its build tools are missing. Run "npm ci" first, then "npm start".');
	}
	console.log(`Building Sentra: ${reason}. This takes about half a minute.`);
	const build = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: root,
		stdio: 'inherit',
	});
	if (build.status !== 0) stop(1, 'The build failed; the messages above say where. Nothing is served.');
	console.log('Built.');
}

/** Addresses under which other devices on the same network reach this machine. */
function networkAddresses(port) {
	return Object.values(networkInterfaces())
		.flat()
		.filter((address) => address?.family === 'IPv4' && !address.internal)
		.map((address) => `http://${address.address}:${port}`);
}

function announce(server, host) {
	const { port } = server.address();
	const address = `http://${host && !/^(0\.0\.0\.0|::)$/.test(host) ? host : 'localhost'}:${port}`;
	const network = host ? [] : networkAddresses(port);
	settleListening({ address, network });
	if (process.send) return;
	console.log(`Sentra: ${address}`);
	for (const other of network) console.log(`On the same network: ${other}`);
	console.log('Press Ctrl+C to stop.');
}

/** Tells the program that started this one; false when a person did. */
function tellStarter(said) {
	if (!process.send) return false;
	process.send(said);
	return true;
}

/** The database is given back before the process ends, also one that is just being made; half a minute at most. */
function leave(code = 0) {
	setTimeout(() => process.exit(code), 30_000).unref();
	if (!process.emit('sentra:stop', () => process.exit(code))) process.exit(code);
}

function refuse(sentence) {
	console.error(sentence);
	leave(1);
}

/** Tells what the house says once it is open; the quick tools are served meanwhile. */
function tellOfTheHouse() {
	process.once('sentra:open', async ({ firstOwner, demo, weak }) => {
		if (weak !== null) {
			console.error(
				`WARNING: the server of DATABASE_URL may lose saved records in a power cut: ${weak.setting} is ${weak.value}.`,
			);
			console.error(`Turn ${weak.setting} on in its configuration. "npx sentra dokter" looks again.`);
		}
		const { address, network } = await listening;
		const origin = process.env.ORIGIN ?? address;
		if (tellStarter({ open: true, address: origin, network, firstOwner, demo })) return;
		if (firstOwner !== null) {
			console.log(`For a team: make the first owner at ${origin}/mulai/${firstOwner} (works once, 7 days)`);
		}
		for (const { role, page, token } of demo ?? []) console.log(`Demo, ${role}: ${origin}/${page}/${token}`);
	});
	process.once('sentra:not-open', (reason) => {
		const { name, code, params, message } = reason ?? {};
		if (tellStarter({ open: false, name, code, params, message })) return;
		console.error(`The part for teams could not open: ${reason?.message ?? reason}`);
		console.error('The quick tools are served. "npx sentra dokter" says what is wrong.');
	});
}

function stopGracefully(server) {
	let stopping = false;
	return () => {
		if (stopping) return;
		stopping = true;
		server.close(() => leave());
		server.closeIdleConnections();
		// Answers under way get five seconds; a phone that holds its connection open must not keep us alive.
		setTimeout(() => server.closeAllConnections(), 5000).unref();
	};
}

const port = portFrom(process.env.PORT);
const host = process.env.HOST || undefined;
buildWhenNeeded();

// adapter-node believes it stands behind https. Opened as http://192.168.1.5:3000, as in a village office, every
// form would be refused with 403, because the page's origin would not match. The scheme is therefore told by
// header; a proxy that ends https sends the same header itself.
if (!process.env.ORIGIN) {
	// An empty ORIGIN is not an address; adapter-node would refuse to start.
	delete process.env.ORIGIN;
	process.env.PROTOCOL_HEADER ||= 'x-forwarded-proto';
}
// Room for a workbook sent by the form that works without JavaScript; the default of 512 kB is too small.
process.env.BODY_SIZE_LIMIT ||= '12M';

process.env.SENTRA_ROOT ||= root;
process.env.SENTRA_SERVES = 'yes';
let settleListening = () => undefined;
const listening = new Promise((resolve) => {
	settleListening = resolve;
});
tellOfTheHouse();
const { handler } = await import('../build/handler.js');

const server = createServer((request, response) => {
	// A chain of proxies writes a list; the first is what the browser used.
	request.headers['x-forwarded-proto'] = String(request.headers['x-forwarded-proto'] ?? 'http')
		.split(',')[0]
		.trim();
	handler(request, compressed(request, response), () => {
		response.statusCode = 404;
		response.end('Not found');
	});
});
server.on('error', (error) => {
	if (error.code === 'EADDRINUSE') {
		return refuse(
			`Port ${port} is already in use. Stop the other program or choose another port: PORT=${port + 1} npm start`,
		);
	}
	if (error.code === 'EACCES') {
		return refuse(`This user may not open port ${port}. Choose a port above 1024: PORT=3000 npm start`);
	}
	throw error;
});
process.on('uncaughtException', (error) => {
	// A build made while the old one is served takes its files away.
	if (error.code === 'ENOENT' && String(error.path).startsWith(join(root, 'build'))) {
		return refuse('The build was replaced while it was being served. Start again: npm start');
	}
	console.error(error);
	leave(1);
});
server.listen({ port, host }, () => announce(server, host));
const shutDown = stopGracefully(server);
process.on('SIGINT', shutDown);
process.on('SIGTERM', shutDown);
// The program that started this one is gone, however it ended.
process.on('disconnect', shutDown);
