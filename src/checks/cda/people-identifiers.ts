import type { Artifact } from '../../artifacts/artifact.js';
import { XmlElement } from '../../artifacts/xml/tree.js';
import { isProfessionalId, isStructureId, PROFESSIONAL_OID, STRUCTURE_OID } from '../../identity/national-ids.js';
import { OID_OR_UUID } from '../../identity/oids.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { isNull } from './header/is-null.js';
import { participationsOf } from './people/participations.js';

type RuleName = 'missing' | 'incomplete' | 'root-form' | 'organization-root' | 'professional-form' | 'structure-form';
type Found = RawFinding<RuleName>;

const WARNING = { severity: 'warning' } as const;

/** SIREN of the vendor of a referenced digital service. */
const SIREN_OID = '1.3.2';

/** OID or UUID (HL7 data type UID). */

const AUTHOR = '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100011"/>';
const CUSTODIAN = '<representedCustodianOrganization>\n        <id root="1.2.250.1.71.4.2.2" extension="1990000010"/>';

/** What identifies the persons and the structures of the header: complete, in the form of its authority. */
export const peopleIdentifiers = defineCheck({
  id: 'cda/people-identifiers',
  on: 'cda',
  rules: {
    missing: structural('§3.5.6.3 assignedEntity/id', 0, 94),
    incomplete: structural('§3.5.5.13 à 3.5.6.3, id (root et extension)', 0, 94),
    'root-form': structural('§3.5.7.2 type de donnée II', 0, 94),
    'organization-root': structural('§3.5.5.13 à 3.5.6.3, representedOrganization/id', 19, 94, WARNING),
    // Numbers of official samples are often invented.
    'professional-form': structural('§3.5.5.13 à 3.5.6.3, id (PS_IdNat)', 14, 94, WARNING),
    'structure-form': structural('§3.5.5.13 à 3.5.6.3, id (Struct_IdNat)', 18, 94, WARNING),
  },
  examples: [
    {
      rule: 'missing',
      base: 'cda-n1',
      part: 'cda',
      good: '<performer typeCode="PRF">\n        <time>\n          <low value="20260316090000+0100"/>\n          <high value="20260316092000+0100"/>\n        </time>\n        <assignedEntity>\n          <id root="1.2.250.1.71.4.2.1" extension="899700100011"/>',
      bad: '<performer typeCode="PRF">\n        <time>\n          <low value="20260316090000+0100"/>\n          <high value="20260316092000+0100"/>\n        </time>\n        <assignedEntity>',
    },
    {
      rule: 'incomplete',
      base: 'cda-n1',
      part: 'cda',
      good: AUTHOR,
      bad: '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1"/>',
    },
    {
      rule: 'root-form',
      base: 'cda-n1',
      part: 'cda',
      good: AUTHOR,
      bad: `${AUTHOR}\n      <id root="urn:oid:2.999.7" extension="42"/>`,
    },
    {
      rule: 'organization-root',
      base: 'cda-n1',
      part: 'cda',
      good: '  <custodian>\n',
      bad: '  <informant>\n    <assignedEntity>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100029"/>\n      <representedOrganization><id root="2.999.1" extension="1"/></representedOrganization>\n    </assignedEntity>\n  </informant>\n  <custodian>\n',
    },
    {
      rule: 'professional-form',
      base: 'cda-n1',
      part: 'cda',
      good: AUTHOR,
      bad: '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="99700100011"/>',
    },
    {
      rule: 'structure-form',
      base: 'cda-n1',
      part: 'cda',
      good: CUSTODIAN,
      bad: '<representedCustodianOrganization>\n        <id root="1.2.250.1.71.4.2.2" extension="990000010"/>',
    },
  ],
  run(cda) {
    const people = participationsOf(cda.content);
    const roles = people.map(({ role }) => role).filter((role) => !isNull(role));
    const organizations = people.flatMap(({ organization }) => organization ?? []);
    const custodians = cda.content.root.all('custodian', 'assignedCustodian', 'representedCustodianOrganization');
    return {
      evaluated: people.length + organizations.length,
      findings: [
        ...roles
          .filter((role) => role.localName === 'assignedEntity' && !role.first('id'))
          .map((role) => foundAt(cda, 'missing', role)),
        ...roles.flatMap(idsOf).flatMap((id) => judgeId(cda, id, false)),
        ...organizations.flatMap(idsOf).flatMap((id) => judgeOrganizationId(cda, id)),
        ...custodians.flatMap(idsOf).flatMap((id) => judgeForm(cda, id, true)),
      ],
      ...(people.length === 0 && { applies: false }),
    };
  },
});

function idsOf(node: XmlElement): XmlElement[] {
  return node.childrenNamed('id').filter((id) => !isNull(id));
}

function judgeId(cda: Artifact<'cda'>, id: XmlElement, isOrganization: boolean): Found[] {
  const lacking = ['root', 'extension'].filter((attribute) => !id.attribute(attribute)?.trim());
  if (lacking.length > 0) return lacking.map((attribute) => foundAt(cda, 'incomplete', id, { args: { attribute } }));
  const root = id.attribute('root') ?? '';
  return OID_OR_UUID.test(root)
    ? judgeForm(cda, id, isOrganization)
    : [foundAt(cda, 'root-form', id, { actual: root })];
}

function judgeOrganizationId(cda: Artifact<'cda'>, id: XmlElement): Found[] {
  const found = judgeId(cda, id, true);
  const root = id.attribute('root') ?? '';
  // The structure of a participant may have any identifier.
  const isFree = id.parentNode instanceof XmlElement && id.parentNode.localName === 'scopingOrganization';
  if (found.length > 0 || isFree || [STRUCTURE_OID, SIREN_OID].includes(root)) return found;
  return [foundAt(cda, 'organization-root', id, { actual: root })];
}

function judgeForm(cda: Artifact<'cda'>, id: XmlElement, isOrganization: boolean): Found[] {
  const extension = id.attribute('extension')?.trim() ?? '';
  const root = id.attribute('root');
  if (isOrganization)
    return root !== STRUCTURE_OID || extension === '' || isStructureId(extension)
      ? []
      : [foundAt(cda, 'structure-form', id, { actual: extension })];
  return root !== PROFESSIONAL_OID || isProfessionalId(extension)
    ? []
    : [foundAt(cda, 'professional-form', id, { actual: extension })];
}
