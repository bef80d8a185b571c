-- A link also opens one programme to a guest, who has no account, or lets a member who forgot her password set another.
alter table entry_link drop constraint entry_link_kind_known;
alter table entry_link add constraint entry_link_kind_known check (
	kind in ('first-owner', 'invitation', 'sign-in', 'guest', 'password')
);
alter table entry_link add column guest_link_id uuid;

create table guest_link (
	org_id uuid not null,
	guest_link_id uuid not null,
	programme_id uuid not null,
	-- For whom it was made, as its maker wrote it.
	label text not null constraint guest_link_label_given check (length(trim(label)) between 1 and 200),
	created_by_name text not null,
	created_at timestamptz not null,
	expires_at timestamptz not null,
	revoked_at timestamptz,
	last_seen_at timestamptz,
	primary key (org_id, guest_link_id),
	constraint guest_link_ends_after_start check (expires_at > created_at)
);
select dist.declare('guest_link', 'tenant');
select access.by_organisation('guest_link', 'select, insert, update (revoked_at, last_seen_at)');
alter table guest_link add foreign key (org_id, programme_id) references programme (org_id, programme_id);
create index guest_link_by_programme on guest_link (org_id, programme_id);

-- Which programme a publication is of, in the row itself: a policy compares with settings, never with another table.
alter table study add constraint study_in_programme unique (org_id, study_id, programme_id);
alter table study_publication add column programme_id uuid;
alter table study no force row level security;
alter table study_publication no force row level security;
update study_publication set programme_id = study.programme_id
	from study where study.org_id = study_publication.org_id and study.study_id = study_publication.study_id;
alter table study force row level security;
alter table study_publication force row level security;
alter table study_publication alter column programme_id set not null;
alter table study_publication add foreign key (org_id, study_id, programme_id)
	references study (org_id, study_id, programme_id);

-- Guests run as a role of their own, which may read the columns named here and nothing else: no table about people, no
-- name of a group, an enterprise or an actor, no contact, no note or summary (people write names in them), nobody who did
-- something. A table that comes later is closed to them until it is named.
do $$
begin
	begin
		create role sentra_guest nologin nosuperuser nocreatedb nocreaterole nobypassrls;
	exception when duplicate_object or unique_violation then
		-- Another database of the same server made it.
		null;
	end;
	execute format('grant sentra_guest to %I', current_user);
end
$$;
grant usage on schema public to sentra_guest;
grant select on area to sentra_guest;
grant select (org_id, name) on organisation to sentra_guest;

create function access.for_guests(relation regclass, columns text) returns void
language plpgsql as $$
begin
	execute format('grant select (%s) on %s to sentra_guest', columns, relation);
	execute format(
		'create policy guest on %s as restrictive for select to sentra_guest
			using (programme_id::text = current_setting(''app.programme'', true))',
		relation
	);
end
$$;

select access.for_guests('programme', 'org_id, programme_id, name, commodity, stage, started_on, ended_on');
select access.for_guests('programme_village', 'org_id, programme_id, village_code');
select access.for_guests(
	'programme_stage_change', 'org_id, stage_change_id, programme_id, from_stage, to_stage, changed_on'
);
select access.for_guests('producer_group', 'org_id, group_id, programme_id, village_code, removed_at');
select access.for_guests('enterprise', 'org_id, enterprise_id, programme_id, village_code, kind, ended_on');
select access.for_guests(
	'by_product_stream',
	'org_id, stream_id, programme_id, village_code, material, quantity_from, quantity_to, unit, period, basis, used'
);
select access.for_guests(
	'study_publication',
	'org_id, publication_id, study_id, programme_id, number, title, results, methods, input_sha256, published_at, withdrawn_at'
);
