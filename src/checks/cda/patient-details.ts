import type { Artifact } from '../../artifacts/artifact.js';
import { NS } from '../../artifacts/xml/names.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { readTs } from '../../identity/hl7-time.js';
import { STRUCTURE_OID } from '../../identity/national-ids.js';
import { RELATION_PATIENT_CISIS } from '../../terminology/value-sets/relation-patient-cisis.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { codeFault } from './codes/code-fault.js';
import { isNull } from './header/is-null.js';

type RuleName =
  | 'repeated'
  | 'birthplace'
  | 'extension'
  | 'guardian'
  | 'guardian-code'
  | 'guardian-name'
  | 'guardian-qualifier'
  | 'guardian-organization';
type Found = RawFinding<RuleName>;

const PATIENT = '§3.5.5.12.1.4 patient';
const GUARDIAN = '§3.5.5.12.1.4.8 guardian';

/** Children of `patient` that stand once at most, then those of its name. */
const ONCE = ['administrativeGenderCode', 'birthTime', 'birthplace'];
const ONCE_IN_NAME = ['prefix', 'suffix'];

/** The extensions of the patient, each once at most, and what its value looks like. */
const EXTENSIONS: Readonly<Record<string, (value: string) => boolean>> = {
  deceasedInd: isBoolean,
  deceasedTime: (value) => readTs(value) !== undefined,
  multipleBirthInd: isBoolean,
  multipleBirthOrderNumber: (value) => /^[1-9]\d*$/.test(value),
};

const GUARDIAN_QUALIFIERS = ['BR', 'SP', 'CL'];

const BIRTH = '<birthTime value="19850714"/>';
const guardedBy = (guardian: string): string => `${BIRTH}\n        <guardian>${guardian}</guardian>`;

/** What the header tells of the patient beside the identity: birth place, death, births of several, who speaks for the patient. */
export const patientDetails = defineCheck({
  id: 'cda/patient-details',
  on: 'cda',
  rules: {
    repeated: structural(`${PATIENT}, cardinalités`, 0, 94),
    birthplace: structural('§3.5.5.12.1.4.9 birthplace', 0, 94),
    extension: structural('§3.5.5.12.1.4.4 à 7 sdtc:deceasedInd, sdtc:deceasedTime, sdtc:multipleBirth', 0, 2),
    guardian: structural(GUARDIAN, 0, 91),
    // No official guardian has one.
    'guardian-code': { ...structural(`${GUARDIAN}/code (JDV_J11)`, 0, 0, { severity: 'warning' }), samples: null },
    'guardian-name': structural(`${GUARDIAN}/guardianPerson/name`, 0, 91),
    'guardian-qualifier': structural(`${GUARDIAN}/guardianPerson/name/family`, 0, 1),
    // No official patient has one.
    'guardian-organization': { ...structural(`${GUARDIAN}/guardianOrganization/id`, 0, 0), samples: null },
  },
  examples: [
    {
      rule: 'repeated',
      base: 'cda-n1',
      part: 'cda',
      good: BIRTH,
      bad: `${BIRTH}<birthTime value="19850714"/>`,
    },
    {
      rule: 'birthplace',
      base: 'cda-unqualified',
      part: 'cda',
      good: '<place>',
      bad: '<place nullFlavor="UNK"/><place>',
    },
    {
      rule: 'extension',
      base: 'cda-n1',
      part: 'cda',
      good: BIRTH,
      bad: '<birthTime value="19850714"/><sdtc:deceasedInd xmlns:sdtc="urn:hl7-org:sdtc" value="oui"/>',
    },
    {
      rule: 'guardian',
      base: 'cda-n1',
      part: 'cda',
      good: BIRTH,
      bad: guardedBy('<telecom value="tel:0639980001"/>'),
    },
    {
      rule: 'guardian-code',
      base: 'cda-n1',
      part: 'cda',
      good: BIRTH,
      bad: guardedBy(
        '<code code="PARENT" displayName="Parent" codeSystem="2.16.840.1.113883.5.111"/><guardianPerson><name><family>TEST-ALPHA</family></name></guardianPerson>',
      ),
    },
    {
      rule: 'guardian-name',
      base: 'cda-n1',
      part: 'cda',
      good: BIRTH,
      bad: guardedBy('<guardianPerson><name><given>CAMILLE</given></name></guardianPerson>'),
    },
    {
      rule: 'guardian-qualifier',
      base: 'cda-n1',
      part: 'cda',
      good: BIRTH,
      bad: guardedBy('<guardianPerson><name><family qualifier="NB">TEST-ALPHA</family></name></guardianPerson>'),
    },
    {
      rule: 'guardian-organization',
      base: 'cda-n1',
      part: 'cda',
      good: BIRTH,
      bad: guardedBy(
        '<guardianOrganization><id root="2.999.1" extension="1"/><name>Centre des Essais</name></guardianOrganization>',
      ),
    },
  ],
  run(cda) {
    const patients = cda.content.root.all('recordTarget', 'patientRole', 'patient');
    return {
      evaluated: patients.length,
      findings: patients.flatMap((patient) => [
        ...judgeRepeated(cda, patient),
        ...judgeBirthplace(cda, patient),
        ...judgeExtensions(cda, patient),
        ...patient.childrenNamed('guardian').flatMap((guardian) => judgeGuardian(cda, guardian)),
      ]),
    };
  },
});

