-- A code that is no longer official stays, because records name it, but is offered to nobody.
alter table area add column in_force boolean not null default true;

-- By the beginning of any word of the name.
create index area_by_words on area using gin (to_tsvector('simple', search_name));
-- As one word, because offices write Tanjungpinang and people Tanjung Pinang; a town is searched without its "kota".
create index area_by_joined_name on area
	(replace(regexp_replace(search_name, '^(kabupaten|kota) ', ''), ' ', '') text_pattern_ops);
create index area_by_code on area (code text_pattern_ops);
