import { byCodeUnit } from '../artifacts/by-code-unit.js';
import type { Report } from '../report/report.js';
import type { JudgingChange } from './comparison.js';

/** What judged the two reports and for whom, where it differs. */
export function judgingChanges(a: Report, b: Report, severities: readonly JudgingChange[]): JudgingChange[] {
  const left = facts(a);
  const right = facts(b);
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const changes = names.flatMap((key): JudgingChange[] => {
    const [what, name] = JSON.parse(key) as [JudgingChange['what'], string];
    const both = { a: left.get(key) ?? null, b: right.get(key) ?? null };
    // Of a requirement that only one has, all that it says is new.
    const alone = (what === 'mandatory' || what === 'correction') && (both.a === null || both.b === null);
    return both.a === both.b || alone ? [] : [{ what, name, ...both }];
  });
  const keyOf = ({ what, name, a: was, b: is }: JudgingChange): string => JSON.stringify([what, name, was, is]);
  return [...changes, ...severities].sort((x, y) => byCodeUnit(keyOf(x), keyOf(y)));
}

/** Each fact by what it is and its name, as JSON. */
function facts(report: Report): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (what: JudgingChange['what'], name: string, value: string): void => {
    found.set(JSON.stringify([what, name]), value);
  };
  add('tool', report.tool.name, report.tool.version);
  for (const { id, version, sha256 } of report.packs) add('pack', id, `${version} ${sha256}`);
  add('base', '', `${report.base.source} (${report.base.date})`);
  if (report.rem) add('rem', '', `${report.rem.file} ${report.rem.sha256}`);
  for (const { name, value } of report.limits ?? []) add('limit', name, String(value));
  for (const [name, value] of Object.entries(report.candidate ?? {})) add('candidate', name, String(value));
  for (const { id, mandatory, correction } of report.requirements) {
    add('mandatory', id, String(mandatory));
    add('correction', id, String(correction !== null));
  }
  return found;
}
