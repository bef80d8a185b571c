-- What a person agreed to, when, and how she said so. Taken back, it stays as a row: what was done before was allowed.
create table consent (
	org_id uuid not null,
	consent_id uuid not null,
	person_id uuid not null,
	village_code text not null,
	purpose text not null constraint consent_purpose_known check (
		purpose in ('record', 'story', 'photo', 'publish', 'share', 'research')
	),
	given_how text not null constraint consent_how_known check (
		given_how in ('spoken', 'written', 'thumbprint', 'recorded', 'digital')
	),
	given_on date not null,
	-- Who gave it for a child.
	guardian_name text constraint consent_guardian_name_given check (length(trim(guardian_name)) between 1 and 200),
	note text,
	withdrawn_on date,
	withdrawn_note text,
	primary key (org_id, consent_id),
	constraint consent_withdrawn_after_given check (withdrawn_on is null or withdrawn_on >= given_on)
);
select dist.declare('consent', 'tenant');
select access.by_organisation('consent', 'select, insert, update');
select access.by_village('consent', 'village_code');
select access.by_person('consent', 'person_id');
alter table consent add foreign key (org_id, person_id, village_code)
	references person (org_id, person_id, village_code);
create index consent_by_person on consent (org_id, person_id);
create unique index consent_once on consent (org_id, person_id, purpose) where withdrawn_on is null;

-- Where the person's things are used: a story in a report, her photo on a page, her record in a list that was handed on.
-- Written by whoever uses them, so that a consent taken back can name every place.
create table consent_use (
	org_id uuid not null,
	use_id uuid not null,
	person_id uuid not null,
	village_code text not null,
	purpose text not null constraint consent_use_purpose_known check (
		purpose in ('record', 'story', 'photo', 'publish', 'share', 'research')
	),
	title text not null constraint consent_use_title_given check (length(trim(title)) between 1 and 300),
	-- An address, a shelf, a person who has the print.
	place text,
	used_on date not null,
	-- The day it was taken down, blacked out or brought back.
	ended_on date,
	primary key (org_id, use_id),
	constraint consent_use_ends_after_start check (ended_on is null or ended_on >= used_on)
);
select dist.declare('consent_use', 'tenant');
select access.by_organisation('consent_use', 'select, insert, update');
select access.by_village('consent_use', 'village_code');
select access.by_person('consent_use', 'person_id');
alter table consent_use add foreign key (org_id, person_id, village_code)
	references person (org_id, person_id, village_code);
create index consent_use_by_person on consent_use (org_id, person_id, purpose);
