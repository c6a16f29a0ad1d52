import type { Artifact } from '../../artifacts/artifact.js';
import type { CdaPatient } from '../../artifacts/cda/patient.js';
import { tellsMatricule } from '../../identity/addresses.js';
import { readTs } from '../../identity/hl7-time.js';
import { isInsOid } from '../../identity/oids.js';
import { traitKey } from '../../identity/traits.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundAt } from '../found.js';
import { everyIns } from '../identities/current-ins.js';
import { identitiesOfCda } from '../identities/identities-of-cda.js';
import type { ToldIdentity } from '../identities/told-identity.js';
import { structural } from '../sources/structural.js';
import { identityRules, judgeIdentity } from './rules/identity-rules.js';
import { MATRICULE_OID, misplacedMatricules } from './rules/misplaced-matricule.js';

const SHARED = [
  'matricule-form',
  'matricule-key',
  'matricule-key-test',
  'matricule-unusual',
  'ins-c',
  'name-form',
  'first-given',
  'sex',
  'birth-date',
  'birth-place',
  'birth-place-unknown',
] as const;

type SharedRule = (typeof SHARED)[number];
type RuleName =
  | SharedRule
  | 'given-elements'
  | 'several-ins'
  | 'ins-first'
  | 'birth-hour'
  | 'mailbox'
  | 'matricule-oid';
type Found = RawFinding<RuleName>;

const RECORD_TARGET = '§3.5.5.12 recordTarget';

/** Of the 94 official documents, all with an INS. */
const measured = (broken: number, of = 94): Pick<Rule, 'samples'> => ({
  samples: { broken, of, corpus: 'TestContenuCDA-3-0' },
});

/** The INS of a document and the traits that go with it: what the official schematron does not look at. That they are there is for cda/record-target. */
export const documentIdentity = defineCheck({
  id: 'ins/document-identity',
  on: 'cda',
  rules: {
    ...identityRules(SHARED, {
      'matricule-form': measured(0),
      // Six samples of 2023 and 2024 carry three fictitious numbers of wrong key under the OID of production: defects of theirs.
      'matricule-key': measured(6, 10),
      'matricule-key-test': measured(4, 84),
      'matricule-unusual': measured(0),
      'ins-c': measured(0),
      'name-form': measured(15),
      'first-given': measured(1),
      sex: measured(0),
      'birth-date': measured(0),
      'birth-place': measured(0),
      'birth-place-unknown': measured(0),
    }),
    'several-ins': structural(`${RECORD_TARGET}, patientRole/id`, 0, 94),
    // Only where the document goes to the DMP or to another shared system, which it does not tell.
    'ins-first': structural(`${RECORD_TARGET}, patientRole/id`, 0, 94, { severity: 'warning' }),
    // One element for the list, though some write one for each name and nobody mistakes it.
    'given-elements': structural(`${RECORD_TARGET}, patient/name/given`, 0, 94, { severity: 'warning' }),
    'birth-hour': structural(`${RECORD_TARGET}, birthTime`, 0, 94, { severity: 'warning' }),
    mailbox: structural(`${RECORD_TARGET}, patientRole/telecom ; MSS/UX.32`, 0, 84),
    'matricule-oid': { ...MATRICULE_OID, ...measured(0) },
  },
  examples: [
    {
      rule: 'matricule-form',
      base: 'cda-n1',
      part: 'cda',
      good: 'extension="285076311399048"',
      bad: 'extension="2850763113990"',
    },
    {
      rule: 'matricule-key',
      base: 'cda-n1',
      part: 'cda',
      good: '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
      bad: '<id root="1.2.250.1.213.1.4.8" extension="285076311399049"/>',
    },
    {
      rule: 'matricule-key-test',
      base: 'cda-n1',
      part: 'cda',
      good: 'extension="285076311399048"',
      bad: 'extension="285076311399049"',
    },
    {
      rule: 'matricule-unusual',
      base: 'cda-n1',
      part: 'cda',
      good: 'extension="285076311399048"',
      bad: 'extension="785076311399089"',
    },
    {
      rule: 'ins-c',
      base: 'cda-n1',
      part: 'cda',
      good: '<id root="2.999.1.1" extension="10001"/>',
      bad: '<id root="1.2.250.1.213.1.4.2" extension="0412345678901234567890"/>',
    },
    {
      rule: 'name-form',
      base: 'cda-n1',
      part: 'cda',
      good: '<given>CAMILLE LOUISE ANNE</given>',
      bad: '<given>Camille Louise Anne</given>',
    },
    {
      rule: 'first-given',
      base: 'cda-n1',
      part: 'cda',
      good: '<given>CAMILLE LOUISE ANNE</given>',
      bad: '<given>LOUISE CAMILLE ANNE</given>',
    },
    {
      rule: 'sex',
      base: 'cda-n1',
      part: 'cda',
      good: '<administrativeGenderCode code="F"',
      bad: '<administrativeGenderCode code="UN"',
    },
    {
      rule: 'birth-date',
      base: 'cda-n1',
      part: 'cda',
      good: '<birthTime value="19850714"/>',
      bad: '<birthTime value="198507"/>',
    },
    {
      rule: 'birth-place',
      base: 'cda-n1',
      part: 'cda',
      good: '<county>63113</county>',
      bad: '<county>Clermont-Ferrand</county>',
    },
    {
      rule: 'birth-place-unknown',
      base: 'cda-n1',
      part: 'cda',
      good: '<county>63113</county>',
      bad: '<county>99999</county>',
    },
    {
      rule: 'given-elements',
      base: 'cda-n1',
      part: 'cda',
      good: '<given>CAMILLE LOUISE ANNE</given>',
      bad: '<given>CAMILLE</given><given>LOUISE</given><given>ANNE</given>',
    },
    {
      rule: 'several-ins',
      base: 'cda-n1',
      part: 'cda',
      good: '<id root="2.999.1.1" extension="10001"/>',
      bad: '<id root="1.2.250.1.213.1.4.11" extension="285076311399048"/>',
    },
    {
      rule: 'ins-first',
      base: 'cda-n1',
      part: 'cda',
      good: '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
      bad: '<id root="2.999.1.2" extension="A4"/><id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
    },
    {
      rule: 'birth-hour',
      base: 'cda-n1',
      part: 'cda',
      good: '<birthTime value="19850714"/>',
      bad: '<birthTime value="198507140000+0200"/>',
    },
    {
      rule: 'mailbox',
      base: 'cda-n1',
      part: 'cda',
      good: 'mailto:285076311399048@patient.mssante.fr',
      bad: 'mailto:2850763113990@patient.mssante.fr',
    },
    {
      rule: 'matricule-oid',
      base: 'cda-unqualified',
      part: 'cda',
      good: 'extension="10004"',
      bad: 'extension="171041305599142"',
      trips: ['ins/unqualified-document'],
    },
  ],
  run(cda) {
    const identities = identitiesOfCda(cda);
    const findings = identities.flatMap((identity, index): Found[] => {
      const patient = cda.content.patients[index];
      return patient ? judgePatient(cda, patient, identity) : [];
    });
    const national = identities.filter(({ matricules }) => matricules.length > 0);
    const evaluated = national.reduce((sum, each) => sum + each.matricules.length + Object.keys(each.traits).length, 0);
    return { evaluated: Math.max(evaluated, findings.length), findings, applies: evaluated + findings.length > 0 };
  },
});

