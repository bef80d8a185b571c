-- A list that somebody handed in (her own Excel), what was found in it, and what became of it. Nothing of it is among the
-- people or enterprises before she said so; then all of it is written in one transaction, or none.
create table intake (
	org_id uuid not null,
	intake_id uuid not null,
	programme_id uuid not null,
	-- The one village whose rows are taken. Null: of the villages that the list names, and then nothing for somebody who
	-- sees some villages alone.
	village_code text,
	kind text not null constraint intake_kind_known check (kind in ('people', 'enterprises')),
	state text not null constraint intake_state_known check (
		state in ('checked', 'confirmed', 'written', 'undone', 'dropped')
	),
	file_name text not null constraint intake_file_name_given check (length(trim(file_name)) between 1 and 200),
	size integer not null constraint intake_file_size_allowed check (size between 1 and 8000000),
	-- Of the file as it was handed in.
	sha256 bytea not null constraint intake_file_hash_whole check (length(sha256) = 32),
	-- The file byte for byte, sealed with the key of identity numbers, because it is full of them. Null once somebody had
	-- it taken away.
	sealed bytea,
	received_by_name text not null,
	received_at timestamptz not null,
	-- Which sheet, which row of headings, what each column means (src/inputs/intake-layout.ts).
	layout jsonb not null,
	-- Counts, and messages by cell, without names and numbers of people (src/server/features/intake/schema.ts).
	judgement jsonb not null,
	-- What was confirmed: how many rows, and whether those that may be there already are left out.
	rows_confirmed integer,
	skips_doubles boolean not null default true,
	-- Under this id the rows are written once, whoever goes on after a server died.
	write_command_id uuid,
	confirmed_by_name text,
	confirmed_at timestamptz,
	rows_written integer,
	written_at timestamptz,
	rows_removed integer,
	undone_by_name text,
	undone_at timestamptz,
	version integer not null default 1,
	primary key (org_id, intake_id),
	constraint intake_confirmed_whole check (
		num_nulls(rows_confirmed, write_command_id, confirmed_by_name, confirmed_at) in (0, 4)
		and (state in ('checked', 'dropped') or rows_confirmed is not null)
	),
	constraint intake_written_whole check (
		num_nulls(rows_written, written_at) in (0, 2)
		and (state in ('written', 'undone')) = (rows_written is not null)
		and (rows_written is null or rows_written = rows_confirmed)
	),
	constraint intake_undone_whole check (
		num_nulls(rows_removed, undone_by_name, undone_at) in (0, 3) and (state = 'undone') = (rows_removed is not null)
	)
);
select dist.declare('intake', 'tenant');
select access.by_organisation('intake', 'select, insert, update');
select access.by_village('intake', 'village_code');
select access.by_staff('intake');
alter table intake add foreign key (org_id, programme_id) references programme (org_id, programme_id);
alter table intake add constraint intake_village_of_programme
	foreign key (org_id, programme_id, village_code) references programme_village (org_id, programme_id, village_code);
create index intake_by_programme on intake (org_id, programme_id, received_at);

-- Which record came from which row, so that exactly these are taken back. It goes with them.
create table intake_record (
	org_id uuid not null,
	intake_id uuid not null,
	record_id uuid not null,
	row_number integer not null,
	village_code text not null,
	-- Permits or stays in a group that were written with it.
	belongings uuid[] not null default '{}',
	-- Of the sealed identity number, to see whether another was kept since. Tells nothing: the seal has a nonce.
	identity_sha256 bytea,
	primary key (org_id, intake_id, record_id)
);
select dist.declare('intake_record', 'tenant');
select access.by_organisation('intake_record', 'select, insert, delete');
select access.by_village('intake_record', 'village_code');
select access.by_staff('intake_record');
alter table intake_record add foreign key (org_id, intake_id) references intake (org_id, intake_id);

-- Taking an import back really removes what it wrote: a list that went in by mistake is nobody's record.
grant delete on person, group_member, enterprise to sentra_tenant;
create index stakeholder_by_person on stakeholder (org_id, person_id) where person_id is not null;
create index finding_by_person on finding (org_id, person_id) where person_id is not null;
