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
  | 'person-or-device'
  | 'professional-id'
  | 'professional-without'
  | 'professional-contact'
  | 'patient-with'
  | 'system-id'
  | 'system-without'
  | 'function';
type Found = RawFinding<RuleName>;

const AUTHOR = '§3.5.5.13 author';

const PARTICIPATION: Cardinalities = { functionCode: '0..1', time: '1', assignedAuthor: '1' };
const ROLE: Cardinalities = { id: '1..*', code: '0..1', representedOrganization: '0..1' };
const ORGANIZATION: Cardinalities = { name: '0..1', standardIndustryClassCode: '0..1' };
const DEVICE: Cardinalities = { manufacturerModelName: '1', softwareName: '1' };

const WARNING = { severity: 'warning' } as const;

/** The author of the recipes, up to its identifier. */
const START = '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100011"/>';

/** A second author, to be written before the custodian. */
const another = (role: string, before = ''): string =>
  `  <author>${before}<time value="20260316103000+0100"/><assignedAuthor>${role}</assignedAuthor></author>\n  <custodian>\n`;

const DEVICE_EXAMPLE =
  '<assignedAuthoringDevice><manufacturerModelName>Automate</manufacturerModelName><softwareName>Analyse</softwareName></assignedAuthoringDevice>';
const LABORATORY_EXAMPLE =
  '<representedOrganization><id root="1.2.250.1.71.4.2.2" extension="1990000028"/><name>Laboratoire des Essais</name></representedOrganization>';
const AUTOMATON_EXAMPLE = '<code code="AUTOMATE" displayName="Automate" codeSystem="1.2.250.1.213.1.1.4.6"/>';

/** Who made the document: each author told as what it is, a professional, the patient or a system. */
export const author = defineCheck({
  id: 'cda/author',
  on: 'cda',
  rules: {
    cardinality: structural(`${AUTHOR}, cardinalités`, 0, 94),
    'person-or-device': structural(`${AUTHOR}, assignedAuthor`, 0, 94),
    'professional-id': structural(`${AUTHOR}/assignedAuthor/id`, 0, 91),
    'professional-without': structural(`${AUTHOR}/assignedAuthor`, 12, 91, WARNING),
    'professional-contact': structural(`${AUTHOR}/assignedAuthor, addr et telecom`, 3, 91, WARNING),
    // No official document is a patient's own.
    'patient-with': { ...structural(`${AUTHOR}/assignedAuthor`, 0, 0), samples: null },
    'system-id': structural(`${AUTHOR}/assignedAuthor/id`, 1, 4, WARNING),
    // The name is asked for since v1.16: a document of the ANS (portability of the DUI) is older.
    'system-without': structural(`${AUTHOR}/assignedAuthor`, 0, 4, WARNING),
    function: structural(`${AUTHOR}/functionCode`, 0, 10, WARNING),
  },
  examples: [
    {
      rule: 'cardinality',
      base: 'cda-n1',
      part: 'cda',
      good: '  <author>\n    <time value="20260316103000+0100"/>',
      bad: '  <author>',
    },
    {
      rule: 'person-or-device',
      base: 'cda-n1',
      part: 'cda',
      good: '      </representedOrganization>\n    </assignedAuthor>',
      bad: `      </representedOrganization>\n      ${DEVICE_EXAMPLE}\n    </assignedAuthor>`,
    },
    {
      rule: 'professional-id',
      base: 'cda-n1',
      part: 'cda',
      good: START,
      bad: '<assignedAuthor>\n      <id root="2.999.7" extension="42"/>',
    },
    {
      rule: 'professional-without',
      base: 'cda-n1',
      part: 'cda',
      good: `${START}\n      <code code="G15_10/SM54" displayName="Médecin - Médecine Générale (SM)" codeSystem="1.2.250.1.213.1.1.4.5"/>`,
      bad: START,
    },
    {
      rule: 'professional-contact',
      base: 'cda-n1',
      part: 'cda',
      good: '  <custodian>\n',
      bad: another(
        `<id root="1.2.250.1.71.4.2.1" extension="899700100029"/><code code="G15_10/SM03" displayName="Médecin - Biologie médicale (SM)" codeSystem="1.2.250.1.213.1.1.4.5"/><assignedPerson><name><family>BERNARD</family></name></assignedPerson>${LABORATORY_EXAMPLE}`,
      ),
    },
    {
      rule: 'patient-with',
      base: 'cda-n1',
      part: 'cda',
      good: START,
      bad: '<assignedAuthor>\n      <id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
    },
    {
      rule: 'system-id',
      base: 'cda-n1',
      part: 'cda',
      good: '  <custodian>\n',
      bad: another(
        `<id root="1.2.250.1.71.4.2.1" extension="899700100029"/>${AUTOMATON_EXAMPLE}${DEVICE_EXAMPLE}${LABORATORY_EXAMPLE}`,
      ),
    },
    {
      rule: 'system-without',
      base: 'cda-n1',
      part: 'cda',
      good: '  <custodian>\n',
      bad: another(`<id root="1.2.250.1.71.4.2.1" extension="1990000028/A1"/>${AUTOMATON_EXAMPLE}${DEVICE_EXAMPLE}`),
    },
    {
      rule: 'function',
      base: 'cda-n1',
      part: 'cda',
      good: '  <custodian>\n',
      bad: another(
        `<id root="1.2.250.1.71.4.2.1" extension="1990000028/A1"/>${AUTOMATON_EXAMPLE}${DEVICE_EXAMPLE}${LABORATORY_EXAMPLE}`,
        '<functionCode code="PRELV" codeSystem="1.2.250.1.213.1.1.4.2.280"/>',
      ),
    },
  ],
  run(cda) {
    const { root } = cda.content;
    const authors = root.childrenNamed('author');
    return {
      evaluated: Math.max(authors.length, 1),
      findings: [
        ...cardinalityFindings(cda, root, { author: '1..*' }),
        ...authors.flatMap((each) => cardinalityFindings(cda, each, PARTICIPATION)),
        ...authors.flatMap((each) => each.childrenNamed('assignedAuthor').flatMap((role) => judge(cda, each, role))),
      ],
    };
  },
});