function judgeRepeated(cda: Artifact<'cda'>, patient: XmlElement): Found[] {
  const twins = [patient, ...patient.childrenNamed('name')].flatMap((parent) =>
    (parent === patient ? ONCE : ONCE_IN_NAME).flatMap((name) => parent.childrenNamed(name)[1] ?? []),
  );
  const extensions = extensionsOf(patient);
  const again = extensions.filter(
    (each, rank) => extensions.findIndex(({ localName }) => localName === each.localName) < rank,
  );
  return [...twins, ...again].map((twin) => foundAt(cda, 'repeated', twin, { args: { element: twin.localName } }));
}

/** One place, with a name or an address, when the birth place is told. */
function judgeBirthplace(cda: Artifact<'cda'>, patient: XmlElement): Found[] {
  return patient.childrenNamed('birthplace').flatMap((birthplace) => {
    if (isNull(birthplace)) return [];
    const [place, other] = birthplace.childrenNamed('place');
    if (!place || other) return [foundAt(cda, 'birthplace', other ?? birthplace)];
    const isTold = isNull(place) || place.first('name') || place.first('addr');
    return isTold ? [] : [foundAt(cda, 'birthplace', place)];
  });
}

function judgeExtensions(cda: Artifact<'cda'>, patient: XmlElement): Found[] {
  return extensionsOf(patient)
    .filter((each) => !isNull(each))
    .filter((each) => !EXTENSIONS[each.localName]?.(each.attribute('value') ?? ''))
    .map((each) =>
      foundAt(cda, 'extension', each, { args: { element: each.localName }, actual: each.attribute('value') ?? '' }),
    );
}

function extensionsOf(patient: XmlElement): XmlElement[] {
  return patient.elements.filter(
    ({ namespaceURI, localName }) => namespaceURI === NS.sdtc && Object.hasOwn(EXTENSIONS, localName),
  );
}

function judgeGuardian(cda: Artifact<'cda'>, guardian: XmlElement): Found[] {
  if (isNull(guardian)) return [];
  const code = guardian.first('code');
  const wrong = codeFault(code, RELATION_PATIENT_CISIS);
  if (code && wrong) return [foundAt(cda, 'guardian-code', code, wrong.told)];
  const persons = guardian.childrenNamed('guardianPerson');
  const organizations = guardian.childrenNamed('guardianOrganization');
  const count = persons.length + organizations.length;
  if (count !== 1) return [foundAt(cda, 'guardian', guardian, { args: { count } })];
  return [
    ...persons.flatMap((person) => judgePerson(cda, person)),
    ...organizations
      .flatMap((each) => each.childrenNamed('id'))
      .filter((id) => id.attribute('root') !== STRUCTURE_OID || !id.attribute('extension')?.trim())
      .map((id) => foundAt(cda, 'guardian-organization', id, { actual: id.attribute('root') ?? '' })),
  ];
}

function judgePerson(cda: Artifact<'cda'>, person: XmlElement): Found[] {
  const [name, other] = person.childrenNamed('name');
  const families = name?.childrenNamed('family') ?? [];
  if (!name || other || families.length === 0 || families.length > 3)
    return [foundAt(cda, 'guardian-name', other ?? name ?? person)];
  return families
    .filter((family) => !GUARDIAN_QUALIFIERS.includes(family.attribute('qualifier') ?? 'BR'))
    .map((family) => foundAt(cda, 'guardian-qualifier', family, { actual: family.attribute('qualifier') }));
}

function isBoolean(value: string): boolean {
  return value === 'true' || value === 'false';
}
