-- Kelompok binaan: the group that a programme accompanies.
create table producer_group (
	org_id uuid not null,
	group_id uuid not null,
	programme_id uuid not null,
	village_code text not null,
	name text not null constraint producer_group_name_given check (length(trim(name)) between 1 and 200),
	-- In small letters without marks: OLIKAN and Olikan are one group.
	search_name text collate "C" not null,
	main_product text,
	founded_on date,
	note text,
	version integer not null default 1,
	removed_at timestamptz,
	removed_reason text,
	primary key (org_id, group_id),
	constraint producer_group_in_village unique (org_id, group_id, village_code),
	constraint producer_group_removed_for_a_reason check ((removed_at is null) = (removed_reason is null)),
	constraint producer_group_removal_reason_known check (removed_reason in ('dissolved', 'left', 'double', 'mistake'))
);
select dist.declare('producer_group', 'tenant');
select access.by_organisation('producer_group', 'select, insert, update');
select access.by_village('producer_group', 'village_code');
alter table producer_group add constraint producer_group_village_of_programme
	foreign key (org_id, programme_id, village_code) references programme_village (org_id, programme_id, village_code);
create unique index producer_group_name_once on producer_group (org_id, programme_id, village_code, search_name)
	where removed_at is null;

-- One row a stay: from the day of joining until the day of leaving, which is no longer a day of membership. Who comes back
-- or takes another role has a further row, so that the members of any day can be told.
create table group_member (
	org_id uuid not null,
	group_member_id uuid not null,
	group_id uuid not null,
	person_id uuid not null,
	-- The group's, wherever the person lives: who accompanies the group sees who is in it.
	village_code text not null,
	role text not null constraint group_member_role_known check (role in ('chair', 'secretary', 'treasurer', 'member')),
	joined_on date not null,
	left_on date,
	primary key (org_id, group_member_id),
	constraint group_member_leaves_after_joining check (left_on is null or left_on >= joined_on)
);
select dist.declare('group_member', 'tenant');
select access.by_organisation('group_member', 'select, insert, update');
select access.by_village('group_member', 'village_code');
select access.by_person('group_member', 'person_id');
alter table group_member add foreign key (org_id, group_id, village_code)
	references producer_group (org_id, group_id, village_code);
alter table group_member add foreign key (org_id, person_id) references person (org_id, person_id);
create index group_member_by_group on group_member (org_id, group_id, joined_on);
create index group_member_by_person on group_member (org_id, person_id);
create unique index group_member_once on group_member (org_id, group_id, person_id) where left_on is null;
