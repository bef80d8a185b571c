-- At what price each actor of a chain buys and sells one product, from who makes it to who eats it.
create table chain_price (
	org_id uuid not null,
	chain_price_id uuid not null,
	programme_id uuid not null,
	village_code text not null constraint chain_price_village_official check (village_code ~ '^[0-9]{10}$'),
	product text not null constraint chain_price_product_given check (length(trim(product)) between 1 and 200),
	-- 1 is who makes it.
	step smallint not null constraint chain_price_step_counted check (step between 1 and 20),
	actor_name text not null constraint chain_price_actor_given check (length(trim(actor_name)) between 1 and 200),
	enterprise_id uuid,
	stakeholder_id uuid,
	-- The owner of the enterprise.
	owner_id uuid,
	-- Rupiah for one unit.
	buys_at numeric(14, 2) constraint chain_price_bought_not_negative check (buys_at >= 0),
	sells_at numeric(14, 2) constraint chain_price_sold_not_negative check (sells_at >= 0),
	unit text not null constraint chain_price_unit_given check (length(trim(unit)) between 1 and 40),
	noted_on date,
	version integer not null default 1,
	primary key (org_id, chain_price_id),
	constraint chain_price_step_once unique (org_id, programme_id, village_code, product, step),
	constraint chain_price_one_actor check (num_nonnulls(enterprise_id, stakeholder_id) <= 1)
);
select dist.declare('chain_price', 'tenant');
select access.by_organisation('chain_price', 'select, insert, update, delete');
select access.by_village('chain_price', 'village_code');
select access.by_person('chain_price', 'owner_id');
alter table chain_price add constraint chain_price_of_programme foreign key (org_id, programme_id)
	references programme (org_id, programme_id);
alter table chain_price add constraint chain_price_village_known foreign key (village_code) references area (code);
alter table chain_price add foreign key (org_id, enterprise_id) references enterprise (org_id, enterprise_id);
alter table chain_price add foreign key (org_id, stakeholder_id) references stakeholder (org_id, stakeholder_id);
