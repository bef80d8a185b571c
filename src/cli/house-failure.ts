/** What the house could not do, as a failure of the command line: its words are those of the pages. */
import { m } from '#words/messages.js';
import { EmbeddedProblem } from '#server/db/embedded/embedded-problem.ts';
import { Problem } from '#server/problems.ts';
import { Failure } from './call.ts';
import type { Locale } from './call.ts';

type Message = (inputs: never, options: { locale: Locale }) => string;
type Words = Readonly<Record<string, readonly [what: Message, todo: Message]>>;

/** The problems that a command meets: those of the catalogue that concern the whole instance. */
const ofTheHouse: Words = {
	backup_broken: [m.house_problem_backup_broken_what, m.house_problem_backup_broken_todo],
	backup_newer: [m.house_problem_backup_newer_what, m.house_problem_backup_newer_todo],
	backup_passphrase: [m.house_problem_backup_passphrase_what, m.house_problem_backup_passphrase_todo],
	backup_needs_folder: [m.house_problem_backup_needs_folder_what, m.house_problem_backup_needs_folder_todo],
	instance_not_empty: [m.house_problem_instance_not_empty_what, m.house_problem_instance_not_empty_todo],
	instance_in_use: [m.house_problem_instance_in_use_what, m.house_problem_instance_in_use_todo],
	instance_missing: [m.house_problem_instance_missing_what, m.house_problem_instance_missing_todo],
	account_unknown: [m.house_problem_account_unknown_what, m.house_problem_account_unknown_todo],
	demo_among_data: [m.house_problem_demo_among_data_what, m.house_problem_demo_among_data_todo],
	database_newer: [m.house_problem_database_newer_what, m.house_problem_database_newer_todo],
	database_changed: [m.house_problem_database_changed_what, m.house_problem_database_changed_todo],
	database_role_missing: [
		m.house_problem_database_role_missing_what,
		m.house_problem_database_role_missing_todo,
	],
};

const ofTheEmbedded: Words = {
	'platform-not-served': [
		m.house_embedded_platform_not_served_what,
		m.house_embedded_platform_not_served_todo,
	],
	'package-missing': [m.house_embedded_package_missing_what, m.house_embedded_package_missing_todo],
	'folder-not-writable': [
		m.house_embedded_folder_not_writable_what,
		m.house_embedded_folder_not_writable_todo,
	],
	'folder-of-another-user': [
		m.house_embedded_folder_of_another_user_what,
		m.house_embedded_folder_of_another_user_todo,
	],
	'data-of-another-version': [
		m.house_embedded_data_of_another_version_what,
		m.house_embedded_data_of_another_version_todo,
	],
	'not-a-data-folder': [m.house_embedded_not_a_data_folder_what, m.house_embedded_not_a_data_folder_todo],
	'folder-in-use': [m.house_embedded_folder_in_use_what, m.house_embedded_folder_in_use_todo],
	'waited-too-long': [m.house_embedded_waited_too_long_what, m.house_embedded_waited_too_long_todo],
	'root-cannot-step-down': [
		m.house_embedded_root_cannot_step_down_what,
		m.house_embedded_root_cannot_step_down_todo,
	],
	'no-place-for-the-socket': [
		m.house_embedded_no_place_for_the_socket_what,
		m.house_embedded_no_place_for_the_socket_todo,
	],
	'creation-failed': [m.house_embedded_creation_failed_what, m.house_embedded_creation_failed_todo],
	'start-failed': [m.house_embedded_start_failed_what, m.house_embedded_start_failed_todo],
	'stop-failed': [m.house_embedded_stop_failed_what, m.house_embedded_stop_failed_todo],
	'not-durable': [m.house_embedded_not_durable_what, m.house_embedded_not_durable_todo],
};

const unreachable = [m.house_database_unreachable_what, m.house_database_unreachable_todo] as const;

/** Data that cannot be used, or a server that does not answer. */
const EXIT = 4;

/** Signs of a server that is not there, from the network or from the server itself. */
const NOT_REACHED =
	/^(ERR_INVALID_URL|ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENOENT|CONNECT_TIMEOUT|CONNECTION_|28|3D000|57P03)/;

/** The failure behind an error of the house; the error itself when it is no expected one. */
export function houseFailure(error: unknown, locale: Locale): unknown {
	const tell = (code: string, said: readonly [Message, Message], params: object): Failure => {
		const speak = (message: Message) =>
			(message as (inputs: object, options: object) => string)(params, { locale });
		const problem = { code: code.toUpperCase().replaceAll('-', '_') };
		return new Failure([problem], EXIT, speak(said[1]), speak(said[0]));
	};
	if (error instanceof Problem) {
		const said = ofTheHouse[error.code];
		return said === undefined ? error : tell(error.code, said, error.params);
	}
	if (error instanceof EmbeddedProblem) {
		const said = ofTheEmbedded[error.code];
		// What PostgreSQL said runs over many lines; the last one is the reason.
		const detail =
			String(error.params['detail'] ?? '')
				.trim()
				.split('\n')
				.at(-1) ?? '';
		return said === undefined ? error : tell(error.code, said, { ...error.params, detail });
	}
	const reason = (error as { code?: unknown } | null)?.code;
	if (typeof reason === 'string' && NOT_REACHED.test(reason))
		return tell('database_unreachable', unreachable, { reason });
	return error;
}
