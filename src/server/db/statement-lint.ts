/**
 * What every statement of the program must hold, read from the statements themselves as they are sent: row-level security
 * would hide the rows of others without it, but would look for them in every shard.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Finding } from './catalog-lint.ts';

const server = fileURLToPath(new URL('..', import.meta.url));

const withoutTexts = (statement: string): string =>
	statement
		.replace(/--[^\n]*/g, ' ')
		.replace(/\/\*[\s\S]*?\*\//g, ' ')
		.replace(/'(?:[^']|'')*'/g, "''");

const tablesIn = (statement: string): string[] =>
	[
		...statement.matchAll(
			/\b(?:from|join|into|update|table|using)\s+(?:only\s+)?(?:"?public"?\.)?"?([a-z_][a-z0-9_]*)"?/gi,
		),
	].map((match) => match[1] ?? '');

/** What is wrong with a statement; empty when nothing is. */
export function statementFindings(statement: string, tenantTables: ReadonlySet<string>): Finding[] {
	const bare = withoutTexts(statement);
	const at = statement.replace(/\s+/g, ' ').trim().slice(0, 200);
	const findings: Finding[] = [];
	const named = tablesIn(bare).filter((name) => tenantTables.has(name));
	if (named.length > 0 && !/\borg_id\b/.test(bare))
		findings.push({ rule: `a statement on ${named.join(', ')} names org_id`, at });
	// Citus carries `SET LOCAL` to the shards, and not this.
	if (/\bset_config\s*\(\s*'app\./i.test(statement))
		findings.push({ rule: 'the tenant is set by SET LOCAL, never by set_config', at });
	if (/(?:^|;)\s*set\s+(?!local\b)(?:session\s+)?(?:role|app\.)/i.test(bare))
		findings.push({ rule: 'whose a transaction is ends with it: SET LOCAL', at });
	return findings;
}

const MOST_STATIC = 12;
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A template as a pattern: whatever was put into it may stand there. */
function patternOf(template: ts.TemplateLiteral): RegExp | null {
	const parts = ts.isNoSubstitutionTemplateLiteral(template)
		? [template.text]
		: [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
	const fixed = parts.map(squeezed);
	if (fixed.join('').length < MOST_STATIC) return null;
	return new RegExp(`^${fixed.map(escaped).join(String.raw`[\s\S]*?`)}$`, 's');
}

function templatesIn(file: string): RegExp[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false);
	const found: RegExp[] = [];
	const visit = (node: ts.Node): void => {
		const template = ts.isTaggedTemplateExpression(node) ? node.template : null;
		const pattern = template && patternOf(template);
		if (pattern !== null) found.push(pattern);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** Files whose statements are for the whole instance: they are given none of a tenant's rights. */
const OF_THE_INSTANCE = /(^|\/)(backup|isolation|embedded)\/|(\.test|\/testing[^/]*|-lint)\.ts$/;

let patterns: RegExp[] | null = null;

/** Whether the program itself sends such a statement; tests look behind the curtain with others of their own. */
export function isOfTheProgram(statement: string): boolean {
	patterns ??= readdirSync(server, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts') && !OF_THE_INSTANCE.test(`/${file}`))
		.flatMap((file) => templatesIn(join(server, file)));
	const text = squeezed(statement).replace(/ ?\$\d+ ?/g, ' ');
	return patterns.some((pattern) => pattern.test(text));
}
