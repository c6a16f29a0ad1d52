import type { Artifact } from '../../artifacts/artifact.js';
import { cx, ei, msg, xpn } from '../../artifacts/hl7v2/data-types.js';
import { MSH, PID } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../artifacts/hl7v2/message.js';
import { type PatientGroup, patientGroups } from '../../artifacts/hl7v2/patient-groups.js';
import { birthDateFault } from '../../identity/birth-date.js';
import { isTestOid } from '../../identity/oids.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { currentIns, everyIns } from '../identities/current-ins.js';
import { identityOfPatient, isNational, mailboxesOf } from '../identities/identities-of-hl7v2.js';
import type { ToldIdentity } from '../identities/told-identity.js';
import { IDENTIFIER_RULES, judgeIdentifier } from './hl7v2/identifier.js';
import { IDENTITY_RULES, identityRules, judgeIdentity } from './rules/identity-rules.js';

const CORPUS = 'ansforge/hl7V2-exemples, 40 PID';

const PAM = "ANS, hl7V2-exemples, et annexe CI-SIS « Prise en charge de l'INS » ; IHE PAM France 2.11, PID";

/** The official messages show it so: the annex that says it was not read. */
function observed(clause: string, broken: number, of = 40): Rule {
  return { severity: 'warning', mark: 'observed', clause, samples: { broken, of, corpus: CORPUS } };
}

const record = (broken: number, of = 40): Pick<Rule, 'samples'> => ({ samples: { broken, of, corpus: CORPUS } });

const RULES = {
  ...identityRules(IDENTITY_RULES, {
    'matricule-form': record(0),
    // The matricule of one fictitious patient, recorded as a fault of these samples.
    'matricule-key': record(4, 17),
    'matricule-key-test': record(0, 23),
    'matricule-unusual': record(0),
    'ins-c': record(0),
    'several-ins': record(0),
    'name-form': record(8),
    'first-given': record(0, 23),
    sex: record(0),
    'birth-date': record(0),
    'birth-place': record(0),
    'birth-place-unknown': record(0),
  }),
  ...IDENTIFIER_RULES,
  'trait-missing': {
    severity: 'error',
    mark: 'primary',
    clause: "Référentiel INS v2.0 §5.3.3 : l'INS est accompagnée de ses traits (MSS/CONF.14)",
    samples: { broken: 0, of: 40, corpus: CORPUS },
  },
  'name-type': observed(`${PAM}-5`, 0),
  // The official messages of the first versions leave it out.
  'given-list': observed(`${PAM}-5`, 17),
  'birth-place-missing': observed(`${PAM}-11`, 0),
  // Who receives does without: it tells which edition of PAM France the fields follow.
  'pam-profile': { ...observed('ANS, hl7V2-exemples, MSH-21', 0, 7), severity: 'info' },
  'birth-date-form': observed(`${PAM}-7`, 0),
  'used-name': observed(`${PAM}-5`, 0),
  mailbox: {
    severity: 'warning',
    mark: 'primary',
    clause: 'MSS/UX.31, MSS/UX.32 ; volet Transmission de documents CDA en HL7 v2, PRT-5 et PRT-15',
    samples: { broken: 6, of: 13, corpus: 'ansforge/hl7V2-exemples, 13 messages à un patient' },
  },
  // Most official messages do it, of patients who are nobody.
  'test-oid': observed('HL7 table 0103, MSH-11', 16, 23),
} as const satisfies Readonly<Record<string, Rule>>;

type Found = RawFinding<keyof typeof RULES>;

/** The identity that a message tells with an INS is one that its receiver can hold: matricule, OID, traits, and the places where PAM France puts them. */
export const messageIdentity = defineCheck({
  id: 'ins/message-identity',
  on: 'hl7v2',
  rules: RULES,
  examples: [
    pidExample('matricule-form', '285076311399048^', '2850763113990^'),
    pidExample(
      'matricule-key',
      '285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10',
      '285076311399047^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8',
    ),
    pidExample('matricule-key-test', '285076311399048^', '285076311399047^'),
    pidExample('matricule-unusual', '285076311399048^', '785076311399089^'),
    pidExample(
      'ins-c',
      '10001^^^IPP-EXEMPLE&2.999.1.1&ISO^PI',
      '0123456789012345678901^^^ASIP-SANTE-INS-C&1.2.250.1.213.1.4.6&ISO^NH',
    ),
    pidExample(
      'several-ins',
      '10001^^^IPP-EXEMPLE&2.999.1.1&ISO^PI',
      '171041305599142^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS',
    ),
    pidExample('name-form', 'TEST-ALPHA^CAMILLE', 'Test-Alpha^CAMILLE'),
    pidExample('first-given', 'TEST-ALPHA^CAMILLE^', 'TEST-ALPHA^LOUISE^'),
    pidExample('sex', '|19850714|F|', '|19850714|U|'),
    pidExample('birth-date', '|19850714|F|', '|19850700|F|'),
    pidExample('birth-place', '^BDL^^63113', '^BDL^^FR-63'),
    pidExample('birth-place-unknown', '^BDL^^63113', '^BDL^^99999'),
    pidExample('oid', '&1.2.250.1.213.1.4.10&ISO^INS', '&&^INS'),
    pidExample('ins-type', '&ISO^INS', '&ISO^NH'),
    pidExample('oid-type', '&ISO^INS', '&L^INS'),
    pidExample('namespace', 'ASIP-SANTE-INS-NIR', 'ASIP-SANTE-INS-NIA'),
    pidExample('effective-date', '^INS^^20210101', '^INS^^01/01/2021'),
    pidExample('trait-missing', '|19850714|F|', '||F|'),
    pidExample('name-type', 'ANNE^^^^L', 'ANNE^^^^'),
    pidExample('given-list', '^CAMILLE LOUISE ANNE^', '^^'),
    pidExample('birth-place-missing', '^BDL^^63113', '^H^^63113'),
    pidExample('pam-profile', '2.11^IHE_FRANCE-2.11-PAM', ''),
    pidExample('birth-date-form', '|19850714|F|', '|198507141030|F|'),
    pidExample('used-name', 'ANNE^^^^L||', 'ANNE^^^^L|USUEL-ALPHA^CAMILLE^^^^^D|'),
    pidExample(
      'mailbox',
      'PV1|1|N',
      'PV1|1|N\nPRT||UC||RCT^Result Copies To^participation|||||||||||^^X.400^171041305599142@patient.mssante.fr',
    ),
    pidExample('test-oid', '|ADT-1|D|', '|ADT-1|P|'),
  ],
  run: (artifact) => {
    const told = artifact.content.messages.map((message) => ({
      message,
      patients: patientGroups(message)
        .map((group) => ({ group, identity: identityOfPatient(group) }))
        .filter(({ identity }) => identity.matricules.some(({ former }) => !former)),
    }));
    const evaluated = told.reduce((sum, { patients }) => sum + patients.length, 0);
    if (evaluated === 0) return { evaluated, findings: [], applies: false };
    const findings = told.flatMap(({ message, patients }) => [
      ...patients.flatMap(({ group, identity }) => judgePatient(artifact, group, identity)),
      ...judgeMessage(
        artifact,
        message,
        patients.map(({ identity }) => identity),
      ),
    ]);
    return { evaluated, findings };
  },
});

