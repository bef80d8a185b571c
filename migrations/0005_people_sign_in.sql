-- Accounts, sessions and passkeys, as better-auth asks for them. They are of this instance, not of an organisation, and
-- the tenant role cannot reach them.
create schema auth;

create table auth."user" (
	"id" text not null primary key,
	"name" text not null,
	"email" text not null unique,
	"emailVerified" boolean not null,
	"image" text,
	"createdAt" timestamptz default current_timestamp not null,
	"updatedAt" timestamptz default current_timestamp not null,
	"username" text unique,
	"displayUsername" text
);
select dist.declare('auth."user"', 'local');

create table auth."session" (
	"id" text not null primary key,
	"expiresAt" timestamptz not null,
	"token" text not null unique,
	"createdAt" timestamptz default current_timestamp not null,
	"updatedAt" timestamptz not null,
	"ipAddress" text,
	"userAgent" text,
	"userId" text not null references auth."user" ("id") on delete cascade
);
select dist.declare('auth."session"', 'local');

create table auth."account" (
	"id" text not null primary key,
	"accountId" text not null,
	"providerId" text not null,
	"userId" text not null references auth."user" ("id") on delete cascade,
	"accessToken" text,
	"refreshToken" text,
	"idToken" text,
	"accessTokenExpiresAt" timestamptz,
	"refreshTokenExpiresAt" timestamptz,
	"scope" text,
	"password" text,
	"createdAt" timestamptz default current_timestamp not null,
	"updatedAt" timestamptz not null
);
select dist.declare('auth."account"', 'local');

create table auth."verification" (
	"id" text not null primary key,
	"identifier" text not null,
	"value" text not null,
	"expiresAt" timestamptz not null,
	"createdAt" timestamptz default current_timestamp not null,
	"updatedAt" timestamptz default current_timestamp not null
);
select dist.declare('auth."verification"', 'local');

create table auth."passkey" (
	"id" text not null primary key,
	"name" text,
	"publicKey" text not null,
	"userId" text not null references auth."user" ("id") on delete cascade,
	"credentialID" text not null,
	"counter" integer not null,
	"deviceType" text not null,
	"backedUp" boolean not null,
	"transports" text,
	"createdAt" timestamptz,
	"aaguid" text
);
select dist.declare('auth."passkey"', 'local');

create table auth."rateLimit" (
	"id" text not null primary key,
	"key" text not null unique,
	"count" integer not null,
	"lastRequest" bigint not null
);
select dist.declare('auth."rateLimit"', 'local');

create index "session_userId_idx" on auth."session" ("userId");
create index "account_userId_idx" on auth."account" ("userId");
create index "verification_identifier_idx" on auth."verification" ("identifier");
create index "passkey_userId_idx" on auth."passkey" ("userId");
create index "passkey_credentialID_idx" on auth."passkey" ("credentialID");

-- Links that open a door once: the first owner's, an invitation's, a demo's. What they open is written behind the link's
-- hash; the link itself is never kept.
create table entry_link (
	token_sha256 bytea primary key,
	kind text not null constraint entry_link_kind_known check (kind in ('first-owner', 'invitation', 'sign-in')),
	org_id uuid,
	invitation_id uuid,
	account_id text,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null,
	used_at timestamptz
);
select dist.declare('entry_link', 'local');
