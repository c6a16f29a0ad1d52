import type { Artifact } from '../../artifacts/artifact.js';
import { NS } from '../../artifacts/xml/names.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { isOfDossier, placeIn } from '../context.js';
import { defineSetCheck, type Need, type Place, type RawFinding } from '../define.js';

type RuleName = 'not-replaced' | 'status' | 'set-id' | 'version';

/** What is kept of a report to tell that it completes another. */
interface Report {
  readonly at: Place;
  readonly id: string;
  readonly setId: string;
  readonly version: number;
  readonly versionAt: Place;
  /** `active` for a partial report, `completed`; empty when it tells none. */
  readonly status: string;
  readonly statusAt: Place;
  /** Ids of the documents that it replaces. */
  readonly replaces: readonly string[];
  readonly replacesAt: Place;
}

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
  keep: reportOf,
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
      else needs.push({ code: 'need/complete-report', args: { file: first.at.artifact } });
    }
    return {
      evaluated: partial.length,
      findings,
      ...(isOfDossier(context) && needs.length > 0 && { needs }),
      ...(!isOfDossier(context) && needs.length === partial.length && { applies: false }),
    };
  },
});

function judge(first: Report, complete: Report): RawFinding<RuleName>[] {
  const args = { file: first.at.artifact };
  if (!complete.replaces.includes(first.id))
    return [{ rule: 'not-replaced', at: complete.replacesAt, args: { ...args, id: first.id } }];
  const findings: RawFinding<RuleName>[] = [];
  if (complete.status !== 'completed')
    findings.push({ rule: 'status', at: complete.statusAt, args, actual: complete.status });
  if (complete.setId !== first.setId)
    findings.push({ rule: 'set-id', at: complete.at, args: { ...args, set: first.setId }, actual: complete.setId });
  if (complete.version <= first.version)
    findings.push({
      rule: 'version',
      at: complete.versionAt,
      args: { ...args, version: first.version },
      actual: String(complete.version),
    });
  return findings;
}

function reportOf(cda: Artifact<'cda'>): Report {
  const { root, document } = cda.content;
  const place = (node: XmlElement | undefined) => placeIn(cda, document.locate(node ?? root));
  const set = root.first('setId');
  const number = root.first('versionNumber');
  const status = root
    .all('documentationOf', 'serviceEvent')
    .flatMap((event) => event.elements)
    .find(({ localName, namespaceURI }) => localName === 'statusCode' && namespaceURI === NS.lab);
  const related = root.all('relatedDocument');
  const written = number?.attribute('value') ?? '';
  return {
    at: place(set),
    id: nameOf(root.first('id')),
    setId: nameOf(set),
    version: /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN,
    versionAt: place(number),
    status: status?.attribute('code') ?? '',
    statusAt: place(status),
    replaces: related
      .filter((each) => each.attribute('typeCode') === 'RPLC')
      .flatMap((each) => each.all('parentDocument', 'id').map(nameOf)),
    replacesAt: place(related[0]),
  };
}

/** An identifier as one text. */
function nameOf(id: XmlElement | undefined): string {
  const extension = id?.attribute('extension');
  return `${id?.attribute('root') ?? ''}${extension ? `^${extension}` : ''}`;
}
