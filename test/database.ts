/**
 * Before the tests of the house: one server, and the template of every test database. The server is the embedded one in
 * a folder of its own; SENTRA_TEST_DATABASE_URL names another (any PostgreSQL from 15 on, as a user who may create
 * databases and roles).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { connect } from '../src/server/db/connect.ts';
import type { ConnectOptions } from '../src/server/db/connect.ts';
import { joinEmbeddedServer } from '../src/server/db/embedded/embedded-server.ts';
import { migrate } from '../src/server/db/migrate.ts';
import { fillAreas } from '../src/server/db/testing-areas.ts';

interface Server {
	readonly where: ConnectOptions;
	readonly stop: () => Promise<void>;
}

function named(address: string): Server {
	const { hostname, port, username, password } = new URL(address);
	const where = { host: hostname, port: Number(port || 5432), username, password, database: 'postgres' };
	return { where, stop: async () => undefined };
}

async function embedded(): Promise<Server> {
	const folder = mkdtempSync(join(tmpdir(), 'sentra-test-'));
	const server = await joinEmbeddedServer(folder);
	return {
		where: { host: server.host, port: server.port, username: server.username, database: 'postgres' },
		stop: async () => {
			await server.release();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const address = process.env.SENTRA_TEST_DATABASE_URL;
	const { where, stop } = address ? named(address) : await embedded();
	const template = `house_template_${process.pid}`;
	const keeper = connect(where, { max: 1 });
	await keeper.unsafe(`create database ${template}`);
	const first = connect({ ...where, database: template }, { max: 2 });
	await migrate(first, fileURLToPath(new URL('../migrations', import.meta.url)));
	await fillAreas(first);
	await first.end();
	project.provide('database', { where, template });
	return async () => {
		await keeper.unsafe(`drop database ${template}`);
		await keeper.end();
		await stop();
	};
}
