import type { XmlElement } from '../../artifacts/xml/tree.js';
import { STRUCTURE_OID } from '../../identity/national-ids.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { isNull } from './header/is-null.js';
import { cardinalityFindings } from './people/cardinality.js';

type RuleName = 'cardinality' | 'root' | 'extension' | 'dmp-extension' | 'dmp-name';

const CUSTODIAN = '§3.5.5.16 custodian';
const ORGANIZATION = `${CUSTODIAN}/assignedCustodian/representedCustodianOrganization`;

/** The DMP, which keeps what patients write themselves and what referenced services make. */
const DMP = '1.2.250.1.213.4.1';

/** No official document is kept by the DMP. */
const unseen = (part: string): Rule => ({ ...structural(part, 0, 0), samples: null });

const STRUCTURE_ID =
  '<custodian>\n    <assignedCustodian>\n      <representedCustodianOrganization>\n        <id root="1.2.250.1.71.4.2.2" extension="1990000010"/>\n        <name>Cabinet des Essais</name>';
const kept = (rest: string): string =>
  `<custodian>\n    <assignedCustodian>\n      <representedCustodianOrganization>\n        ${rest}`;

/** Who keeps the document: one structure, or the DMP. */
export const custodian = defineCheck({
  id: 'cda/custodian',
  on: 'cda',
  rules: {
    cardinality: structural(`${CUSTODIAN}, cardinalités`, 0, 94),
    root: structural(`${ORGANIZATION}/id`, 0, 94),
    extension: structural(`${ORGANIZATION}/id`, 0, 94),
    'dmp-extension': unseen(`${ORGANIZATION}/id`),
    'dmp-name': unseen(`${ORGANIZATION}/name`),
  },
  examples: [
    {
      rule: 'cardinality',
      base: 'cda-n1',
      part: 'cda',
      good: STRUCTURE_ID,
      bad: kept('<name>Cabinet des Essais</name>'),
    },
    {
      rule: 'root',
      base: 'cda-n1',
      part: 'cda',
      good: STRUCTURE_ID,
      bad: kept('<id root="2.999.1" extension="1990000010"/><name>Cabinet des Essais</name>'),
    },
    {
      rule: 'extension',
      base: 'cda-n1',
      part: 'cda',
      good: STRUCTURE_ID,
      bad: kept('<id root="1.2.250.1.71.4.2.2"/><name>Cabinet des Essais</name>'),
    },
    {
      rule: 'dmp-extension',
      base: 'cda-n1',
      part: 'cda',
      good: STRUCTURE_ID,
      bad: kept('<id root="1.2.250.1.213.4.1" extension="1"/><name>DMP</name>'),
    },
    {
      rule: 'dmp-name',
      base: 'cda-n1',
      part: 'cda',
      good: STRUCTURE_ID,
      bad: kept('<id root="1.2.250.1.213.4.1"/><name>Cabinet des Essais</name>'),
    },
  ],
  run(cda) {
    const { root } = cda.content;
    const custodians = root.childrenNamed('custodian');
    const assigned = custodians.flatMap((each) => each.childrenNamed('assignedCustodian'));
    const organizations = assigned.flatMap((each) => each.childrenNamed('representedCustodianOrganization'));
    const findings: RawFinding<RuleName>[] = [
      ...cardinalityFindings(cda, root, { custodian: '1' }),
      ...custodians.flatMap((each) => cardinalityFindings(cda, each, { assignedCustodian: '1' })),
      ...assigned.flatMap((each) => cardinalityFindings(cda, each, { representedCustodianOrganization: '1' })),
      ...organizations.flatMap((each) =>
        cardinalityFindings(cda, each, { id: '1', name: '0..1', telecom: '0..1', addr: '0..1' }),
      ),
    ];
    const add = (rule: RuleName, node: XmlElement, actual?: string): void => {
      findings.push(foundAt(cda, rule, node, { actual }));
    };
    for (const organization of organizations) {
      const name = organization.first('name');
      const [id, other] = organization.childrenNamed('id');
      if (!id || other || isNull(id)) continue;
      const authority = id.attribute('root');
      const extension = id.attribute('extension');
      if (authority === DMP) {
        if (extension !== undefined) add('dmp-extension', id, extension);
        if (name && name.normalizedText !== 'DMP') add('dmp-name', name, name.normalizedText);
      } else if (authority !== STRUCTURE_OID) add('root', id, authority ?? '');
      else if (!extension?.trim()) add('extension', id);
    }
    return { evaluated: Math.max(organizations.length, 1), findings };
  },
});
