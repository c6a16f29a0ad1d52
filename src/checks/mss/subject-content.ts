import { headersNamed } from '../../artifacts/mail/mail.js';
import { capitals, nameKey } from '../../identity/names.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { carriedDocuments } from '../mails/carried-documents.js';

const CLAUSE = 'Référentiel socle MSSanté #2 v1.0, ECO.2.1.3 (MSS/CONF.25)';
const PREFIX = 'XDM/1.0/DDM+';

/** What the subject says of the document and of its patient is what the document says. */
export const subjectContent = defineCheck({
  id: 'mss/subject-content',
  on: 'mail',
  rules: {
    patient: { severity: 'error', mark: 'primary', clause: CLAUSE, samples: null },
    'birth-date': { severity: 'error', mark: 'primary', clause: CLAUSE, samples: null },
    // The writing of the label and of the name was read in notes that quote the référentiel: second-hand.
    'name-writing': { severity: 'warning', mark: 'second-hand', clause: CLAUSE, samples: null },
    label: { severity: 'warning', mark: 'second-hand', clause: CLAUSE, samples: null },
  },
  examples: [
    {
      rule: 'patient',
      base: 'mail',
      part: 'headers',
      good: 'TEST-ALPHA CAMILLE 14/07/1985',
      bad: 'TEST-BETA CAMILLE 14/07/1985',
    },
    {
      rule: 'birth-date',
      base: 'mail',
      part: 'headers',
      good: 'TEST-ALPHA CAMILLE 14/07/1985',
      bad: 'TEST-ALPHA CAMILLE 15/07/1985',
    },
    {
      rule: 'name-writing',
      base: 'mail',
      part: 'headers',
      good: 'TEST-ALPHA CAMILLE 14/07/1985',
      bad: 'Test-Alpha Camille 14/07/1985',
    },
    {
      rule: 'label',
      base: 'mail',
      part: 'headers',
      good: 'DDM+CR ou fiche de consultation ou de visite',
      bad: 'DDM+Courrier',
    },
  ],
  run(mail) {
    const documents = carriedDocuments(mail);
    const first = documents[0];
    if (!first) return { evaluated: 0, findings: [], applies: false };
    const subject = headersNamed(mail.content, 'subject')[0];
    const name = first.patient?.birthName?.normalizedText;
    const given = first.patient?.firstGiven?.normalizedText;
    // Without prefix there is nothing to compare, and mss/subject-form says it.
    if (!subject?.value.startsWith(PREFIX)) return { evaluated: 0, findings: [], applies: false };
    if (!name || !given) return { evaluated: 0, findings: [] };
    const at = placeIn(mail, { line: subject.line, path: 'Subject' });
    const text = subject.value.slice(PREFIX.length);
    const date = /^(.*) (\d{2}\/\d{2}\/\d{4})$/.exec(text);
    const rest = date?.[1] ?? text;
    const identity = `${capitals(name)} ${capitals(given)}`;
    const key = ` ${nameKey(`${name} ${given}`)}`;
    const findings: RawFinding<'patient' | 'birth-date' | 'name-writing' | 'label'>[] = [];
    if (!nameKey(rest).endsWith(key))
      return { evaluated: 1, findings: [{ rule: 'patient', at, args: { expected: identity }, actual: subject.value }] };
    if (!rest.includes(capitals(name)))
      findings.push({ rule: 'name-writing', at, args: { expected: identity }, actual: rest });
    const born = frenchDate(first.patient?.birthTime?.attribute('value'));
    if (date?.[2] && born && date[2] !== born)
      findings.push({ rule: 'birth-date', at, args: { expected: born }, actual: date[2] });
    const label =
      documents.length > 1 ? `${documents.length} documents` : (first.cda.content.code?.displayName ?? '').slice(0, 40);
    const written = nameKey(rest).slice(0, -key.length);
    if (label !== '' && written !== nameKey(label))
      findings.push({ rule: 'label', at, args: { expected: label }, actual: rest });
    return { evaluated: 1, findings };
  },
});

/** `AAAAMMJJ…` of HL7 as `JJ/MM/AAAA`. */
function frenchDate(value: string | undefined): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})/.exec(value ?? '');
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : undefined;
}
