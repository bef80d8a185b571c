-- What is left over where something is made: scales, shells, whey. A kilogram wet and a kilogram dry are two things.
create table by_product_stream (
	org_id uuid not null,
	stream_id uuid not null,
	programme_id uuid not null,
	-- Where it arises.
	village_code text not null constraint stream_village_official check (village_code ~ '^[0-9]{10}$'),
	enterprise_id uuid,
	stakeholder_id uuid,
	-- The owner of the enterprise it arises in.
	owner_id uuid,
	material text not null constraint stream_material_given check (length(trim(material)) between 1 and 200),
	-- One number, or from and to. Null: nobody weighed it, which is not 0.
	quantity_from numeric,
	quantity_to numeric,
	unit text,
	period text constraint stream_period_known check (period in ('day', 'week', 'month', 'year')),
	basis text constraint stream_basis_known check (basis in ('wet', 'dry')),
	used text not null constraint stream_used_known check (used in ('unused', 'part', 'used', 'unknown')),
	-- Rupiah for one unit of the quantity.
	price numeric(14, 2) constraint stream_price_not_negative check (price >= 0),
	noted_on date,
	note text,
	version integer not null default 1,
	primary key (org_id, stream_id),
	constraint stream_has_one_source check (num_nonnulls(enterprise_id, stakeholder_id) = 1),
	constraint stream_quantity_order check (quantity_from >= 0 and quantity_to >= quantity_from),
	constraint stream_quantity_whole check (
		(quantity_from is null or (unit is not null and period is not null))
		and (quantity_to is null or quantity_from is not null)
		and (price is null or unit is not null)
	)
);
select dist.declare('by_product_stream', 'tenant');
select access.by_organisation('by_product_stream', 'select, insert, update, delete');
select access.by_village('by_product_stream', 'village_code');
select access.by_person('by_product_stream', 'owner_id');
alter table by_product_stream add constraint stream_of_programme foreign key (org_id, programme_id)
	references programme (org_id, programme_id);
alter table by_product_stream add constraint stream_village_known foreign key (village_code) references area (code);
alter table by_product_stream add constraint stream_in_village foreign key (org_id, enterprise_id, village_code)
	references enterprise (org_id, enterprise_id, village_code) deferrable initially deferred;
alter table by_product_stream add foreign key (org_id, stakeholder_id) references stakeholder (org_id, stakeholder_id);
create index stream_by_material on by_product_stream (org_id, programme_id, lower(material));

-- An agreement has two sides. Who sees one side sees it; one between actors of no village is seen by all.
create function access.by_either_village(relation regclass, one text, other text) returns void
language plpgsql as $$
declare
	mine text := format(
		'current_setting(''app.villages'', true) = ''*'' or %I = any (string_to_array(current_setting(''app.villages'', true), '','')) or %I = any (string_to_array(current_setting(''app.villages'', true), '',''))',
		one, other
	);
begin
	execute format(
		'create policy village on %s as restrictive using (num_nonnulls(%I, %I) = 0 or %s) with check (%s)',
		relation, one, other, mine, mine
	);
end
$$;

create function access.by_either_person(relation regclass, one text, other text) returns void
language plpgsql as $$
declare
	mine text := format(
		'current_setting(''app.person'', true) = ''*'' or %I::text = current_setting(''app.person'', true) or %I::text = current_setting(''app.person'', true)',
		one, other
	);
begin
	execute format('create policy person on %s as restrictive using (%s) with check (%s)', relation, mine, mine);
end
$$;

-- Who gives what to whom, how much, since when.
create table supply_agreement (
	org_id uuid not null,
	agreement_id uuid not null,
	programme_id uuid not null,
	-- The village of who gives, and of who takes; null for an actor of no village.
	village_code text,
	taker_village_code text,
	giver_enterprise_id uuid,
	giver_stakeholder_id uuid,
	giver_owner_id uuid,
	taker_enterprise_id uuid,
	taker_stakeholder_id uuid,
	taker_owner_id uuid,
	-- The stream it is taken from, when that is on record.
	stream_id uuid,
	material text not null constraint agreement_material_given check (length(trim(material)) between 1 and 200),
	quantity_from numeric,
	quantity_to numeric,
	unit text,
	period text constraint agreement_period_known check (period in ('day', 'week', 'month', 'year')),
	basis text constraint agreement_basis_known check (basis in ('wet', 'dry')),
	-- Rupiah for one unit; 0 is a gift.
	price numeric(14, 2) constraint agreement_price_not_negative check (price >= 0),
	since date,
	-- The last day.
	until date,
	-- Who brings it. Null: not agreed, or nothing to bring.
	delivery text constraint agreement_delivery_known check (delivery in ('giver', 'taker', 'bumdes', 'other')),
	terms text,
	version integer not null default 1,
	primary key (org_id, agreement_id),
	constraint agreement_has_one_giver check (num_nonnulls(giver_enterprise_id, giver_stakeholder_id) = 1),
	constraint agreement_has_one_taker check (num_nonnulls(taker_enterprise_id, taker_stakeholder_id) = 1),
	constraint agreement_between_two check (
		coalesce(giver_enterprise_id, giver_stakeholder_id) <> coalesce(taker_enterprise_id, taker_stakeholder_id)
	),
	-- An enterprise always has its village, or the foreign keys below would look at nothing.
	constraint agreement_villages_whole check (
		(giver_enterprise_id is null or village_code is not null)
		and (taker_enterprise_id is null or taker_village_code is not null)
	),
	constraint agreement_quantity_order check (quantity_from >= 0 and quantity_to >= quantity_from),
	constraint agreement_quantity_whole check (
		(quantity_from is null or (unit is not null and period is not null))
		and (quantity_to is null or quantity_from is not null)
		and (price is null or unit is not null)
	),
	constraint agreement_until_after_since check (until >= since)
);
select dist.declare('supply_agreement', 'tenant');
select access.by_organisation('supply_agreement', 'select, insert, update, delete');
select access.by_either_village('supply_agreement', 'village_code', 'taker_village_code');
select access.by_either_person('supply_agreement', 'giver_owner_id', 'taker_owner_id');
alter table supply_agreement add constraint agreement_of_programme foreign key (org_id, programme_id)
	references programme (org_id, programme_id);
alter table supply_agreement add foreign key (village_code) references area (code);
alter table supply_agreement add foreign key (taker_village_code) references area (code);
alter table supply_agreement add constraint agreement_giver_in_village
	foreign key (org_id, giver_enterprise_id, village_code)
	references enterprise (org_id, enterprise_id, village_code) deferrable initially deferred;
alter table supply_agreement add constraint agreement_taker_in_village
	foreign key (org_id, taker_enterprise_id, taker_village_code)
	references enterprise (org_id, enterprise_id, village_code) deferrable initially deferred;
alter table supply_agreement add foreign key (org_id, giver_stakeholder_id)
	references stakeholder (org_id, stakeholder_id);
alter table supply_agreement add foreign key (org_id, taker_stakeholder_id)
	references stakeholder (org_id, stakeholder_id);
alter table supply_agreement add constraint agreement_takes_from_stream foreign key (org_id, stream_id)
	references by_product_stream (org_id, stream_id);
create index agreement_by_stream on supply_agreement (org_id, stream_id);
