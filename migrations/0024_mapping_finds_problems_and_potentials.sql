-- What people said in the social mapping: what stands in the way, and what could be done.
create table finding (
	org_id uuid not null,
	finding_id uuid not null,
	programme_id uuid not null,
	village_code text not null constraint finding_village_official check (village_code ~ '^[0-9]{10}$'),
	kind text not null constraint finding_kind_known check (kind in ('problem', 'potential')),
	what text not null constraint finding_text_given check (length(trim(what)) between 1 and 2000),
	raised_by text,
	-- Who raised it, when she is on record: she sees what she said.
	person_id uuid,
	-- 1 little, 5 much; null when it was not weighed.
	weight smallint constraint finding_weight_scale check (weight between 1 and 5),
	noted_on date,
	stream_id uuid,
	enterprise_id uuid,
	settled_on date,
	settled_how text,
	version integer not null default 1,
	primary key (org_id, finding_id),
	constraint finding_settled_after_noted check (settled_on >= noted_on)
);
select dist.declare('finding', 'tenant');
select access.by_organisation('finding', 'select, insert, update, delete');
select access.by_village('finding', 'village_code');
select access.by_person('finding', 'person_id');
alter table finding add constraint finding_of_programme foreign key (org_id, programme_id)
	references programme (org_id, programme_id);
alter table finding add constraint finding_village_known foreign key (village_code) references area (code);
alter table finding add foreign key (org_id, stream_id) references by_product_stream (org_id, stream_id);
alter table finding add foreign key (org_id, enterprise_id) references enterprise (org_id, enterprise_id);
create index finding_by_kind on finding (org_id, programme_id, village_code, kind);
