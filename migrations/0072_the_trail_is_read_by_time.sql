-- The home page counts what was done in each of the last weeks.
create index audit_entry_by_time on audit_entry (org_id, at);