function judge(cda: Artifact<'cda'>, participation: XmlElement, role: XmlElement): Found[] {
  if (isNull(role)) return [];
  const found: Found[] = [
    ...cardinalityFindings(cda, role, ROLE),
    ...cardinalityFindings(cda, role.first('representedOrganization'), ORGANIZATION),
    ...cardinalityFindings(cda, role.first('assignedAuthoringDevice'), DEVICE),
  ];
  const whom = role.childrenNamed('assignedPerson').length + role.childrenNamed('assignedAuthoringDevice').length;
  if (whom !== 1) return [...found, foundAt(cda, 'person-or-device', role, { args: { count: whom } })];

  const nature = natureOf(role);
  const all = (rule: RuleName, elements: readonly string[]): Found[] =>
    elements.map((element) => foundAt(cda, rule, role.first(element) ?? role, { args: { element } }));
  const functionCode = participation.first('functionCode');
  if (functionCode && nature !== 'professional') found.push(foundAt(cda, 'function', functionCode));

  switch (nature) {
    case 'professional':
      if (role.first('id') && !rootsOf(role).includes(PROFESSIONAL_OID))
        found.push(foundAt(cda, 'professional-id', role, { actual: rootsOf(role)[0] }));
      return [
        ...found,
        ...all('professional-without', [...absent(role, ['code']), ...organizationLacks(role)]),
        ...all('professional-contact', absent(role, ['addr', 'telecom'])),
      ];
    case 'patient':
      return [
        ...found,
        ...all(
          'patient-with',
          ['code', 'representedOrganization'].filter((each) => role.first(each)),
        ),
      ];
    case 'system':
      return [
        ...found,
        // What is no identifier at all is told by cda/people-identifiers.
        ...role
          .childrenNamed('id')
          .filter((id) => id.attribute('root') === PROFESSIONAL_OID && /^[08]/.test(id.attribute('extension') ?? ''))
          .map((id) => foundAt(cda, 'system-id', id, { actual: id.attribute('extension') })),
        ...all('system-without', [...absent(role, ['code']), ...organizationLacks(role)]),
      ];
  }
}

/** What the structure of an author lacks, named from the author. */
function organizationLacks(role: XmlElement): string[] {
  const organization = role.first('representedOrganization');
  if (!organization) return ['representedOrganization'];
  if (isNull(organization)) return [];
  return absent(organization, ['id', 'name']).map((name) => `representedOrganization/${name}`);
}
