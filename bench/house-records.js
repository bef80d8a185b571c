/** Many records in one organisation, planted by SQL in seconds: what a regency has after some years. */

/** One programme in twenty villages: 100,000 people, 25,000 households, 400 groups, 4,000 enterprises with permits. */
export async function plantRecords(sql, orgId, people) {
	const id = '01900000-0000-7000-8000-000000000001';
	await sql.begin(async (tx) => {
		await tx`insert into programme (org_id, programme_id, slug, name, stage)
			values (${orgId}, ${id}, 'kabupaten', 'Program Kabupaten', 'growing')`;
		await tx`insert into programme_village (org_id, programme_id, village_code)
			select ${orgId}, ${id}, code from area where length(code) = 10 and code like '3515%' order by code limit 20`;
		await tx`create temporary table place on commit drop as
			select village_code, row_number() over (order by village_code) - 1 as at from programme_village
			where org_id = ${orgId}`;
		await plantPeople(tx, orgId, people);
		await plantGroups(tx, orgId, id, people);
		await plantEnterprises(tx, orgId, id, people);
	});
	await sql`vacuum analyze`;
	return id;
}

async function plantPeople(tx, orgId, people) {
	await tx`create temporary table one on commit drop as
		select i, gen_random_uuid() as person_id, gen_random_uuid() as household_id, village_code,
			given || ' ' || family || ' ' || father as name
		from generate_series(0, ${people - 1}) i
		join place on place.at = i / 4 % 20
		cross join lateral (select
			(array['Siti','Budi','Wati','Agus','Dewi','Eko','Rina','Joko','Nur','Sri'])[1 + i % 10] as given,
			(array['Aminah','Santoso','Lestari','Wibowo','Hidayat','Rahayu','Saputra'])[1 + i % 7] as family,
			(array['Ahmad','Bambang','Cahyo','Darma','Edi','Fajar','Gunawan','Hasan','Imam','Jamal','Karim','Lukman',
				'Mulyono'])[1 + i % 13] || ' ' || i as father) said`;
	await tx`insert into person (org_id, person_id, name, village_code, birth_year, sex, phone)
		select ${orgId}, person_id, name, village_code, 1950 + i % 60,
			case i % 2 when 0 then 'female' else 'male' end, '0812' || lpad(i::text, 8, '0') from one`;
	await tx`insert into person_name (org_id, person_id, village_code, word, name_from)
		select ${orgId}, person_id, village_code, word,
			array_to_string((string_to_array(lower(name), ' '))[word + 1:], ' ')
		from one, generate_series(0, 3) word`;
	await tx`insert into household (org_id, household_id, village_code)
		select ${orgId}, household_id, village_code from one where i % 4 = 0`;
	await tx`insert into household_member (org_id, person_id, household_id, village_code, relation)
		select ${orgId}, one.person_id, head.household_id, one.village_code,
			(array['head','spouse','child','parent'])[1 + one.i % 4]
		from one join one head on head.i = one.i - one.i % 4`;
}

async function plantGroups(tx, orgId, programmeId, people) {
	await tx`create temporary table circle on commit drop as
		select i, gen_random_uuid() as group_id, village_code from generate_series(0, ${people / 250 - 1}) i
		join place on place.at = i % 20`;
	await tx`insert into producer_group (org_id, group_id, programme_id, village_code, name, search_name)
		select ${orgId}, group_id, ${programmeId}, village_code, 'Kelompok ' || i, 'kelompok ' || i from circle`;
	await tx`insert into group_member (org_id, group_member_id, group_id, person_id, village_code, role, joined_on)
		select ${orgId}, gen_random_uuid(), group_id, person_id, circle.village_code, 'member', '2024-01-01'
		from one join circle on circle.i = one.i / 10 % ${people / 250} where one.i % 10 = 0`;
}

async function plantEnterprises(tx, orgId, programmeId, people) {
	await tx`create temporary table firm on commit drop as
		select i, gen_random_uuid() as enterprise_id, village_code from generate_series(0, ${people / 25 - 1}) i
		join place on place.at = i % 20`;
	await tx`insert into enterprise (org_id, enterprise_id, programme_id, village_code, name, kind, product,
			owner_name, workers_women, workers_men)
		select ${orgId}, enterprise_id, ${programmeId}, village_code,
			(array['Kerupuk','Serabi','Batik','Abon','Keripik','Tahu','Tempe','Madu'])[1 + i % 8] || ' ' ||
				(array['Barokah','Makmur','Jaya','Lestari','Sejahtera'])[1 + i % 5] || ' ' || i,
			(array['food','craft','fishery','trade'])[1 + i % 4], 'produk ' || i % 50, 'Ibu ' || i, i % 7, i % 3
		from firm`;
	await tx`insert into permit (org_id, permit_id, enterprise_id, village_code, kind, number, issued_on, expires_on)
		select ${orgId}, gen_random_uuid(), enterprise_id, village_code, kind, i || '-' || kind, '2024-01-01',
			case kind when 'nib' then null else date '2026-12-01' + i % 400 end
		from firm, unnest(array['nib','pirt']) kind where i % 3 > 0 or kind = 'nib'`;
}
