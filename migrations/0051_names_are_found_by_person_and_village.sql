-- The key that holds a person's names to her village asks by person and village whenever a person is removed. While
-- PostgreSQL has no statistics yet, which is so after a large import, it would take the index by village for that, and
-- read the names of half the village for every person: taking back 25,000 people needed three minutes and now seconds.
alter table person_name drop constraint person_name_pkey;
alter table person_name add primary key (org_id, person_id, village_code, word);
