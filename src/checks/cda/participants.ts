import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { PROFESSIONAL_OID } from '../../identity/national-ids.js';
import { isInsOid } from '../../identity/oids.js';
import type { ValueSet } from '../../terminology/value-set.js';
import { PARTICIPATION_TYPE_CISIS } from '../../terminology/value-sets/participation-type-cisis.js';
import { ROLE_CLASS_CISIS } from '../../terminology/value-sets/role-class-cisis.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { isNull } from './header/is-null.js';
import { type Cardinalities, cardinalityFindings } from './people/cardinality.js';
import { rootsOf } from './people/nature.js';

type RuleName =
  | 'cardinality'
  | 'informant'
  | 'informant-class'
  | 'recipient-id'
  | 'authenticator-signature'
  | 'authenticator-id'
  | 'participant-code'
  | 'participant-id';
type Found = RawFinding<RuleName>;
type Judge = (cda: Artifact<'cda'>, node: XmlElement) => Found[];

const INFORMANT = '§3.5.5.15 informant';
const AUTHENTICATOR = '§3.5.5.19 authenticator';
const PARTICIPANT = '§3.5.5.20 participant';
const WARNING = { severity: 'warning' } as const;

/** Numbers that the health insurance gives to professionals. */
const INSURANCE_OID = '1.2.250.1.215.300.5';

/** What a person of the patient's circle is: contact, trusted person, in an emergency, carer, cared for. */
const CIRCLE = ['CON', 'NOK', 'ECON', 'CAREGIVER', 'PAT'];

const ENTITY: Cardinalities = { code: '0..1', assignedPerson: '0..1', representedOrganization: '0..1' };

const JUDGES: Readonly<Record<string, Judge>> = {
  dataEnterer: (cda, node) => [
    ...cardinalityFindings(cda, node, { time: '0..1', assignedEntity: '1' }),
    ...cardinalityFindings(cda, node.first('assignedEntity'), ENTITY),
  ],
  informant,
  informationRecipient: recipient,
  authenticator,
  participant,
};

/** Elements of the recipes that participations may be written before. */
const CUSTODIAN = '  <custodian>\n';
const LEGAL = '  <legalAuthenticator>\n';
const MARTIN = '<id root="1.2.250.1.71.4.2.1" extension="899700100011"/>';

/** Those who took part in the document beside its author and its legal authenticator. */
export const participants = defineCheck({
  id: 'cda/participants',
  on: 'cda',
  rules: {
    cardinality: structural('§3.5.5.14 à 3.5.5.20, cardinalités', 0, 92),
    informant: structural(INFORMANT, 0, 76),
    'informant-class': structural(`${INFORMANT}/relatedEntity`, 0, 76),
    'recipient-id': structural('§3.5.5.17 informationRecipient/intendedRecipient/id', 0, 16, WARNING),
    'authenticator-signature': structural(`${AUTHENTICATOR}/signatureCode`, 0, 23),
    'authenticator-id': structural(`${AUTHENTICATOR}/assignedEntity`, 0, 23),
    'participant-code': structural(`${PARTICIPANT} (JDV_J144, JDV_J141)`, 0, 88, WARNING),
    'participant-id': structural(`${PARTICIPANT}/associatedEntity/id`, 2, 87, WARNING),
  },
  examples: [
    {
      rule: 'cardinality',
      base: 'cda-n3',
      part: 'cda',
      good: '<time xsi:type="IVL_TS">\n      <high value="20260316090000+0100"/>\n    </time>\n    <associatedEntity',
      bad: '<associatedEntity',
    },
    {
      rule: 'informant',
      base: 'cda-n3',
      part: 'cda',
      good: CUSTODIAN,
      bad: `  <informant>\n    <templateId root="2.999.8"/>\n  </informant>\n${CUSTODIAN}`,
    },
    {
      rule: 'informant-class',
      base: 'cda-n3',
      part: 'cda',
      good: CUSTODIAN,
      bad: `  <informant>\n    <relatedEntity classCode="PRS">\n      <addr nullFlavor="UNK"/>\n      <telecom nullFlavor="UNK"/>\n      <relatedPerson><name><family>MARTIN</family></name></relatedPerson>\n    </relatedEntity>\n  </informant>\n${CUSTODIAN}`,
    },
    {
      rule: 'recipient-id',
      base: 'cda-n3',
      part: 'cda',
      good: LEGAL,
      bad: `  <informationRecipient>\n    <intendedRecipient>\n      <id root="2.999.7" extension="42"/>\n    </intendedRecipient>\n  </informationRecipient>\n${LEGAL}`,
    },
    {
      rule: 'authenticator-signature',
      base: 'cda-n3',
      part: 'cda',
      good: '  <participant typeCode="REF">',
      bad: `  <authenticator>\n    <time value="20260316103000+0100"/>\n    <signatureCode code="X"/>\n    <assignedEntity>${MARTIN}</assignedEntity>\n  </authenticator>\n  <participant typeCode="REF">`,
    },
    {
      rule: 'authenticator-id',
      base: 'cda-n3',
      part: 'cda',
      good: '  <participant typeCode="REF">',
      bad: '  <authenticator>\n    <time value="20260316103000+0100"/>\n    <signatureCode code="S"/>\n    <assignedEntity><id root="2.999.7" extension="42"/></assignedEntity>\n  </authenticator>\n  <participant typeCode="REF">',
    },
    {
      rule: 'participant-code',
      base: 'cda-n3',
      part: 'cda',
      good: '<participant typeCode="REF">',
      bad: '<participant typeCode="REFT">',
    },
    {
      rule: 'participant-id',
      base: 'cda-n3',
      part: 'cda',
      good: `<associatedEntity classCode="PROV">\n      ${MARTIN}`,
      bad: '<associatedEntity classCode="PROV">',
    },
  ],
  run(cda) {
    const { root } = cda.content;
    const judged = Object.entries(JUDGES).flatMap(([name, judge]) =>
      root.childrenNamed(name).map((node) => (!isNull(node) ? judge(cda, node) : [])),
    );
    return {
      evaluated: judged.length,
      findings: [...cardinalityFindings(cda, root, { dataEnterer: '0..1' }), ...judged.flat()],
      ...(judged.length === 0 && { applies: false }),
    };
  },
});

