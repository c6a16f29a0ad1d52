import type { ReportTexts } from '../../messages/report-texts.js';
import type { ReportEvidence } from '../report.js';

/** Address of the interoperability tests under which a proof is accepted. */
const GAZELLE = 'https://interop.referencement.esante.gouv.fr/…';

/** The line that gives a proof in `segur.yaml`, and the section that it goes under. */
export function manifestLine(
  { id, kind }: Pick<ReportEvidence, 'id' | 'kind'>,
  { statementLine }: ReportTexts['deposit']['checklist'],
): { readonly section: 'evidence' | 'statements'; readonly line: string } {
  const file = `preuves/${id.replaceAll('/', '-')}`;
  const key = /^[\w./-]+$/.test(id) ? id : JSON.stringify(id);
  const line = (value: string) => ({ section: 'evidence', line: `${key}: ${value}` }) as const;
  switch (kind) {
    case 'statement':
      return { section: 'statements', line: `${key}: ${statementLine}` };
    case 'permalink':
      return line(`{ permalink: "${GAZELLE}" }`);
    case 'execution':
      return line('{ execution: 12345 }');
    case 'demonstration':
      return line(`${file}.mp4`);
    case 'document':
    case 'attestation':
      return line(`${file}.pdf`);
    case 'log':
      return line(`${file}.txt`);
    case 'artifact':
      return line(`${file}.xml`);
  }
}
