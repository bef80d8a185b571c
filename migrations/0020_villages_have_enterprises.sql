-- An enterprise as it was found in its village: what it makes, how much, with whom, and where it sells.
create table enterprise (
	org_id uuid not null,
	enterprise_id uuid not null,
	programme_id uuid not null,
	village_code text not null constraint enterprise_village_official check (village_code ~ '^[0-9]{10}$'),
	name text not null constraint enterprise_name_given check (length(trim(name)) between 1 and 200),
	kind text not null constraint enterprise_kind_known check (
		kind in ('food', 'fishery', 'farm', 'livestock', 'craft', 'industry', 'trade', 'service', 'other')
	),
	product text,
	since_year integer constraint enterprise_since_year_possible check (since_year between 1900 and 2200),
	owner_name text,
	-- The record of the owner among the people, when there is one: she sees her own enterprise.
	owner_id uuid,
	-- What it can make: one number, or from and to, as people say it.
	capacity_from numeric,
	capacity_to numeric,
	capacity_unit text,
	capacity_period text constraint enterprise_capacity_period_known check (
		capacity_period in ('process', 'day', 'week', 'month', 'year')
	),
	workers_women integer,
	workers_men integer,
	-- Counted, but nobody wrote down whether women or men. Never guessed into the other two.
	workers_unrecorded integer,
	markets text[] not null default '{}',
	contact text,
	latitude numeric(9, 6),
	longitude numeric(9, 6),
	note text,
	ended_on date,
	version integer not null default 1,
	primary key (org_id, enterprise_id),
	-- What belongs to an enterprise lies in its village: see the foreign keys of the tables that follow.
	constraint enterprise_in_village unique (org_id, enterprise_id, village_code),
	constraint enterprise_capacity_order check (capacity_from >= 0 and capacity_to >= capacity_from),
	constraint enterprise_capacity_whole check (
		num_nulls(capacity_from, capacity_unit, capacity_period) in (0, 3)
		and (capacity_to is null or capacity_from is not null)
	),
	constraint enterprise_workers_counted check (
		coalesce(workers_women, 0) >= 0 and coalesce(workers_men, 0) >= 0 and coalesce(workers_unrecorded, 0) >= 0
	),
	constraint enterprise_place_whole check (num_nulls(latitude, longitude) in (0, 2)),
	constraint enterprise_place_in_indonesia check (latitude between -11.5 and 6.5 and longitude between 94.5 and 141.5)
);
select dist.declare('enterprise', 'tenant');
select access.by_organisation('enterprise', 'select, insert, update');
select access.by_village('enterprise', 'village_code');
select access.by_person('enterprise', 'owner_id');
alter table enterprise add constraint enterprise_of_programme foreign key (org_id, programme_id)
	references programme (org_id, programme_id);
alter table enterprise add constraint enterprise_village_known foreign key (village_code) references area (code);
create index enterprise_by_name on enterprise (org_id, programme_id, lower(name), enterprise_id);
create index enterprise_by_village on enterprise (org_id, programme_id, village_code, kind);
