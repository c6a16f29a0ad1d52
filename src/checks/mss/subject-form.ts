import { contained } from '../../artifacts/artifact.js';
import { headersNamed } from '../../artifacts/mail/mail.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { isTransmission } from '../mails/sending.js';
import { subjectFields } from '../mails/subject-fields.js';
import { mssRule } from '../sources/mss-rule.js';

const ECO_2_1_3 = mssRule('ECO.2.1.3', 'MSS/CONF.25');

/** The subject of a mail that carries documents starts with the prefix of automatic integration, followed by its fields. */
export const subjectForm = defineCheck({
  id: 'mss/subject-form',
  on: 'mail',
  rules: {
    'no-subject': ECO_2_1_3,
    repeated: { ...ECO_2_1_3, clause: 'RFC 5322, §3.6 ; ECO.2.1.3' },
    prefix: ECO_2_1_3,
    fields: ECO_2_1_3,
    // The requirement only says « date de naissance »: how it is written was read in notes that quote the référentiel.
    date: mssRule('ECO.2.1.3', 'MSS/CONF.25', 'warning', 'second-hand'),
    encoding: { ...ECO_2_1_3, severity: 'warning', clause: 'RFC 2047, §2 et §5' },
  },
  examples: [
    { rule: 'no-subject', base: 'mail', part: 'headers', good: 'Subject: ', bad: 'X-Subject: ' },
    {
      rule: 'repeated',
      base: 'mail',
      part: 'headers',
      good: 'Date: Mon',
      bad: 'Subject: Autre objet\nDate: Mon',
    },
    { rule: 'prefix', base: 'mail', part: 'headers', good: 'Subject: XDM/1.0/DDM+', bad: 'Subject: XDM/1.0/DDM ' },
    {
      rule: 'fields',
      base: 'mail',
      part: 'headers',
      good: 'DDM+CR ou fiche de consultation ou de visite TEST-ALPHA CAMILLE 14/07/1985',
      bad: 'DDM+TEST-ALPHA CAMILLE',
      trips: ['mss/subject-content'],
    },
    { rule: 'date', base: 'mail', part: 'headers', good: 'CAMILLE 14/07/1985', bad: 'CAMILLE 1985-07-14' },
    {
      rule: 'encoding',
      base: 'mail',
      part: 'headers',
      good: 'DDM+CR ou fiche de consultation ou de visite TEST',
      bad: 'DDM+=?UTF-8?Q?CR ou fiche de consultation ou de visite?= TEST',
      trips: ['mss/subject-content'],
    },
  ],
  run(mail) {
    if (contained(mail, 'cda').length === 0 || !isTransmission(mail))
      return { evaluated: 0, findings: [], applies: false };
    const [subject, second] = headersNamed(mail.content, 'subject');
    if (!subject)
      return { evaluated: 1, findings: [{ rule: 'no-subject', at: placeIn(mail, { line: 1, path: 'Subject' }) }] };
    if (second) {
      const at = placeIn(mail, { line: second.line, column: 1, path: 'Subject' });
      return { evaluated: 1, findings: [{ rule: 'repeated', at, actual: second.value }] };
    }
    const at = placeIn(mail, { line: subject.line, column: 1, path: 'Subject' });
    const actual = subject.value;
    const fields = subjectFields(actual);
    if (!fields) return { evaluated: 1, findings: [{ rule: 'prefix', at, actual }] };
    const findings: RawFinding<'fields' | 'date' | 'encoding'>[] = [];
    // Label, NAME and given name, none of which has a form of its own.
    if (fields.words[0] === '' || fields.words.filter(Boolean).length < 3)
      findings.push({ rule: 'fields', at, actual });
    if (fields.date !== undefined && !/^\d{2}\/\d{2}\/\d{4}$/.test(fields.date))
      findings.push({ rule: 'date', at, actual: fields.date });
    // A word that holds blanks, or is not parted from the rest, is not one: it is shown as it was sent.
    if (/=\?[^?\s]+\?[BbQq]\?/.test(actual)) findings.push({ rule: 'encoding', at, actual });
    return { evaluated: 1, findings };
  },
});