function informant(cda: Artifact<'cda'>, node: XmlElement): Found[] {
  const related = node.childrenNamed('relatedEntity');
  const assigned = node.childrenNamed('assignedEntity');
  const count = related.length + assigned.length;
  if (count !== 1) return [foundAt(cda, 'informant', node, { args: { count } })];
  return [
    ...assigned.flatMap((each) => cardinalityFindings(cda, each, ENTITY)),
    ...related.flatMap((each) => cardinalityFindings(cda, each, { code: '0..1', relatedPerson: '1' })),
    ...related
      .filter((each) => !CIRCLE.includes(each.attribute('classCode') ?? ''))
      .map((each) => foundAt(cda, 'informant-class', each, { actual: each.attribute('classCode') ?? '' })),
  ];
}

function recipient(cda: Artifact<'cda'>, node: XmlElement): Found[] {
  const [intended] = node.childrenNamed('intendedRecipient');
  const ids = intended?.childrenNamed('id') ?? [];
  return [
    ...cardinalityFindings(cda, node, { intendedRecipient: '1' }),
    ...cardinalityFindings(cda, intended, { informationRecipient: '0..1', receivedOrganization: '0..1' }),
    ...ids
      .filter((id) => !isNull(id))
      .filter((id) => ![PROFESSIONAL_OID, INSURANCE_OID].includes(id.attribute('root') ?? ''))
      // The patient may be sent the document.
      .filter((id) => !isInsOid(id.attribute('root')))
      .map((id) => foundAt(cda, 'recipient-id', id, { actual: id.attribute('root') ?? '' })),
  ];
}

function authenticator(cda: Artifact<'cda'>, node: XmlElement): Found[] {
  const [entity] = node.childrenNamed('assignedEntity');
  return [
    ...cardinalityFindings(cda, node, { time: '1', signatureCode: '1', assignedEntity: '1' }),
    ...cardinalityFindings(cda, entity, ENTITY),
    ...node
      .childrenNamed('signatureCode')
      .filter((each) => each.attribute('code') !== 'S')
      .map((each) => foundAt(cda, 'authenticator-signature', each, { actual: each.attribute('code') ?? '' })),
    ...(entity && !rootsOf(entity).includes(PROFESSIONAL_OID)
      ? [foundAt(cda, 'authenticator-id', entity.first('id') ?? entity, { actual: rootsOf(entity)[0] ?? '' })]
      : []),
  ];
}

function participant(cda: Artifact<'cda'>, node: XmlElement): Found[] {
  const [entity] = node.childrenNamed('associatedEntity');
  const coded = (at: XmlElement, attribute: string, set: ValueSet): Found[] => {
    const code = at.attribute(attribute) ?? '';
    if (set.has(code)) return [];
    return [
      foundAt(cda, 'participant-code', at, {
        args: { attribute, set: set.name, version: set.version },
        actual: code,
      }),
    ];
  };
  const isProfessional = entity?.attribute('classCode') === 'PROV' && entity.first('associatedPerson') !== undefined;
  return [
    ...cardinalityFindings(cda, node, { functionCode: '0..1', time: '1', associatedEntity: '1' }),
    ...cardinalityFindings(cda, entity, { code: '0..1', associatedPerson: '0..1', scopingOrganization: '0..1' }),
    ...coded(node, 'typeCode', PARTICIPATION_TYPE_CISIS),
    ...(entity ? coded(entity, 'classCode', ROLE_CLASS_CISIS) : []),
    ...(isProfessional && !rootsOf(entity).includes(PROFESSIONAL_OID)
      ? [foundAt(cda, 'participant-id', entity, { actual: rootsOf(entity)[0] ?? '' })]
      : []),
  ];
}
