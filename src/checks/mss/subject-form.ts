import { contained } from '../../artifacts/artifact.js';
import { headersNamed } from '../../artifacts/mail/mail.js';
import { placeIn } from '../context.js';
import { defineCheck, type Rule } from '../define.js';

const ECO_2_1_3: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'Référentiel socle MSSanté #2 v1.0, ECO.2.1.3',
  samples: null,
};

/** Label, NAME and first name, then perhaps a birth date: none of the three first has a form of its own, so only their number is judged here. */
const FIELDS = /^XDM\/1\.0\/DDM\+\S.* \S+ \S+$/;

/** The subject of a mail that carries documents starts with the prefix of automatic integration, followed by its fields. */
export const subjectForm = defineCheck({
  id: 'mss/subject-form',
  on: 'mail',
  rules: {
    'no-subject': ECO_2_1_3,
    repeated: { ...ECO_2_1_3, clause: 'RFC 5322, §3.6 ; ECO.2.1.3' },
    prefix: ECO_2_1_3,
    fields: ECO_2_1_3,
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
  ],
  run(mail) {
    if (contained(mail, 'cda').length === 0) return { evaluated: 0, findings: [], applies: false };
    const [subject, second] = headersNamed(mail.content, 'subject');
    if (!subject)
      return { evaluated: 1, findings: [{ rule: 'no-subject', at: placeIn(mail, { line: 1, path: 'Subject' }) }] };
    if (second) {
      const at = placeIn(mail, { line: second.line, column: 1, path: 'Subject' });
      return { evaluated: 1, findings: [{ rule: 'repeated', at, actual: second.value }] };
    }
    const at = placeIn(mail, { line: subject.line, column: 1, path: 'Subject' });
    if (!subject.value.startsWith('XDM/1.0/DDM+'))
      return { evaluated: 1, findings: [{ rule: 'prefix', at, actual: subject.value }] };
    if (!FIELDS.test(subject.value)) return { evaluated: 1, findings: [{ rule: 'fields', at, actual: subject.value }] };
    return { evaluated: 1, findings: [] };
  },
});
