create table organisation (
	org_id uuid primary key,
	name text not null constraint organisation_name_given check (length(trim(name)) between 1 and 200),
	kind text not null constraint organisation_kind_known check (
		kind in ('ngo', 'company', 'cooperative', 'district-office', 'village', 'cluster', 'university', 'other')
	),
	created_at timestamptz not null default now()
);
select dist.declare('organisation', 'tenant');
select access.by_organisation('organisation', 'select, insert, update');

-- What a person with an account is in an organisation. The roles are those of src/server/access/roles.ts.
create table membership (
	org_id uuid not null,
	membership_id uuid not null,
	account_id text not null,
	display_name text not null constraint membership_name_given check (length(trim(display_name)) between 1 and 200),
	role text not null constraint membership_role_known check (
		role in ('owner', 'manager', 'facilitator', 'treasurer', 'member', 'auditor', 'guest')
	),
	-- A facilitator's villages, official area codes. Empty for the others, who see all villages.
	villages text[] not null default '{}',
	-- A member's own record.
	person_id uuid,
	started_on date not null,
	ended_on date,
	primary key (org_id, membership_id),
	constraint membership_once_per_account unique (org_id, account_id),
	constraint membership_ends_after_start check (ended_on is null or ended_on >= started_on)
);
select dist.declare('membership', 'tenant');
select access.by_organisation('membership', 'select, insert, update');
alter table membership add foreign key (org_id) references organisation (org_id);

create table invitation (
	org_id uuid not null,
	invitation_id uuid not null,
	display_name text not null,
	role text not null constraint invitation_role_known check (
		role in ('owner', 'manager', 'facilitator', 'treasurer', 'member', 'auditor', 'guest')
	),
	villages text[] not null default '{}',
	person_id uuid,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null,
	accepted_at timestamptz,
	withdrawn_at timestamptz,
	primary key (org_id, invitation_id)
);
select dist.declare('invitation', 'tenant');
select access.by_organisation('invitation', 'select, insert, update');
alter table invitation add foreign key (org_id) references organisation (org_id);

-- Which organisations an account enters: the one question that is asked before an organisation is known.
create table account_organisation (
	account_id text not null,
	org_id uuid not null,
	primary key (account_id, org_id)
);
select dist.declare('account_organisation', 'local');
