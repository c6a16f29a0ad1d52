import { headersNamed } from '../../artifacts/mail/mail.js';
import { isInsOid } from '../../identity/oids.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { carriedDocuments, hidesDocuments } from '../mails/carried-documents.js';
import { qualificationOf } from '../mails/qualification.js';
import { isTransmission } from '../mails/sending.js';

const CLAUSE = 'Référentiel socle MSSanté #2 v1.0, ECO.2.4.2 (MSS/CONF.14) ; Référentiel INS v2.0, §5.3.3';
const ECO_2_4_2: Rule = { severity: 'error', mark: 'primary', clause: CLAUSE, samples: null };
const NAME = 'X-MSS-INS';

/** The header says O exactly when every document carried holds a qualified INS: matricule, OID and four traits. */
export const insHeader = defineCheck({
  id: 'mss/ins-header',
  on: 'mail',
  rules: {
    missing: ECO_2_4_2,
    value: ECO_2_4_2,
    'should-be-o': ECO_2_4_2,
    'should-be-n': ECO_2_4_2,
    // « présence d'une INS qualifiée dans l'archive » : one document or all of them, it does not say.
    mixed: { severity: 'warning', mark: 'observed', clause: CLAUSE, samples: null },
    unexpected: ECO_2_4_2,
    // Official samples carry matricules with a wrong key under the test OIDs (corrections.md, Identity).
    'test-key': { severity: 'warning', mark: 'observed', clause: CLAUSE, samples: null },
  },
  examples: [
    { rule: 'missing', base: 'mail', part: 'headers', good: 'X-MSS-INS: O', bad: 'X-Comment: O' },
    { rule: 'value', base: 'mail', part: 'headers', good: 'X-MSS-INS: O', bad: 'X-MSS-INS: Oui' },
    { rule: 'should-be-o', base: 'mail', part: 'headers', good: 'X-MSS-INS: O', bad: 'X-MSS-INS: N' },
    {
      rule: 'should-be-n',
      base: 'mail-unqualified',
      part: 'headers',
      good: 'X-MSS-INS: N',
      bad: 'X-MSS-INS: O',
      trips: ['ins/unqualified-mail'],
    },
    {
      rule: 'mixed',
      base: 'mail-two-documents',
      part: 'cda2',
      good: '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
      bad: '',
    },
    {
      rule: 'unexpected',
      base: 'mail-plain',
      part: 'headers',
      good: 'X-MSS-NIL: 1234',
      bad: 'X-MSS-INS: O\nX-MSS-NIL: 1234',
    },
    {
      rule: 'test-key',
      base: 'mail',
      part: 'cda',
      good: '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
      bad: '<id root="1.2.250.1.213.1.4.10" extension="285076311399049"/>',
      trips: ['ins/document-identity', 'mss/one-patient'],
    },
  ],
  run(mail) {
    if (!isTransmission(mail)) return { evaluated: 0, findings: [], applies: false };
    const header = headersNamed(mail.content, NAME)[0];
    const documents = carriedDocuments(mail);
    const at = placeIn(mail, { line: header?.line ?? 1, path: NAME });
    const one = (
      finding: RawFinding<'missing' | 'value' | 'should-be-o' | 'should-be-n' | 'mixed' | 'unexpected' | 'test-key'>,
    ) => ({
      evaluated: 1,
      findings: [finding],
    });
    if (documents.length === 0) {
      if (hidesDocuments(mail)) return { evaluated: 0, findings: [] };
      return header ? one({ rule: 'unexpected', at, actual: header.value }) : { evaluated: 1, findings: [] };
    }
    if (!header) return one({ rule: 'missing', at });
    const states = documents.map(({ patient }) => qualificationOf(patient));
    const lacking = states.findIndex((state) => state !== 'qualified' && state !== 'wrong-test-key');
    const told = { document: documents[lacking]?.cda.path ?? '', lacks: states[lacking] ?? '' };
    const isMixed = states.some((state) => state === 'qualified' || state === 'wrong-test-key') && lacking !== -1;
    // Written twice, it is neither O nor N.
    const written = headersNamed(mail.content, NAME)
      .map((each) => each.value)
      .join(', ');
    if (isMixed && /^[ON]$/.test(written)) return one({ rule: 'mixed', at, args: told, actual: written });
    switch (written) {
      case 'O':
        if (lacking !== -1) return one({ rule: 'should-be-n', at, args: told, actual: 'O' });
        break;
      case 'N':
        if (lacking === -1) return one({ rule: 'should-be-o', at, actual: 'N' });
        break;
      default:
        return one({ rule: 'value', at, actual: written });
    }
    const doubtful = documents[states.indexOf('wrong-test-key')];
    const id = doubtful?.patient?.ids.find((each) => isInsOid(each.root));
    if (written !== 'O' || !doubtful || !id) return { evaluated: 1, findings: [] };
    const location = doubtful.cda.content.document.locate(id.node);
    return one({ rule: 'test-key', at: placeIn(doubtful.cda, location), actual: id.extension ?? '' });
  },
});
