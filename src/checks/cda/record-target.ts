import type { Artifact } from '../../artifacts/artifact.js';
import type { CdaPatient } from '../../artifacts/cda/patient.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { readTs } from '../../identity/hl7-time.js';
import { isInsOid } from '../../identity/oids.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { isNull } from './header/is-null.js';

type RuleName =
  | 'one-patient'
  | 'id'
  | 'name'
  | 'qualifier'
  | 'gender'
  | 'gender-coding'
  | 'birth-time'
  | 'ins-trait'
  | 'forbidden';
type Found = RawFinding<RuleName>;

const RECORD_TARGET = '§3.5.5.12 recordTarget';

/** JDV_J143, AdministrativeGender. */
const GENDERS = ['F', 'M', 'UN'];
const GENDER_SYSTEM = '2.16.840.1.113883.5.1';

/** Told of nobody in France, under HL7's own names or its extensions. */
const FORBIDDEN: ReadonlySet<string> = new Set(['raceCode', 'ethnicGroupCode', 'religiousAffiliationCode']);

/** The patient of a document: one, identified, named, with the traits that an INS can't go without. */
export const recordTarget = defineCheck({
  id: 'cda/record-target',
  on: 'cda',
  rules: {
    'one-patient': structural(RECORD_TARGET, 0, 94),
    id: structural(`${RECORD_TARGET}, patientRole/id`, 0, 94),
    name: structural(`${RECORD_TARGET}, patient/name`, 0, 94),
    // The sample eDISP-MED_2024.01 of this corpus still has a qualifier SP, which the volet has withdrawn; its XDM of 2026 has not.
    qualifier: structural(`${RECORD_TARGET}, patient/name`, 1, 94, { severity: 'warning' }),
    gender: structural(`${RECORD_TARGET}, administrativeGenderCode`, 0, 94),
    // The official schematron lets it pass, as do six documents of the official HL7 v2 messages.
    'gender-coding': structural(`${RECORD_TARGET}, administrativeGenderCode`, 0, 94, { severity: 'warning' }),
    'birth-time': structural(`${RECORD_TARGET}, birthTime`, 0, 94),
    'ins-trait': structural(`${RECORD_TARGET}, traits d'une identité avec INS`, 0, 94),
    forbidden: structural(`${RECORD_TARGET}, patient (§3.5.5.12.1.4)`, 0, 94),
  },
  examples: [
    {
      rule: 'one-patient',
      base: 'cda-n1',
      part: 'cda',
      good: '  <recordTarget>\n',
      bad: '  <recordTarget typeCode="RCT"/>\n  <recordTarget>\n',
    },
    { rule: 'id', base: 'cda-n1', part: 'cda', good: ' extension="10001"', bad: '' },
    { rule: 'name', base: 'cda-n1', part: 'cda', good: '>TEST-ALPHA</family>', bad: '></family>' },
    {
      rule: 'qualifier',
      base: 'cda-n1',
      part: 'cda',
      good: '<given>CAMILLE LOUISE ANNE</given>',
      bad: '<given>CAMILLE LOUISE ANNE</given><given qualifier="SP">CAMILLE</given>',
    },
    {
      rule: 'gender',
      base: 'cda-n1',
      part: 'cda',
      good: '<administrativeGenderCode code="F"',
      bad: '<administrativeGenderCode code="1"',
    },
    {
      rule: 'gender-coding',
      base: 'cda-n1',
      part: 'cda',
      good: 'codeSystem="2.16.840.1.113883.5.1"',
      bad: 'codeSystem="2.16.840.1.113883.12.1"',
    },
    {
      rule: 'birth-time',
      base: 'cda-n1',
      part: 'cda',
      good: '<birthTime value="19850714"/>',
      bad: '<birthTime value="14/07/1985"/>',
    },
    { rule: 'ins-trait', base: 'cda-n1', part: 'cda', good: '<county>63113</county>', bad: '' },
    {
      rule: 'forbidden',
      base: 'cda-n1',
      part: 'cda',
      good: '<birthTime value="19850714"/>',
      bad: '<birthTime value="19850714"/><raceCode nullFlavor="UNK"/>',
    },
  ],
  run(cda) {
    const { root, patients } = cda.content;
    const targets = root.childrenNamed('recordTarget');
    const [patient] = patients;
    if (targets.length !== 1 || patients.length !== 1 || !patient) {
      const at = targets[1] ?? patients[1]?.node ?? targets[0] ?? root;
      return { evaluated: 1, findings: [foundAt(cda, 'one-patient', at, { args: { count: targets.length } })] };
    }
    const ids =
      patient.ids.length === 0
        ? [foundAt(cda, 'id', patient.node)]
        : patient.ids.flatMap((each) => judgeId(cda, each.node));
    const findings = [
      ...ids,
      ...judgeName(cda, patient),
      ...judgeGender(cda, patient),
      ...judgeBirthTime(cda, patient),
      ...judgeInsTraits(cda, patient),
      ...judgeForbidden(cda, patient),
    ];
    return { evaluated: 4 + patient.ids.length, findings };
  },
});

