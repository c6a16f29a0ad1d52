import type { Artifact } from '../../artifacts/artifact.js';
import type { CdaPatient } from '../../artifacts/cda/patient.js';
import { capitals, nameKey } from '../../identity/names.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { daysOf } from '../mails/days-of.js';
import { isTransmission } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';
import type { AttachedPdf } from './pdf/attached-pdfs.js';
import { copiesOf, type DocumentCopy, LABEL_LENGTH } from './pdf/copies.js';
import { partsOfName } from './pdf/pdf-file-name.js';

type RuleName = 'form' | 'patient' | 'other-name' | 'name-writing' | 'date' | 'type' | 'characters' | 'same-name';
type Found = RawFinding<RuleName>;

const ECO = ['ECO.2.1.6', 'DOC/va1.01'] as const;
/** What each field holds was read in notes that quote the référentiel. */
const DETAIL: Rule = mssRule(...ECO, 'warning', 'second-hand');
const NAME = '20260316_CR ou fiche de consultation ou de visite_TEST-ALPHA_CAMILLE.pdf';

/** The file name of a PDF copy tells the date of the act, the type of the document and its patient: `AAAAMMJJ_type_NOM_prénom[_dossier].pdf`. */
export const pdfName = defineCheck({
  id: 'mss/pdf-name',
  on: 'mail',
  rules: {
    form: mssRule(...ECO),
    patient: mssRule(...ECO),
    'other-name': DETAIL,
    'name-writing': DETAIL,
    date: DETAIL,
    type: DETAIL,
    // No text says so: the file of a recipient is lost, or gets another name.
    characters: mssRule(...ECO, 'info', 'belief'),
    'same-name': mssRule(...ECO, 'info', 'belief'),
  },
  examples: [
    { rule: 'form', base: 'mail', part: 'attachments', good: NAME, bad: 'document.pdf' },
    { rule: 'patient', base: 'mail', part: 'attachments', good: '_TEST-ALPHA_', bad: '_TEST-BETA_' },
    {
      rule: 'other-name',
      base: 'mail',
      part: 'attachments',
      good: '_CAMILLE.pdf',
      bad: '_CAMILLE LOUISE ANNE.pdf',
    },
    { rule: 'name-writing', base: 'mail', part: 'attachments', good: '_TEST-ALPHA_', bad: '_Test-Alpha_' },
    { rule: 'date', base: 'mail', part: 'attachments', good: '20260316_', bad: '20260317_' },
    {
      rule: 'type',
      base: 'mail',
      part: 'attachments',
      good: '_CR ou fiche de consultation ou de visite_',
      bad: '_CR_',
    },
    { rule: 'characters', base: 'mail', part: 'attachments', good: '_CR ou fiche', bad: '_CR ou/fiche' },
    { rule: 'same-name', base: 'mail-same-types', part: 'attachments', good: '_CAMILLE_2.pdf', bad: '_CAMILLE.pdf' },
  ],
  run(mail) {
    const { pairs } = copiesOf(mail);
    if (pairs.length === 0 || !isTransmission(mail)) return { evaluated: 0, findings: [], applies: false };
    // A document of another patient is told by mss/one-patient.
    const patients = pairs.map(({ document: { patient } }) => patient);
    const people = {
      own: new Set(patients.map((patient) => personKey(...namesOf(patient)))),
      others: new Set(patients.flatMap(otherNamesOf)),
    };
    const names = new Map<string, AttachedPdf>();
    const findings: Found[] = [];
    for (const { document, copy } of pairs) {
      const name = copy.part.fileName ?? '';
      findings.push(...judge(mail, { document, copy }, name, people));
      const first = names.get(name.toLowerCase());
      if (name !== '' && first && first !== copy)
        findings.push({ rule: 'same-name', at: placeOf(mail, copy), actual: name });
      names.set(name.toLowerCase(), copy);
    }
    return { evaluated: pairs.length, findings };
  },
});

function placeOf(mail: Artifact<'mail'>, { part }: AttachedPdf): Found['at'] {
  return placeIn(mail, { line: part.line, path: 'Content-Disposition' });
}

/** What a file name can't hold under Windows, where most software of practices runs. */
const REFUSED = /[<>:"/\\|?*\p{Cc}]/u;

function judge(mail: Artifact<'mail'>, { document, copy }: DocumentCopy, name: string, people: People): Found[] {
  const at = placeOf(mail, copy);
  const found = (rule: RuleName, expected = ''): Found => ({ rule, at, actual: name, args: { expected } });
  const { content } = document.cda;
  const [birthName, given] = namesOf(document.patient);
  const days = daysOf(
    content.root.first('documentationOf', 'serviceEvent', 'effectiveTime', 'low')?.attribute('value'),
  );
  const label = content.code?.displayName ?? '';
  const expected = [
    days[0] ?? 'AAAAMMJJ',
    label.slice(0, LABEL_LENGTH).trim() || 'type',
    capitals(birthName) || 'NOM',
    given || 'prénom',
  ];
  const findings: Found[] = REFUSED.test(name) ? [found('characters')] : [];
  const fields = fieldsOf(name, people);
  if (!fields) return [...findings, found('form', `${expected.join('_')}.pdf`)];
  const key = personKey(fields.name, fields.given);
  if (birthName !== '' && given !== '' && !people.own.has(key))
    findings.push(found(people.others.has(key) ? 'other-name' : 'patient', `${expected[2]}_${expected[3]}`));
  else if (birthName !== '' && fields.name !== fields.name.toUpperCase())
    findings.push(found('name-writing', expected[2]));
  if (days.length > 0 && !days.includes(fields.date)) findings.push(found('date', days[0]));
  if (label !== '' && labelKey(fields.type) !== labelKey(label.slice(0, LABEL_LENGTH)))
    findings.push(found('type', expected[1]));
  return findings;
}

/** Keys of the names of the patients of a mail. */
interface People {
  readonly own: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

interface Fields {
  readonly date: string;
  readonly type: string;
  readonly name: string;
  readonly given: string;
}

/** The fields of a file name, or undefined when it does not have them. A type may hold the mark that parts them: the patient tells where it ends. */
function fieldsOf(fileName: string, { own, others }: People): Fields | undefined {
  const parts = partsOfName(fileName);
  if (!parts) return undefined;
  const [date = ''] = parts;
  const at = parts.findIndex((part, index) => {
    const key = personKey(part, parts[index + 1] ?? '');
    return index >= 2 && (own.has(key) || others.has(key));
  });
  const end = at === -1 ? 2 : at;
  return { date, type: parts.slice(1, end).join(' '), name: parts[end] ?? '', given: parts[end + 1] ?? '' };
}

/** Birth name and first given name, empty when the document does not tell them. */
function namesOf(patient: CdaPatient | undefined): [birthName: string, given: string] {
  return [patient?.birthName?.normalizedText ?? '', patient?.firstGiven?.normalizedText ?? ''];
}

/** The patient with a name used, or with all the birth given names: that the file has the birth name is second-hand. */
function otherNamesOf(patient: CdaPatient | undefined): string[] {
  const families = [patient?.birthName, patient?.usedName];
  const givens = [patient?.firstGiven, patient?.usedGiven, patient?.givenList];
  return families.flatMap((family) =>
    givens.flatMap((given) => (family && given ? personKey(family.normalizedText, given.normalizedText) : [])),
  );
}

function personKey(name: string, given: string): string {
  return `${nameKey(name)}_${nameKey(given)}`;
}

/** Punctuation does not count: some of it can't stand in a file name. */
function labelKey(label: string): string {
  return nameKey(label.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' '));
}
