-- A file that is handed in with a study is often somebody's list, full of identity numbers. Its bytes are sealed with the
-- key of those numbers, as the file of an import is. What was kept before stays as it is and says so; size and hash are of
-- the file as it was handed in. A sealed file has 37 bytes more: version, id of the key, nonce and tag.
alter table study_file add column sealed boolean not null default false;
alter table study_file drop constraint study_file_unharmed;
alter table study_file add constraint study_file_unharmed check (
	length(sha256) = 32
	and case when sealed then length(bytes) = size + 37 else size = length(bytes) and sha256 = sha256(bytes) end
);