function judgeId(cda: Artifact<'cda'>, id: XmlElement): Found[] {
  const complete = id.attribute('root') && id.attribute('extension')?.trim() && !isNull(id);
  return complete ? [] : [foundAt(cda, 'id', id, { actual: id.attribute('root') })];
}

function judgeName(cda: Artifact<'cda'>, { node }: CdaPatient): Found[] {
  const names = node.all('patient', 'name');
  const [name] = names;
  if (names.length !== 1 || !name)
    return [foundAt(cda, 'name', names[1] ?? node.first('patient') ?? node, { args: { element: 'name' } })];
  const findings = ['family', 'given'].flatMap((element): Found[] => {
    const parts = name.childrenNamed(element);
    const empty = parts.find((part) => part.normalizedText === '' || isNull(part));
    return parts.length === 0 || empty ? [foundAt(cda, 'name', empty ?? name, { args: { element } })] : [];
  });
  const wrong = [...name.childrenNamed('family'), ...name.childrenNamed('given')].filter((part) => {
    const qualifier = part.attribute('qualifier');
    return qualifier === undefined ? part.localName === 'family' : !['BR', 'CL'].includes(qualifier);
  });
  const qualifiers = wrong.map((part) =>
    foundAt(cda, 'qualifier', part, { args: { element: part.localName }, actual: part.attribute('qualifier') ?? '' }),
  );
  return [...findings, ...qualifiers];
}

function judgeGender(cda: Artifact<'cda'>, { gender, node }: CdaPatient): Found[] {
  if (gender?.node.attribute('nullFlavor') !== undefined) return [];
  if (!gender || !GENDERS.includes(gender.code ?? ''))
    return [foundAt(cda, 'gender', gender?.node ?? node, { actual: gender?.code ?? '' })];
  if (gender.codeSystem !== GENDER_SYSTEM)
    return [
      foundAt(cda, 'gender-coding', gender.node, {
        args: { attribute: 'codeSystem' },
        actual: gender.codeSystem || '—',
      }),
    ];
  return gender.displayName?.trim()
    ? []
    : [foundAt(cda, 'gender-coding', gender.node, { args: { attribute: 'displayName' }, actual: '—' })];
}

function judgeBirthTime(cda: Artifact<'cda'>, { birthTime, node }: CdaPatient): Found[] {
  if (birthTime?.attribute('nullFlavor') !== undefined) return [];
  const value = birthTime?.attribute('value') ?? '';
  return readTs(value) ? [] : [foundAt(cda, 'birth-time', birthTime ?? node, { actual: value })];
}

/** An id under an authority of the INS asks for every trait of the INS. */
function judgeInsTraits(cda: Artifact<'cda'>, patient: CdaPatient): Found[] {
  const ins = patient.ids.find((id) => isInsOid(id.root));
  if (!ins) return [];
  const traits: [string, boolean][] = [
    ["family[@qualifier='BR']", patient.birthName !== undefined],
    ["given[@qualifier='BR']", patient.firstGiven !== undefined],
    ['given', patient.givenList !== undefined],
    ['birthTime', Boolean(patient.birthTime?.attribute('value'))],
    ['birthplace/place/addr/county', Boolean(patient.birthCounty?.normalizedText)],
    ['administrativeGenderCode', Boolean(patient.gender?.code)],
  ];
  return traits
    .filter(([, present]) => !present)
    .map(([element]) =>
      foundAt(cda, 'ins-trait', patient.node.first('patient') ?? patient.node, { args: { element } }),
    );
}

function judgeForbidden(cda: Artifact<'cda'>, { node }: CdaPatient): Found[] {
  const elements = node.first('patient')?.elements ?? [];
  return elements
    .filter(({ localName }) => FORBIDDEN.has(localName))
    .map((element) => foundAt(cda, 'forbidden', element, { args: { element: element.localName } }));
}
