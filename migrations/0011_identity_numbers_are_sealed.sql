-- The NIK of those who gave it. The number is sealed with a key outside the database, so that neither the database nor a
-- copy of it shows one; not even the figures that the mask leaves are kept in clear, because with the village and the year
-- they leave few numbers to try. The fingerprint, made with a key too and different in every organisation, finds doubles.
-- It is not unique: a refusal would tell of a record that its reader may not see.
create table person_identity (
	org_id uuid not null,
	person_id uuid not null,
	village_code text not null,
	sealed text not null constraint person_identity_sealed check (sealed ~ '^v1[.][0-9a-f]{16}[.][A-Za-z0-9_-]{16}[.][A-Za-z0-9_-]{43}$'),
	fingerprint bytea not null constraint person_identity_fingerprint_whole check (length(fingerprint) = 32),
	primary key (org_id, person_id)
);
select dist.declare('person_identity', 'tenant');
select access.by_organisation('person_identity', 'select, insert, update, delete');
select access.by_village('person_identity', 'village_code');
select access.by_person('person_identity', 'person_id');
alter table person_identity add foreign key (org_id, person_id, village_code)
	references person (org_id, person_id, village_code);
create index person_identity_by_fingerprint on person_identity (org_id, fingerprint);
