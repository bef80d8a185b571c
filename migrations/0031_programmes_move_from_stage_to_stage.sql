-- Every step from one stage to another, onward or back, with the reason that was given.
create table programme_stage_change (
	org_id uuid not null,
	stage_change_id uuid not null,
	programme_id uuid not null,
	from_stage text not null,
	to_stage text not null,
	reason text not null constraint programme_stage_reason_given check (length(trim(reason)) between 1 and 2000),
	changed_on date not null,
	changed_by_name text not null,
	primary key (org_id, stage_change_id),
	constraint programme_stage_moves check (from_stage <> to_stage)
);
select dist.declare('programme_stage_change', 'tenant');
select access.by_organisation('programme_stage_change', 'select, insert');
alter table programme_stage_change add foreign key (org_id, programme_id) references programme (org_id, programme_id);
create index programme_stage_change_by_programme on programme_stage_change (org_id, programme_id, changed_on);
