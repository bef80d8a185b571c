-- What is personal in an entry of the trail stands beside it: the entry itself, which is hashed, holds a seal of it (the
-- hash of a random salt and the value). When somebody is forgotten, value and salt go and the seal stays: the chain still
-- fits, and nobody can try out what it was. Entries of format 1, from before, hold their values themselves.
alter table audit_entry add column format smallint not null default 1
	constraint audit_entry_format_known check (format in (1, 2));

create table audit_personal (
	org_id uuid not null,
	number bigint not null,
	side text not null constraint audit_personal_side_known check (side in ('before', 'after', 'actor')),
	field text not null,
	-- Whom it tells of; null when the record names nobody.
	person_id uuid,
	-- The entry's, so that it is kept by village too.
	record_village text,
	salt bytea not null constraint audit_personal_salt_whole check (length(salt) = 16),
	value jsonb not null,
	primary key (org_id, number, side, field)
);
select dist.declare('audit_personal', 'tenant');
select access.by_organisation('audit_personal', 'select, insert, delete');
select access.by_village('audit_personal', 'record_village', 'select');
-- A log is written by everybody, and read by whom it tells of.
create policy person on audit_personal as restrictive for select using (
	case when current_setting('app.person', true) = '*' then true
		else person_id::text = current_setting('app.person', true) end
);
-- Nothing is taken out but while somebody is forgotten, and then nothing that is known to tell of somebody else. What was
-- taken out without an entry that names it is found by `sentra dokter`.
create policy forgetting on audit_personal as restrictive for delete using (
	case when person_id is null then current_setting('app.forgets', true) <> ''
		else person_id::text = current_setting('app.forgets', true) end
);
alter table audit_personal add foreign key (org_id, number) references audit_entry (org_id, number);
create index audit_personal_by_person on audit_personal (org_id, person_id) where person_id is not null;

-- The hash of an input could be tried out too. It is emptied, and the answer is given again without comparing.
grant update (input_sha256) on command_receipt to sentra_tenant;

-- Who was forgotten keeps a row without anything of hers, because groups and agreements count it.
alter table person add column forgotten_at timestamptz;
alter table person add constraint person_forgotten_whole check (
	forgotten_at is null or (
		num_nonnulls(sex, birth_year, phone, address, note) = 0 and not marked_sensitive and removed_reason is not null
	)
);
-- Who asked and still waits.
create index person_to_forget on person (org_id, village_code, person_id)
	where removed_reason = 'asked' and forgotten_at is null;
