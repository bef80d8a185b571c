-- How an account likes its pages; without a row as its role suggests.
create table account_setting (
	account_id text primary key,
	-- The preset of the phone's bar and of what the home page puts first.
	bar text not null constraint account_setting_bar_known check (bar in ('facilitator', 'treasurer', 'head', 'other'))
);
select dist.declare('account_setting', 'local');
