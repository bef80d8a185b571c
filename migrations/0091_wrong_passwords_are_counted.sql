-- Wrong tries at one account, from whatever address. The name is kept as its hash: somebody may have typed her password
-- into the wrong field.
create table sign_in_failure (
	name_sha256 bytea primary key,
	failures integer not null,
	first_at timestamptz not null
);
select dist.declare('sign_in_failure', 'local');
