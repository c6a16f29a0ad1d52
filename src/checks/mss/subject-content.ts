import type { CdaPatient } from '../../artifacts/cda/patient.js';
import { headersNamed } from '../../artifacts/mail/mail.js';
import { capitals, nameKey, withoutDiacritics } from '../../identity/names.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { carriedDocuments } from '../mails/carried-documents.js';
import { isTransmission } from '../mails/sending.js';
import { subjectFields } from '../mails/subject-fields.js';
import { mssRule } from '../sources/mss-rule.js';

const PRIMARY = mssRule('ECO.2.1.3', 'MSS/CONF.25');
// Which name, how it is written and where the label comes from were read in notes that quote the référentiel.
const SECOND_HAND = mssRule('ECO.2.1.3', 'MSS/CONF.25', 'warning', 'second-hand');

/** Characters of a label that the subject keeps. */
const LABEL = 40;

type RuleName = 'patient' | 'birth-date' | 'other-name' | 'name-writing' | 'label' | 'title';

/** What the subject says of the document and of its patient is what the document says. */
export const subjectContent = defineCheck({
  id: 'mss/subject-content',
  on: 'mail',
  rules: {
    patient: PRIMARY,
    'birth-date': PRIMARY,
    'other-name': SECOND_HAND,
    'name-writing': SECOND_HAND,
    label: SECOND_HAND,
    // The one mail that the volet « Transmission au LPS d'un courriel MSSanté » prints has the title there.
    title: mssRule('ECO.2.1.3', 'MSS/CONF.25', 'info', 'observed'),
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
      rule: 'other-name',
      base: 'mail',
      part: 'headers',
      good: 'TEST-ALPHA CAMILLE 14/07/1985',
      bad: 'TEST-ALPHA CAMILLE LOUISE ANNE 14/07/1985',
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
    {
      rule: 'title',
      base: 'mail',
      part: 'headers',
      good: 'DDM+CR ou fiche de consultation ou de visite',
      bad: 'DDM+Compte rendu de consultation',
    },
  ],
  run(mail) {
    const documents = carriedDocuments(mail);
    const [subject] = headersNamed(mail.content, 'subject');
    const fields = subjectFields(subject?.value ?? '');
    const [first] = documents;
    // Without prefix there is nothing to compare, and mss/subject-form says it.
    if (!first || !subject || !fields || !isTransmission(mail)) return { evaluated: 0, findings: [], applies: false };
    const { patient } = first;
    const name = patient?.birthName?.normalizedText;
    const given = patient?.firstGiven?.normalizedText;
    if (!patient || !name || !given) return { evaluated: 0, findings: [] };
    const at = placeIn(mail, { line: subject.line, path: 'Subject' });
    const expected = `${capitals(name)} ${capitals(given)}`;
    const own = endingAs(fields.words, `${name} ${given}`);
    const written =
      own ??
      otherNames(patient)
        .map((each) => endingAs(fields.words, each))
        .find(Boolean);
    if (!written)
      return { evaluated: 1, findings: [{ rule: 'patient', at, args: { expected }, actual: subject.value }] };
    const findings: RawFinding<RuleName>[] = [];
    const shown = written.join(' ');
    if (!own) findings.push({ rule: 'other-name', at, args: { expected }, actual: shown });
    else if (!shown.startsWith(capitals(name)) || withoutDiacritics(shown) !== shown)
      findings.push({ rule: 'name-writing', at, args: { expected }, actual: shown });
    const born = frenchDate(patient.birthTime?.attribute('value'));
    const { date } = fields;
    // A date in another form is told by mss/subject-form.
    if (date && born && /^\d{2}\/\d{2}\/\d{4}$/.test(date) && date !== born)
      findings.push({ rule: 'birth-date', at, args: { expected: born }, actual: date });
    const label = fields.words.slice(0, fields.words.length - written.length).join(' ');
    const { code, root } = first.cda.content;
    const wanted = documents.length > 1 ? `${documents.length} documents` : (code?.displayName ?? '');
    const isTitle = documents.length === 1 && isCutFrom(label, root.first('title')?.normalizedText ?? '');
    if (wanted && !isCutFrom(label, wanted)) {
      const told = { at, args: { expected: wanted.slice(0, LABEL).trim() }, actual: label };
      findings.push({ rule: isTitle ? 'title' : 'label', ...told });
    }
    return { evaluated: 1, findings };
  },
});

/** The last words that write a name, whatever blanks, hyphens, apostrophes, accents and capitals it is written with. */
function endingAs(words: readonly string[], name: string): string[] | undefined {
  const wanted = lettersOf(name);
  let written = '';
  for (let at = words.length - 1; at >= 0 && written.length < wanted.length; at--) {
    written = lettersOf(words[at] ?? '') + written;
    if (written === wanted) return words.slice(at);
  }
  return undefined;
}

function lettersOf(name: string): string {
  return nameKey(name).replaceAll(' ', '');
}

/** Other ways to name the patient: with the names used, or with all the birth given names. */
function otherNames({ birthName, usedName, firstGiven, usedGiven, givenList }: CdaPatient): string[] {
  const families = [birthName, usedName].map((each) => each?.normalizedText);
  const givens = [givenList, usedGiven, firstGiven].map((each) => each?.normalizedText);
  return families.flatMap((family) => givens.flatMap((given) => (family && given ? [`${family} ${given}`] : [])));
}

/** True for a label cut at 40 characters, before or after its ligatures and accents were taken away. */
function isCutFrom(label: string, whole: string): boolean {
  if (whole === '') return false;
  return [whole, withoutDiacritics(whole)].some((each) => nameKey(each.slice(0, LABEL)) === nameKey(label));
}

/** `AAAAMMJJ…` of HL7 as `JJ/MM/AAAA`. */
function frenchDate(value: string | undefined): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})/.exec(value ?? '');
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : undefined;
}
