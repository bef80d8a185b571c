/** One row of a list of people as the fields of a person. */
import {
	isCellError,
	isMaskedNik,
	readBirthCell,
	readNikCell,
	readPhoneCell,
	readSexCell,
	textOrNothing,
} from './intake-cells.ts';
import { peopleFields } from './intake-fields.ts';
import type { IntakeFinding } from './intake-finding.ts';
import { addressOf, taken } from './intake-rows.ts';
import type { IntakeRow } from './intake-rows.ts';

export interface ReadPerson {
	readonly name: string;
	readonly identityNumber: string | null;
	readonly phone: string | null;
	readonly sex: 'female' | 'male' | null;
	readonly birthYear: number | null;
	readonly address: string | null;
	readonly note: string | null;
	readonly group: string | null;
}

export interface RowReading<Values> {
	readonly values: Values;
	readonly findings: IntakeFinding[];
	/** The nought or the plus before her phone number came back. */
	readonly phoneRestored: boolean;
}

/** Reads one row. Which village and group it names is for who knows them. */
export function readPersonRow(row: IntakeRow, today: string): RowReading<ReadPerson> {
	const findings: IntakeFinding[] = [];
	for (const field of peopleFields)
		if (isCellError(row.text(field))) findings.push(row.finding('CELL_ERROR', field));
	const sound = (field: (typeof peopleFields)[number]) => !findings.some((one) => one.field === field);
	const name = textOrNothing(row.text('name')) ?? '';
	if (name === '') findings.push(row.finding('NAME_MISSING', 'name'));
	if (isMaskedNik(row.text('identityNumber'))) findings.push(row.finding('NIK_MASKED', 'identityNumber'));
	const phone = readPhoneCell(row.cell('phone'));
	const values = {
		name,
		identityNumber: sound('identityNumber')
			? taken(row, 'identityNumber', readNikCell(row.cell('identityNumber')), findings)
			: null,
		phone: sound('phone') ? taken(row, 'phone', phone, findings) : null,
		sex: sound('sex') ? taken(row, 'sex', readSexCell(row.cell('sex')), findings) : null,
		birthYear: sound('born') ? taken(row, 'born', readBirthCell(row.cell('born'), today), findings) : null,
		address: addressOf(row),
		note: textOrNothing(row.text('note')),
		group: textOrNothing(row.text('group')),
	};
	return { values, findings, phoneRestored: 'restored' in phone };
}
