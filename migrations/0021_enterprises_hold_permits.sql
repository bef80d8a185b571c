create table permit (
	org_id uuid not null,
	permit_id uuid not null,
	enterprise_id uuid not null,
	-- Those of its enterprise, so that a statement that forgets to ask shows nobody else's.
	village_code text not null,
	owner_id uuid,
	kind text not null constraint permit_kind_known check (
		kind in ('nib', 'pirt', 'md', 'halal', 'siinas', 'other')
	),
	-- What the permit is called, when it is another.
	kind_name text,
	number text,
	issued_on date,
	-- The last day on which it holds; null when it has no end.
	expires_on date,
	note text,
	version integer not null default 1,
	primary key (org_id, permit_id),
	constraint permit_number_once unique (org_id, enterprise_id, kind, number),
	constraint permit_other_named check ((kind = 'other') = (length(trim(coalesce(kind_name, ''))) > 0)),
	constraint permit_expires_after_issue check (expires_on >= issued_on)
);
select dist.declare('permit', 'tenant');
-- A permit written down for the wrong enterprise really goes.
select access.by_organisation('permit', 'select, insert, update, delete');
select access.by_village('permit', 'village_code');
select access.by_person('permit', 'owner_id');
-- Judged at the end of a command, because an enterprise and what belongs to it move to another village together.
alter table permit add constraint permit_in_village foreign key (org_id, enterprise_id, village_code)
	references enterprise (org_id, enterprise_id, village_code) deferrable initially deferred;
create index permit_by_end on permit (org_id, expires_on) where expires_on is not null;

-- Which permits an enterprise needs, as the organisation understood it on a day. A later set replaces an earlier one
-- from its day on; none is changed into another, so that a judgement of last year can be understood.
create table permit_rule_set (
	org_id uuid not null,
	rule_set_id uuid not null,
	valid_from date not null,
	-- With which office it was checked, and when. Empty: the pages say "verify with the office".
	verified_with text,
	verified_on date,
	-- Read and written whole: src/server/features/permit-rule/schema.ts says what is in it.
	rules jsonb not null,
	version integer not null default 1,
	primary key (org_id, rule_set_id),
	constraint permit_rule_set_once_a_day unique (org_id, valid_from),
	constraint permit_rule_set_verified_whole check (num_nulls(verified_with, verified_on) in (0, 2))
);
select dist.declare('permit_rule_set', 'tenant');
select access.by_organisation('permit_rule_set', 'select, insert, update');
alter table permit_rule_set add foreign key (org_id) references organisation (org_id);
