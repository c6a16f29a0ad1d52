import { type Artifact, contained } from '../../artifacts/artifact.js';
import { traitKey } from '../../identity/traits.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { everyIns } from '../identities/current-ins.js';
import { identitiesOfCda } from '../identities/identities-of-cda.js';
import { patientMailboxes } from '../identities/identities-of-mail.js';
import { identitiesOfXdm } from '../identities/identities-of-xds.js';
import { archivesOf } from '../mss/carried-documents.js';
import { identityRules, judgeMatricule } from './rules/identity-rules.js';

// A mailbox does not tell whether its matricule is real: a wrong key is a warning.
const SHARED = ['matricule-form', 'matricule-key-test', 'matricule-unusual'] as const;

/** The fields of who receives: a patient who writes may send what is about somebody else. */
const RECIPIENTS = ['to', 'cc', 'bcc'];

/** The mailbox of a patient is named by the matricule, and receives what is about its patient only. */
export const mailboxIdentity = defineCheck({
  id: 'ins/mailbox-identity',
  on: 'mail',
  rules: {
    ...identityRules(SHARED),
    'other-patient': {
      severity: 'error',
      mark: 'primary',
      clause: 'Référentiel socle MSSanté #2 v1.0, ECO.3.1.5 (MSS/UX.32)',
      samples: null,
    },
  },
  examples: [
    {
      rule: 'matricule-form',
      base: 'mail-plain',
      part: 'headers',
      good: 'To: <jean.correspondant@exemple.mssante.fr>',
      bad: 'To: <camille.test-alpha@patient.mssante.fr>',
    },
    {
      rule: 'matricule-key-test',
      base: 'mail-plain',
      part: 'headers',
      good: 'To: <jean.correspondant@exemple.mssante.fr>',
      bad: 'To: <285076311399049@patient.mssante.fr>',
    },
    {
      rule: 'matricule-unusual',
      base: 'mail-plain',
      part: 'headers',
      good: 'To: <jean.correspondant@exemple.mssante.fr>',
      bad: 'To: <785076311399089@patient.mssante.fr>',
    },
    {
      rule: 'other-patient',
      base: 'mail-patient',
      part: 'headers',
      good: 'To: <285076311399048@patient.mssante.fr>',
      bad: 'To: <191112A40099903@patient.mssante.fr>',
      trips: ['mss/one-patient'],
    },
  ],
  run(mail) {
    const mailboxes = patientMailboxes(mail);
    const known = mailboxes.length === 0 ? new Set<string>() : carriedMatricules(mail);
    const seen = new Set<string>();
    const findings = mailboxes.flatMap(({ local, header }): RawFinding<RuleName>[] => {
      const matricule = traitKey('matricule', local);
      // What a carried document says too is judged there, under its OID.
      if (known.has(matricule)) return [];
      const at = { line: header.line, path: header.name };
      const told = { value: local, oid: undefined, at };
      const form = judgeMatricule(told, (location) => placeIn(mail, location));
      // A mailbox that stands in several fields is wrong once.
      const first = seen.size < seen.add(matricule).size;
      const own = form.filter(
        (each): each is RawFinding<SharedRule> => first && SHARED.some((rule) => rule === each.rule),
      );
      // What has not the form of a matricule is nobody's.
      const somebody = form.every(({ rule }) => rule !== 'matricule-form');
      if (!somebody || known.size === 0 || !RECIPIENTS.includes(header.name.toLowerCase())) return own;
      return [...own, { rule: 'other-patient', at: placeIn(mail, at), actual: local }];
    });
    return { evaluated: mailboxes.length, findings, applies: mailboxes.length > 0 };
  },
});

type SharedRule = (typeof SHARED)[number];
type RuleName = SharedRule | 'other-patient';

/** The INS of the documents that a mail carries, and of the metadata of its archives. */
function carriedMatricules(mail: Artifact<'mail'>): Set<string> {
  const told = [...contained(mail, 'cda').flatMap(identitiesOfCda), ...archivesOf(mail).flatMap(identitiesOfXdm)];
  return new Set(told.flatMap(everyIns).map(({ value }) => traitKey('matricule', value)));
}
