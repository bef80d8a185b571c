-- Who is forgotten may have worked here once: her name stands where it says who changed, saved, attached, published or made
-- something. The name alone can be taken out, while somebody is forgotten. What was saved, handed in and published stays as
-- it was: no other column may be changed.
grant update (changed_by_name) on programme_stage_change to sentra_tenant;
create policy forgetting on programme_stage_change as restrictive for update
	using (current_setting('app.forgets', true) <> '');
grant update (saved_by_name) on study_version to sentra_tenant;
create policy forgetting on study_version as restrictive for update
	using (current_setting('app.forgets', true) <> '');
grant update (attached_by_name) on study_file to sentra_tenant;
create policy forgetting on study_file as restrictive for update
	using (current_setting('app.forgets', true) <> '');
-- Beside what is written when it is taken back, or a guest comes: here a policy would hold that up too.
grant update (published_by_name) on study_publication to sentra_tenant;
grant update (created_by_name) on guest_link to sentra_tenant;
