-- A study holds what people brought in, and names of others; a person who sees her own records alone sees none of it.
create function access.by_staff(relation regclass) returns void
language plpgsql as $$
begin
	execute format(
		'create policy person on %s as restrictive using (current_setting(''app.person'', true) = ''*'') with check (current_setting(''app.person'', true) = ''*'')',
		relation
	);
end
$$;

-- A sheet of a quick tool, or a check of printed tables, that a programme keeps.
create table study (
	org_id uuid not null,
	study_id uuid not null,
	programme_id uuid not null,
	-- Null: of the whole programme, and then nothing for somebody who sees some villages alone.
	village_code text,
	kind text not null constraint study_kind_known check (
		kind in (
			'value-added', 'table-check', 'decision', 'livelihood', 'region', 'sharing', 'flow', 'tree', 'eligibility',
			'codebook'
		)
	),
	title text not null constraint study_title_given check (length(trim(title)) between 1 and 200),
	-- The number of its newest version.
	version integer not null default 1,
	primary key (org_id, study_id),
	-- What belongs to a study carries its village; this key holds it to that.
	constraint study_in_village unique (org_id, study_id, village_code)
);
select dist.declare('study', 'tenant');
select access.by_organisation('study', 'select, insert, update (title, version)');
select access.by_village('study', 'village_code');
select access.by_staff('study');
alter table study add foreign key (org_id, programme_id) references programme (org_id, programme_id);
alter table study add constraint study_village_of_programme
	foreign key (org_id, programme_id, village_code) references programme_village (org_id, programme_id, village_code);
create index study_by_programme on study (org_id, programme_id, kind);

-- What was entered, as the tool's own file holds it. Never changed: who edits adds a version. Results are not kept, they
-- are worked out whenever somebody looks.
create table study_version (
	org_id uuid not null,
	study_id uuid not null,
	number integer not null constraint study_version_counts_from_one check (number >= 1),
	village_code text,
	content jsonb not null,
	-- Of the content in its canonical writing.
	input_sha256 bytea not null constraint study_version_hash_whole check (length(input_sha256) = 32),
	-- The methods that worked it out when it was saved: [{"id": "hayami", "version": 1}]. Empty while too little is typed.
	methods jsonb not null,
	note text constraint study_version_note_fits check (length(note) <= 2000),
	saved_by_account_id text,
	saved_by_name text not null,
	saved_at timestamptz not null,
	primary key (org_id, study_id, number)
);
select dist.declare('study_version', 'tenant');
select access.by_organisation('study_version', 'select, insert');
select access.by_village('study_version', 'village_code');
select access.by_staff('study_version');
alter table study_version add foreign key (org_id, study_id) references study (org_id, study_id);
alter table study_version add foreign key (org_id, study_id, village_code)
	references study (org_id, study_id, village_code);

-- What was handed in, byte for byte.
create table study_file (
	org_id uuid not null,
	file_id uuid not null,
	study_id uuid not null,
	village_code text,
	name text not null constraint study_file_name_given check (length(trim(name)) between 1 and 200),
	media_type text not null,
	size integer not null,
	sha256 bytea not null,
	bytes bytea not null,
	attached_by_name text not null,
	attached_at timestamptz not null,
	primary key (org_id, file_id),
	constraint study_file_once unique (org_id, study_id, sha256),
	constraint study_file_not_empty check (size >= 1),
	constraint study_file_size_allowed check (size <= 8000000),
	constraint study_file_unharmed check (size = length(bytes) and sha256 = sha256(bytes))
);
select dist.declare('study_file', 'tenant');
select access.by_organisation('study_file', 'select, insert');
select access.by_village('study_file', 'village_code');
select access.by_staff('study_file');
alter table study_file add foreign key (org_id, study_id) references study (org_id, study_id);
alter table study_file add foreign key (org_id, study_id, village_code)
	references study (org_id, study_id, village_code);

-- The results of a version as they were on the day somebody published them. They stay as they are, whatever a newer
-- program would find; all that may be added is that they were taken back.
create table study_publication (
	org_id uuid not null,
	publication_id uuid not null,
	study_id uuid not null,
	number integer not null,
	village_code text,
	title text not null,
	-- The report in each language, as blocks.
	results jsonb not null,
	methods jsonb not null,
	input_sha256 bytea not null,
	published_by_account_id text,
	published_by_name text not null,
	published_at timestamptz not null,
	withdrawn_at timestamptz,
	withdrawn_by_name text,
	withdrawn_reason text,
	primary key (org_id, publication_id),
	constraint study_publication_withdrawn_for_a_reason check (
		num_nulls(withdrawn_at, withdrawn_by_name, withdrawn_reason) in (0, 3)
		and (withdrawn_reason is null or length(trim(withdrawn_reason)) between 1 and 2000)
	)
);
select dist.declare('study_publication', 'tenant');
select access.by_organisation('study_publication', 'select, insert, update (withdrawn_at, withdrawn_by_name, withdrawn_reason)');
select access.by_village('study_publication', 'village_code');
select access.by_staff('study_publication');
alter table study_publication add foreign key (org_id, study_id, number)
	references study_version (org_id, study_id, number);
alter table study_publication add foreign key (org_id, study_id, village_code)
	references study (org_id, study_id, village_code);
create unique index study_publication_once on study_publication (org_id, study_id, number) where withdrawn_at is null;
