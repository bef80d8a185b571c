import { platform, release } from 'node:os';
import type { FolderLayout } from './folder-layout.ts';
import { SOCKET_PORT } from './socket-place.ts';

/**
 * Settings of the running server. They go on its command line, where no file and no ALTER SYSTEM can undo them.
 */
export function serverSettings(layout: FolderLayout, socketFolder: string): Readonly<Record<string, string>> {
	return {
		// An acknowledged row survives a power cut.
		fsync: 'on',
		full_page_writes: 'on',
		synchronous_commit: 'on',
		...(syncfsTellsErrors() ? { recovery_init_sync_method: 'syncfs' } : {}),

		// Only who may enter the socket's folder can speak to the server.
		listen_addresses: '',
		port: String(SOCKET_PORT),
		unix_socket_directories: quotedForList(socketFolder),
		unix_socket_permissions: '0700',

		// A cheap laptop, one village: a few tens of megabytes and few processes.
		shared_buffers: '64MB',
		max_connections: '40',
		work_mem: '4MB',
		maintenance_work_mem: '32MB',
		max_wal_size: '256MB',
		max_worker_processes: '4',
		max_parallel_workers_per_gather: '1',
		autovacuum_max_workers: '2',
		io_method: 'sync',
		jit: 'off',

		// The same answers on every machine.
		timezone: 'UTC',
		log_timezone: 'UTC',
		lc_messages: 'C',

		// A new file a day or every 5 MB; `log-files.ts` removes the old ones.
		logging_collector: 'on',
		log_directory: layout.log,
		log_filename: 'postgres-%Y-%m-%d_%H%M%S.log',
		log_file_mode: '0600',
		log_rotation_age: '1d',
		log_rotation_size: '5MB',
		// What people enter stays out of the log, also when a statement fails.
		log_min_error_statement: 'panic',
		log_error_verbosity: 'terse',
		log_parameter_max_length_on_error: '0',
	};
}

/**
 * After a kill every file is brought to the disk before recovery: one call for the whole file system instead of one for
 * each of some 1,700 files, which took 4.5 s instead of 0.5 s on a busy machine. Since Linux 5.8 the call tells errors.
 */
export function syncfsTellsErrors(system = platform(), kernel = release()): boolean {
	const [major = 0, minor = 0] = kernel.split('.').map(Number);
	return system === 'linux' && (major > 5 || (major === 5 && minor >= 8));
}

/** The setting is a list: a comma or a space in a folder's name would make two of it. */
function quotedForList(folder: string): string {
	return `"${folder.replaceAll('"', '""')}"`;
}
