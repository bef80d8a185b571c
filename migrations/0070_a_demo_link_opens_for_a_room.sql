-- The links of a demo are shown to a room: everybody in it may open them, until the demo is started again. All other
-- links open a door once.
alter table entry_link add column reusable boolean not null default false;
alter table entry_link add constraint entry_link_reusable_signs_in check (not reusable or kind = 'sign-in');
