create table programme (
	org_id uuid not null,
	programme_id uuid not null,
	-- The name in the address: /p/kalanganyar.
	slug text not null constraint programme_slug_plain check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
	name text not null constraint programme_name_given check (length(trim(name)) between 1 and 200),
	commodity text,
	stage text not null constraint programme_stage_known check (
		stage in ('social-mapping', 'planning', 'starting', 'growing', 'independent', 'exit', 'ended')
	),
	started_on date,
	ended_on date,
	summary text,
	version integer not null default 1,
	primary key (org_id, programme_id),
	constraint programme_slug_once unique (org_id, slug),
	constraint programme_ends_after_start check (ended_on is null or started_on is null or ended_on >= started_on)
);
select dist.declare('programme', 'tenant');
select access.by_organisation('programme', 'select, insert, update');
alter table programme add foreign key (org_id) references organisation (org_id);

create table programme_village (
	org_id uuid not null,
	programme_id uuid not null,
	village_code text not null,
	primary key (org_id, programme_id, village_code)
);
select dist.declare('programme_village', 'tenant');
select access.by_organisation('programme_village', 'select, insert, delete');
select access.by_village('programme_village', 'village_code');
alter table programme_village add foreign key (org_id, programme_id) references programme (org_id, programme_id);
alter table programme_village add foreign key (village_code) references area (code);
