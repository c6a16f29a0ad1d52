import { type Artifact, contained } from '../../artifacts/artifact.js';
import { traitKey } from '../../identity/traits.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { everyIns } from '../identities/current-ins.js';
import { identitiesOfCda } from '../identities/identities-of-cda.js';
import { patientMailboxes } from '../identities/identities-of-mail.js';
import { identitiesOfXdm } from '../identities/identities-of-xds.js';
import { archivesOf } from '../mails/carried-documents.js';
import { identityRules, judgeMatricule } from './rules/identity-rules.js';

// A mailbox does not tell whether its matricule is real: a wrong key is a warning.
const SHARED = ['matricule-form', 'matricule-key-test', 'matricule-unusual'] as const;

/** The mailbox of a patient is named by the matricule. That it receives what is about its patient only is for mss/one-patient. */
export const mailboxIdentity = defineCheck({
  id: 'ins/mailbox-identity',
  on: 'mail',
  rules: identityRules(SHARED),
  examples: [
    {
      rule: 'matricule-form',
      base: 'mail-patient',
      part: 'headers',
      good: 'To: <285076311399048@patient.mssante.fr>',
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
  ],
  run(mail) {
    const mailboxes = patientMailboxes(mail);
    const judged = mailboxes.length === 0 ? new Set<string>() : carriedMatricules(mail);
    const findings = mailboxes.flatMap(({ local, header }) => {
      const matricule = traitKey('matricule', local);
      // What a carried document says too is judged there, under its OID; what stands in several fields is wrong once.
      if (judged.has(matricule)) return [];
      judged.add(matricule);
      const at = { line: header.line, path: header.name };
      const told = { value: local, oid: undefined, at };
      const form = judgeMatricule(told, (location) => placeIn(mail, location));
      return form.filter((each): each is RawFinding<SharedRule> => SHARED.some((rule) => rule === each.rule));
    });
    return { evaluated: mailboxes.length, findings, applies: mailboxes.length > 0 };
  },
});

type SharedRule = (typeof SHARED)[number];

/** The INS of the documents that a mail carries, and of the metadata of its archives. */
function carriedMatricules(mail: Artifact<'mail'>): Set<string> {
  const told = [...contained(mail, 'cda').flatMap(identitiesOfCda), ...archivesOf(mail).flatMap(identitiesOfXdm)];
  return new Set(told.flatMap(everyIns).map(({ value }) => traitKey('matricule', value)));
}
