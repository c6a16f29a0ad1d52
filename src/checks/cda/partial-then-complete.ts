import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { type DocumentVersion, documentVersion } from './header/document-version.js';

type RuleName = 'not-replaced' | 'status' | 'set-id' | 'version';

const rule = {
  severity: 'error',
  mark: 'primary',
  clause:
    'REM, DMP/va1.15 ; CI-SIS, CR d’examens de biologie médicale §3.2 (statut du compte rendu) ; Structuration minimale, relatedDocument',
  samples: null,
} as const;
const inComplete = (good: string, bad: string) => ({ base: 'cda-partial', part: 'complete', good, bad }) as const;

/** A partial report of biology is followed by its complete version, which replaces it. */
export const partialThenComplete = defineSetCheck({
  id: 'cda/partial-then-complete',
  on: 'cda',
  rules: { 'not-replaced': rule, status: rule, 'set-id': rule, version: rule },
  examples: [
    { rule: 'not-replaced', ...inComplete('typeCode="RPLC"', 'typeCode="APND"'), trips: ['cda/versions'] },
    { rule: 'status', ...inComplete('<lab:statusCode code="completed"/>', '<lab:statusCode code="active"/>') },
    { rule: 'set-id', ...inComplete('<setId root="2.999.2', '<setId root="2.999.7.2') },
    {
      rule: 'version',
      ...inComplete('<versionNumber value="2"/>', '<versionNumber value="1"/>'),
      trips: ['cda/versions'],
    },
  ],
  keep: documentVersion,
  run(reports, context) {
    const partial = reports.filter(({ status, replaces }) => status === 'active' && replaces.length === 0);
    if (partial.length === 0) {
      if (!isOfDossier(context)) return { evaluated: 0, findings: [], applies: false };
      return { evaluated: 0, findings: [], needs: [{ code: 'need/partial-report' }] };
    }
    const replacing = new Map(reports.flatMap((report) => report.replaces.map((id) => [id, report])));
    const ofSet = new Map(
      reports.filter(({ status }) => status === 'completed').map((report) => [report.setId, report]),
    );
    const findings: RawFinding<RuleName>[] = [];
    const needs: Need[] = [];
    for (const first of partial) {
      const complete = replacing.get(first.id) ?? ofSet.get(first.setId);
      if (complete) findings.push(...judge(first, complete));
      else needs.push({ code: 'need/complete-report', args: { file: first.setAt.artifact } });
    }
    return {
      evaluated: partial.length,
      findings,
      ...(isOfDossier(context) && needs.length > 0 && { needs }),
      ...(!isOfDossier(context) && needs.length === partial.length && { applies: false }),
    };
  },
});

function judge(first: DocumentVersion, complete: DocumentVersion): RawFinding<RuleName>[] {
  const args = { file: first.setAt.artifact };
  if (!complete.replaces.includes(first.id))
    return [{ rule: 'not-replaced', at: complete.replacesAt, args: { ...args, id: first.id } }];
  const findings: RawFinding<RuleName>[] = [];
  if (complete.status !== 'completed')
    findings.push({ rule: 'status', at: complete.statusAt, args, actual: complete.status });
  if (complete.setId !== first.setId)
    findings.push({ rule: 'set-id', at: complete.setAt, args: { ...args, set: first.setId }, actual: complete.setId });
  if (complete.version <= first.version)
    findings.push({
      rule: 'version',
      at: complete.versionAt,
      args: { ...args, version: first.version },
      actual: String(complete.version),
    });
  return findings;
}