function pidExample<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-adt' as const, part: 'message', good, bad };
}

function judgePatient(artifact: Artifact<'hl7v2'>, { pid }: PatientGroup, identity: ToldIdentity): Found[] {
  const found: Found[] = judgeIdentity(identity, (at) => placeIn(artifact, at));
  const national = pid.field(PID.identifiers).repetitions.filter((each) => cx(each).id.text !== '' && isNational(each));
  found.push(...national.flatMap((identifier) => judgeIdentifier(artifact, identifier)));
  if (!currentIns(identity)) return found;
  const { traits } = identity;
  for (const [trait, at] of [
    ['birthName', pid.field(PID.names)],
    ['firstGiven', pid.field(PID.names).component(2)],
    ['birthDate', pid.field(PID.birthDate)],
    ['sex', pid.field(PID.sex)],
  ] as const) {
    if (traits[trait] === undefined)
      found.push({ rule: 'trait-missing', at: placeIn(artifact, at.location), args: { trait } });
  }
  const { birthName, givenList, birthDate, birthPlace } = traits;
  const names = pid.field(PID.names);
  if (birthName && !names.repetitions.some((each) => xpn(each).type.text === 'L'))
    found.push({ rule: 'name-type', at: placeIn(artifact, xpn(names).type.location) });
  if (birthName && !givenList) found.push({ rule: 'given-list', at: placeIn(artifact, birthName.at) });
  if (!birthPlace)
    found.push({ rule: 'birth-place-missing', at: placeIn(artifact, pid.field(PID.addresses).location) });
  if (birthDate && !/^\d{8}$/.test(birthDate.value) && birthDateFault(birthDate.value) !== 'form')
    found.push({ rule: 'birth-date-form', at: placeIn(artifact, birthDate.at), actual: birthDate.value });
  const misplaced = pid.field(PID.motherNames).repetitions.find((each) => xpn(each).type.text === 'D');
  if (misplaced)
    found.push({ rule: 'used-name', at: placeIn(artifact, misplaced.location), actual: xpn(misplaced).family.text });
  return found;
}

/** What a message tells beside its PID segments. */
function judgeMessage(
  artifact: Artifact<'hl7v2'>,
  { segments }: Hl7Message,
  patients: readonly ToldIdentity[],
): Found[] {
  const ins = patients.flatMap(everyIns);
  if (ins.length === 0) return [];
  const known = new Set(ins.map(({ value }) => value));
  const found = segments.flatMap(mailboxesOf).flatMap(({ matricules }): Found[] =>
    matricules
      .filter(({ value }) => !known.has(value))
      // Not quoted: it may be nearly the matricule, and nothing would hide it.
      .map(({ at }) => ({ rule: 'mailbox', at: placeIn(artifact, at) })),
  );
  const header = segments[0];
  const profiles = header?.field(MSH.profiles);
  if (
    header &&
    profiles &&
    msg(header.field(MSH.type)).type.text === 'ADT' &&
    !profiles.repetitions.some((each) => /^IHE_FRANCE.*PAM/.test(ei(each).namespace.text))
  )
    found.push({ rule: 'pam-profile', at: placeIn(artifact, profiles.location), actual: profiles.raw || '—' });
  const processing = header?.field(MSH.processing).component(1);
  const test = ins.find(({ oid }) => isTestOid(oid?.value));
  if (processing?.text === 'P' && test)
    found.push({
      rule: 'test-oid',
      at: placeIn(artifact, processing.location),
      args: { oid: test.oid?.value ?? '' },
      actual: 'P',
    });
  return found;
}
