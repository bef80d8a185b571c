-- Rows of a village, and rows of no village, which every facilitator reads and only who sees all villages writes.
create function access.by_village_if_any(relation regclass, village_column text) returns void
language plpgsql as $$
declare
	mine text := format(
		'current_setting(''app.villages'', true) = ''*'' or %I = any (string_to_array(current_setting(''app.villages'', true), '',''))',
		village_column
	);
begin
	execute format(
		'create policy village on %s as restrictive using (%I is null or %s) with check (%s)',
		relation, village_column, mine, mine
	);
end
$$;

-- Who has a say or an interest: offices, companies, groups, campuses. One that works everywhere has no village.
create table stakeholder (
	org_id uuid not null,
	stakeholder_id uuid not null,
	programme_id uuid not null,
	village_code text constraint stakeholder_village_official check (village_code ~ '^[0-9]{10}$'),
	-- When the stakeholder is a person of the programme: she sees what is noted of her, and no other.
	person_id uuid,
	name text not null constraint stakeholder_name_given check (length(trim(name)) between 1 and 200),
	-- The four groups of actors of a local economy; knowledge is campus, NGO and media.
	actor_group text not null constraint stakeholder_group_known check (
		actor_group in ('government', 'business', 'community', 'knowledge')
	),
	kind text not null constraint stakeholder_kind_known check (
		kind in (
			'office', 'village-government', 'company', 'bumdes', 'cooperative', 'bank', 'buyer', 'supplier',
			'community-group', 'person', 'campus', 'ngo', 'media', 'other'
		)
	),
	what_it_does text,
	concern text,
	-- 1 little, 5 much; null when nobody judged it.
	interest smallint constraint stakeholder_interest_scale check (interest between 1 and 5),
	influence smallint constraint stakeholder_influence_scale check (influence between 1 and 5),
	contact text,
	latitude numeric(9, 6),
	longitude numeric(9, 6),
	ended_on date,
	version integer not null default 1,
	primary key (org_id, stakeholder_id),
	constraint stakeholder_place_whole check (num_nulls(latitude, longitude) in (0, 2)),
	constraint stakeholder_place_in_indonesia check (latitude between -11.5 and 6.5 and longitude between 94.5 and 141.5)
);
select dist.declare('stakeholder', 'tenant');
select access.by_organisation('stakeholder', 'select, insert, update');
select access.by_village_if_any('stakeholder', 'village_code');
select access.by_person('stakeholder', 'person_id');
alter table stakeholder add constraint stakeholder_of_programme foreign key (org_id, programme_id)
	references programme (org_id, programme_id);
alter table stakeholder add constraint stakeholder_village_known foreign key (village_code) references area (code);
create index stakeholder_by_group on stakeholder (org_id, programme_id, actor_group, lower(name));