function judgePatient(cda: Artifact<'cda'>, patient: CdaPatient, identity: ToldIdentity): Found[] {
  const place = (at: ToldIdentity['at']) => placeIn(cda, at);
  const ins = everyIns(identity);
  const shared = judgeIdentity(identity, place).filter((found): found is RawFinding<SharedRule> => isOwn(found));
  if (ins.length === 0) return [...shared, ...misplacedMatricules(identity, place)];
  const second = ins[1];
  return [
    ...shared,
    ...(second
      ? [{ rule: 'several-ins' as const, at: place(second.at), args: { count: ins.length }, actual: second.value }]
      : []),
    ...judgeOrder(cda, patient),
    ...judgeGivenElements(cda, patient),
    ...judgeHour(identity, place),
    ...judgeMailboxes(
      cda,
      patient,
      ins.map(({ value }) => traitKey('matricule', value)),
    ),
  ];
}

/** True for what this check finds, and cda/record-target does not. */
function isOwn({ rule, actual = '' }: ReturnType<typeof judgeIdentity>[number]): boolean {
  if (rule === 'sex') return actual === 'UN';
  if (rule === 'birth-date') return readTs(actual) !== undefined;
  return SHARED.some((each) => each === rule);
}

function judgeOrder(cda: Artifact<'cda'>, { ids }: CdaPatient): Found[] {
  const [first] = ids;
  return first && !isInsOid(first.root) ? [foundAt(cda, 'ins-first', first.node, { actual: first.root })] : [];
}

/** The birth given names are one text, as INSi gives them. */
function judgeGivenElements(cda: Artifact<'cda'>, { givenNames: [, second] }: CdaPatient): Found[] {
  return second ? [foundAt(cda, 'given-elements', second, { actual: second.normalizedText })] : [];
}

function judgeHour(
  { traits: { birthDate } }: ToldIdentity,
  place: (at: ToldIdentity['at']) => ReturnType<typeof placeIn>,
): Found[] {
  if (!birthDate || (readTs(birthDate.value)?.digits ?? 0) <= 8) return [];
  return [{ rule: 'birth-hour', at: place(birthDate.at), actual: birthDate.value }];
}

/** A mailbox of Mon espace santé is the matricule's. */
function judgeMailboxes(cda: Artifact<'cda'>, { telecoms }: CdaPatient, matricules: readonly string[]): Found[] {
  return telecoms.flatMap((telecom) => {
    const address =
      telecom
        .attribute('value')
        ?.trim()
        .replace(/^mailto:/i, '') ?? '';
    const local = address.slice(0, address.lastIndexOf('@'));
    if (!tellsMatricule(address) || matricules.includes(traitKey('matricule', local))) return [];
    return [foundAt(cda, 'mailbox', telecom, { actual: address })];
  });
}
