-- Every table says right after CREATE TABLE what it is, before any foreign key:
--   tenant     belongs to one organisation; org_id is the first column of every key
--   reference  the same for everybody (area codes); read by all, written by the program alone
--   local      of this instance: accounts, sessions, jobs
-- Plain PostgreSQL keeps the class as a comment. Where Citus runs, the same text distributes the table.

create schema dist;
create schema access;

do $$
begin
	-- Tenant statements run as this role: it owns nothing and no policy lets it pass.
	if not exists (select from pg_roles where rolname = 'sentra_tenant') then
		create role sentra_tenant nologin nosuperuser nocreatedb nocreaterole nobypassrls;
	end if;
	-- Who applied this may take the role on; a superuser may anyway.
	execute format('grant sentra_tenant to %I', current_user);
end
$$;

create function dist.declare(relation regclass, class text) returns void
language plpgsql as $$
begin
	if class not in ('tenant', 'reference', 'local') then
		raise exception 'the class of % is tenant, reference or local, not %', relation, class;
	end if;
	execute format('comment on table %s is %L', relation, 'dist:' || class);
	if exists (select from pg_extension where extname = 'citus') then
		if class = 'tenant' then
			execute format('select create_distributed_table(%L, %L)', relation, 'org_id');
		elsif class = 'reference' then
			execute format('select create_reference_table(%L)', relation);
		end if;
	end if;
end
$$;

-- The rows of the organisation that the transaction names, and no others, for every statement and also for the owner.
-- A transaction that names none sees nothing. The policy compares with settings alone, so that it can be distributed.
create function access.by_organisation(relation regclass, rights text) returns void
language plpgsql as $$
declare
	mine text := 'org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid';
begin
	execute format('alter table %s enable row level security', relation);
	execute format('alter table %s force row level security', relation);
	execute format('create policy organisation on %s using (%s) with check (%s)', relation, mine, mine);
	execute format('grant %s on %s to sentra_tenant', rights, relation);
end
$$;

-- Of those, the rows of the villages that the person may see: '*' or area codes with commas between. A log is written by
-- everybody and read by village: its statement is 'select'. CASE, because PostgreSQL takes an OR with a setting for a
-- condition that almost no row meets, and then reads and sorts a whole table for a page of fifty lines.
create function access.by_village(relation regclass, village_column text, statement text default 'all') returns void
language plpgsql as $$
declare
	mine text := format(
		'case when current_setting(''app.villages'', true) = ''*'' then true
			else %I = any (string_to_array(current_setting(''app.villages'', true), '','')) end',
		village_column
	);
begin
	if statement = 'select' then
		execute format('create policy village on %s as restrictive for select using (%s)', relation, mine);
	else
		execute format('create policy village on %s as restrictive using (%s) with check (%s)', relation, mine, mine);
	end if;
end
$$;

-- Of those, the rows about the person herself: '*' or one id.
create function access.by_person(relation regclass, person_column text) returns void
language plpgsql as $$
declare
	mine text := format(
		'case when current_setting(''app.person'', true) = ''*'' then true
			else %I::text = current_setting(''app.person'', true) end',
		person_column
	);
begin
	execute format('create policy person on %s as restrictive using (%s) with check (%s)', relation, mine, mine);
end
$$;

grant usage on schema public to sentra_tenant;
