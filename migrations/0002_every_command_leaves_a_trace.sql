-- One row a command, never changed: who did what to which record, what it was and what it became. Each row holds the
-- hash of the one before, so that a row taken out or rewritten is found by `sentra dokter`.
create table audit_entry (
	org_id uuid not null,
	number bigint not null constraint audit_entry_counts_from_one check (number >= 1),
	command_id uuid not null,
	at timestamptz not null,
	verb text not null,
	actor_account_id text,
	actor_name text not null,
	actor_role text not null,
	record_kind text,
	record_id uuid,
	record_village text,
	before jsonb,
	after jsonb,
	previous_hash bytea not null,
	hash bytea not null,
	primary key (org_id, number)
);
select dist.declare('audit_entry', 'tenant');
-- No update, no delete: the role that writes it cannot take a row back.
select access.by_organisation('audit_entry', 'select, insert');
select access.by_village('audit_entry', 'record_village', 'select');

-- The end of the chain. Its row is locked while a command writes, so that numbers and hashes follow one another.
create table audit_head (
	org_id uuid primary key,
	number bigint not null,
	hash bytea not null
);
select dist.declare('audit_head', 'tenant');
select access.by_organisation('audit_head', 'select, insert, update');

-- What a command answered. The same command sent again, from a phone that did not hear the answer, hears it again.
create table command_receipt (
	org_id uuid not null,
	command_id uuid not null,
	verb text not null,
	input_sha256 bytea not null,
	receipt jsonb not null,
	at timestamptz not null,
	primary key (org_id, command_id)
);
select dist.declare('command_receipt', 'tenant');
select access.by_organisation('command_receipt', 'select, insert');

alter table audit_entry add foreign key (org_id) references organisation (org_id);
alter table audit_head add foreign key (org_id) references organisation (org_id);
alter table command_receipt add foreign key (org_id) references organisation (org_id);
