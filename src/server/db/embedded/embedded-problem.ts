/** Why the embedded database cannot be used. The words for a person are made elsewhere, from `code` and `params`. */
export type EmbeddedProblemCode =
	/** There is no PostgreSQL package for this machine: `platform`. */
	| 'platform-not-served'
	/** The package is made for this machine but was not installed: `package`. */
	| 'package-missing'
	/** The folder cannot be made or written: `folder`, `detail`. */
	| 'folder-not-writable'
	/** The data belongs to another user of the machine: `folder`, `owner`, `user`. */
	| 'folder-of-another-user'
	/** The data was written by another major version: `folder`, `found`, `needed`. */
	| 'data-of-another-version'
	/** The place of the data holds something that is no database: `folder`. */
	| 'not-a-data-folder'
	/** A server that we did not start, or cannot reach, works in the folder: `folder`, `process`. */
	| 'folder-in-use'
	/** Another process has been starting or stopping the server for too long: `folder`, `process`. */
	| 'waited-too-long'
	/** Root may not run PostgreSQL, and no other user can reach the folder: `folder`, `closed`. */
	| 'root-cannot-step-down'
	/** Nowhere to put the socket where the path is short enough and ours alone: `folder`, `tried`. */
	| 'no-place-for-the-socket'
	/** initdb failed: `folder`, `detail`. */
	| 'creation-failed'
	/** postgres ended before it answered: `folder`, `detail`, `log`. */
	| 'start-failed'
	/** The server was told to stop and has not: `folder`, `process`. */
	| 'stop-failed'
	/** A setting that keeps acknowledged rows through a power cut is off: `setting`, `value`. */
	| 'not-durable';

export type EmbeddedProblemParams = Readonly<Record<string, string | number>>;

/** An expected failure of the embedded database: a code with its parameters, an English sentence and a way out. */
export class EmbeddedProblem extends Error {
	readonly code: EmbeddedProblemCode;
	readonly params: EmbeddedProblemParams;
	readonly wayOut: string;

	constructor(
		code: EmbeddedProblemCode,
		params: EmbeddedProblemParams,
		words: { readonly message: string; readonly wayOut: string },
	) {
		super(words.message);
		this.name = 'EmbeddedProblem';
		this.code = code;
		this.params = params;
		this.wayOut = words.wayOut;
	}
}
