-- Who took records away, and when: asked by owners, managers and auditors, of a trail that holds everything else too.
create index audit_entry_export on audit_entry (org_id, number) where verb = 'export.make';
