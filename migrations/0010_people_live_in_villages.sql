create table person (
	org_id uuid not null,
	person_id uuid not null,
	name text not null constraint person_name_given check (length(trim(name)) between 1 and 200),
	sex text constraint person_sex_known check (sex in ('female', 'male')),
	birth_year smallint constraint person_birth_year_possible check (birth_year between 1900 and 2100),
	-- Text: a number would lose the nought in front.
	phone text constraint person_phone_form check (phone ~ '^[0-9+() .-]{6,25}$'),
	village_code text not null constraint person_village_whole check (length(village_code) = 10),
	address text,
	note text,
	-- To be handled with care for a reason that nobody needs to write down. Children are, by their birth year.
	marked_sensitive boolean not null default false,
	version integer not null default 1,
	removed_at timestamptz,
	removed_reason text,
	primary key (org_id, person_id),
	-- What belongs to a person carries her village, so that it is kept by village too; these keys hold it to hers.
	constraint person_in_village unique (org_id, person_id, village_code),
	constraint person_removed_for_a_reason check ((removed_at is null) = (removed_reason is null)),
	constraint person_removal_reason_known check (
		removed_reason in ('moved', 'died', 'double', 'asked', 'mistake')
	)
);
select dist.declare('person', 'tenant');
select access.by_organisation('person', 'select, insert, update');
select access.by_village('person', 'village_code');
select access.by_person('person', 'person_id');
alter table person add foreign key (org_id) references organisation (org_id);
alter table person add constraint person_village_known foreign key (village_code) references area (code);

-- A name as it is searched: from its first word on (word 0), from its second on, and so forth, in small letters without
-- marks. What a person types is the beginning of one of these. Compared byte by byte: under row-level security PostgreSQL
-- looks into an index only with operators that cannot tell of rows it must hide, and LIKE is none of them.
create table person_name (
	org_id uuid not null,
	person_id uuid not null,
	village_code text not null,
	word smallint not null,
	name_from text collate "C" not null,
	primary key (org_id, person_id, word)
);
select dist.declare('person_name', 'tenant');
select access.by_organisation('person_name', 'select, insert, update, delete');
select access.by_village('person_name', 'village_code');
select access.by_person('person_name', 'person_id');
alter table person_name add foreign key (org_id, person_id, village_code)
	references person (org_id, person_id, village_code);
create index person_name_in_order on person_name (org_id, name_from, person_id) where word = 0;
create index person_name_in_order_by_village on person_name (org_id, village_code, name_from, person_id) where word = 0;
create index person_name_searched on person_name (org_id, name_from, person_id);
create index person_name_searched_by_village on person_name (org_id, village_code, name_from, person_id);

-- A household is its members; it has no name, address or number of its own that could be read without them.
create table household (
	org_id uuid not null,
	household_id uuid not null,
	village_code text not null constraint household_village_whole check (length(village_code) = 10),
	primary key (org_id, household_id),
	constraint household_in_village unique (org_id, household_id, village_code)
);
select dist.declare('household', 'tenant');
select access.by_organisation('household', 'select, insert, delete');
select access.by_village('household', 'village_code');
alter table household add foreign key (org_id) references organisation (org_id);
alter table household add constraint household_village_known foreign key (village_code) references area (code);

-- A person lives in one household at most; a household has one head at most.
create table household_member (
	org_id uuid not null,
	person_id uuid not null,
	household_id uuid not null,
	village_code text not null,
	relation text not null constraint household_relation_known check (
		relation in ('head', 'spouse', 'child', 'parent', 'other')
	),
	constraint household_member_once primary key (org_id, person_id)
);
select dist.declare('household_member', 'tenant');
select access.by_organisation('household_member', 'select, insert, update, delete');
select access.by_village('household_member', 'village_code');
select access.by_person('household_member', 'person_id');
alter table household_member add foreign key (org_id, household_id, village_code)
	references household (org_id, household_id, village_code);
alter table household_member add foreign key (org_id, person_id) references person (org_id, person_id);
create index household_member_by_household on household_member (org_id, household_id);
create unique index household_one_head on household_member (org_id, household_id) where relation = 'head';
