-- As what the account entered when an organisation made the link: whoever has become more since then is not signed in by
-- it. Links of before name none and open nothing.
alter table entry_link add column role text;
alter table entry_link add constraint entry_link_role_known check (
	role in ('owner', 'manager', 'facilitator', 'treasurer', 'member', 'auditor', 'guest')
);
