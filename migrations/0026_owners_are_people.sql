-- Who owns an enterprise, is a stakeholder or raised a finding may be a person on record.
alter table enterprise add constraint enterprise_owner_known foreign key (org_id, owner_id)
	references person (org_id, person_id);
alter table stakeholder add constraint stakeholder_person_known foreign key (org_id, person_id)
	references person (org_id, person_id);
alter table finding add constraint finding_person_known foreign key (org_id, person_id)
	references person (org_id, person_id);
create index enterprise_by_owner on enterprise (org_id, owner_id) where owner_id is not null;
