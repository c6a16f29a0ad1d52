import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { PROFESSIONAL_OID } from '../../identity/national-ids.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { isNull } from './header/is-null.js';
import { type Cardinalities, cardinalityFindings } from './people/cardinality.js';
import { absent, natureOf, rootsOf } from './people/nature.js';

type RuleName =
  | 'cardinality'
  | 'signature-code'
  | 'nobody'
  | 'professional-id'
  | 'professional-without'
  | 'patient-with';
type Found = RawFinding<RuleName>;

const LEGAL = '§3.5.5.18 legalAuthenticator';
const ENTITY = `${LEGAL}/assignedEntity`;

const PARTICIPATION: Cardinalities = { time: '1', signatureCode: '1', assignedEntity: '1' };
const ROLE: Cardinalities = { code: '0..1', assignedPerson: '0..1', representedOrganization: '0..1' };
const ORGANIZATION: Cardinalities = { name: '0..1', standardIndustryClassCode: '0..1' };

const WARNING = { severity: 'warning' } as const;

/** The one of the recipes, up to its identifier. */
const START =
  '<signatureCode code="S"/>\n    <assignedEntity>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100011"/>';
const started = (id: string): string => `<signatureCode code="S"/>\n    <assignedEntity>\n      ${id}`;
const CODE =
  '\n      <code code="G15_10/SM54" displayName="Médecin - Médecine Générale (SM)" codeSystem="1.2.250.1.213.1.1.4.5"/>';

const PERSON_AND_STRUCTURE = `
        <name>
          <prefix>MME</prefix>
          <given>Claire</given>
          <family>MARTIN</family>
          <suffix>DR</suffix>
        </name>
      </assignedPerson>
      <representedOrganization>
        <id root="1.2.250.1.71.4.2.2" extension="1990000010"/>
        <name>Cabinet des Essais</name>
        <telecom value="tel:+33473000001" use="WP"/>
        <addr>
          <houseNumber>12</houseNumber>
          <streetName>Rue de la Recette</streetName>
          <postalCode>63000</postalCode>
          <city>CLERMONT-FERRAND</city>
        </addr>
      `;

/** Who answers for the document: one professional, the patient, or the service that made it. */
export const legalAuthenticator = defineCheck({
  id: 'cda/legal-authenticator',
  on: 'cda',
  rules: {
    cardinality: structural(`${LEGAL}, cardinalités`, 0, 94),
    'signature-code': structural(`${LEGAL}/signatureCode`, 0, 94),
    nobody: structural(ENTITY, 0, 94),
    // Four samples of cardiology have 1.2.250.1.71, an OID cut short: a defect of theirs, mended in their XDM of 2026.
    'professional-id': structural(`${ENTITY}/id`, 4, 93),
    'professional-without': structural(ENTITY, 22, 93, WARNING),
    'patient-with': structural(ENTITY, 0, 1),
  },
  examples: [
    {
      rule: 'cardinality',
      base: 'cda-n1',
      part: 'cda',
      good: '  <legalAuthenticator>\n    <time value="20260316103000+0100"/>',
      bad: '  <legalAuthenticator>',
    },
    {
      rule: 'signature-code',
      base: 'cda-n1',
      part: 'cda',
      good: '<signatureCode code="S"/>',
      bad: '<signatureCode code="X"/>',
    },
    {
      rule: 'nobody',
      base: 'cda-n1',
      part: 'cda',
      good: `<assignedPerson>${PERSON_AND_STRUCTURE}</representedOrganization>\n    </assignedEntity>\n  </legalAuthenticator>`,
      bad: '</assignedEntity>\n  </legalAuthenticator>',
    },
    {
      rule: 'professional-id',
      base: 'cda-n1',
      part: 'cda',
      good: START,
      bad: started('<id root="1.2.250.1.71" extension="899700100011"/>'),
    },
    { rule: 'professional-without', base: 'cda-n1', part: 'cda', good: `${START}${CODE}`, bad: START },
    {
      rule: 'patient-with',
      base: 'cda-n1',
      part: 'cda',
      good: START,
      bad: started('<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>'),
    },
  ],
  run(cda) {
    const { root } = cda.content;
    const all = root.childrenNamed('legalAuthenticator');
    return {
      evaluated: Math.max(all.length, 1),
      findings: [
        ...cardinalityFindings(cda, root, { legalAuthenticator: '1' }),
        ...all.flatMap((each) => judge(cda, each)),
      ],
    };
  },
});

function judge(cda: Artifact<'cda'>, node: XmlElement): Found[] {
  if (isNull(node)) return [];
  const signatures = node
    .childrenNamed('signatureCode')
    .filter((each) => each.attribute('code') !== 'S')
    .map((each) => foundAt(cda, 'signature-code', each, { actual: each.attribute('code') ?? '' }));
  return [
    ...cardinalityFindings(cda, node, PARTICIPATION),
    ...signatures,
    ...node.childrenNamed('assignedEntity').flatMap((role) => judgeRole(cda, role)),
  ];
}

function judgeRole(cda: Artifact<'cda'>, role: XmlElement): Found[] {
  if (isNull(role)) return [];
  const found: Found[] = [
    ...cardinalityFindings(cda, role, ROLE),
    ...cardinalityFindings(cda, role.first('representedOrganization'), ORGANIZATION),
  ];
  const all = (rule: RuleName, elements: readonly string[]): Found[] =>
    elements.map((element) => foundAt(cda, rule, role.first(element) ?? role, { args: { element } }));
  const without = absent(role, ['assignedPerson', 'representedOrganization']);
  if (without.length === 2) return [...found, foundAt(cda, 'nobody', role)];
  switch (natureOf(role)) {
    case 'professional':
      if (role.first('id') && !rootsOf(role).includes(PROFESSIONAL_OID))
        found.push(foundAt(cda, 'professional-id', role.first('id') ?? role, { actual: rootsOf(role)[0] }));
      return [...found, ...all('professional-without', absent(role, ['code', 'representedOrganization']))];
    case 'patient':
      return [
        ...found,
        ...(role.first('representedOrganization') ? all('patient-with', ['representedOrganization']) : []),
      ];
    case 'system':
      return found;
  }
}
