-- Official area codes: 2 figures a province, 4 a regency, 6 a district, 10 a village. Filled by the program from
-- idn-area-data when it starts, not by this file: 91,000 rows that change every few years.
create table area (
	code text primary key constraint area_code_official check (code ~ '^[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{4})?)?)?$'),
	parent_code text,
	name text not null,
	-- Lower case, as a person searches it.
	search_name text not null
);
select dist.declare('area', 'reference');
create index area_by_parent on area (parent_code);
create index area_by_name on area (search_name text_pattern_ops);
grant select on area to sentra_tenant;

create table reference_version (
	name text primary key,
	version text not null
);
select dist.declare('reference_version', 'reference');
grant select on reference_version to sentra_tenant;
