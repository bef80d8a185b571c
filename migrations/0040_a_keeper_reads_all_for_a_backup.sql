-- A backup holds the rows of every organisation, read at one moment. Row-level security is forced, so the owner of the
-- database sees none of them; the keeper does, and it only reads. Nobody logs in as the keeper. A transaction becomes it
-- by name (set local role sentra_keeper), which the program does in src/server/db/backup alone: requests run as
-- sentra_tenant, which is no member.

do $$
begin
	begin
		create role sentra_keeper nologin nosuperuser nocreatedb nocreaterole nobypassrls;
	exception when duplicate_object or unique_violation then
		-- Another database of the same server made it.
		null;
	end;
	execute format('grant sentra_keeper to %I', current_user);
end
$$;

-- Being a member is not enough (PostgreSQL 15 lends a member its rights unasked): the transaction must be the keeper.
create function access.by_keeper(relation regclass) returns void
language plpgsql as $$
begin
	execute format(
		'create policy keeper on %s for select to sentra_keeper using (current_user = ''sentra_keeper'')', relation
	);
end
$$;

create or replace function access.by_organisation(relation regclass, rights text) returns void
language plpgsql as $$
declare
	mine text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
begin
	execute format('alter table %s enable row level security', relation);
	execute format('alter table %s force row level security', relation);
	execute format('create policy organisation on %s using (%s) with check (%s)', relation, mine, mine);
	execute format('grant %s on %s to sentra_tenant', rights, relation);
	perform access.by_keeper(relation);
end
$$;

select access.by_keeper(polrelid) from pg_policy where polname = 'organisation';

-- Tables of every class travel in a backup, in whatever schema they are; those that come later too.
do $$
declare
	here name;
begin
	foreach here in array array['public', 'auth'] loop
		execute format('grant usage on schema %I to sentra_keeper', here);
		execute format('grant select on all tables in schema %I to sentra_keeper', here);
		execute format('alter default privileges in schema %I grant select on tables to sentra_keeper', here);
	end loop;
end
$$;
