import { XmlElement } from '../../artifacts/xml/tree.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { headerElements } from './header/header-elements.js';
import { isNull } from './header/is-null.js';

type RuleName = 'forbidden' | 'reason' | 'beside';

const PART = '§3.5.3';

/** The reasons that a header may give. */
const REASONS: ReadonlySet<string> = new Set(['UNK', 'NASK', 'ASKU', 'NAV', 'MSK']);

/** Table 3 from `ClinicalDocument`, as far as people go; the name of the legal authenticator is of §3.5.5.18.3.5.1. */
const FILLED: readonly string[] = [
  'recordTarget',
  'recordTarget/patientRole',
  'recordTarget/patientRole/patient',
  'recordTarget/patientRole/patient/name',
  'author',
  'author/assignedAuthor',
  'author/assignedAuthor/id',
  'custodian',
  'custodian/assignedCustodian/representedCustodianOrganization/id',
  'legalAuthenticator',
  'legalAuthenticator/assignedEntity',
  'legalAuthenticator/assignedEntity/id',
  'legalAuthenticator/assignedEntity/assignedPerson/name',
];

/** The rest of table 3: the checks of those elements say it when they are null. */
const FILLED_ELSEWHERE: readonly string[] = [
  'id',
  'code',
  'title',
  'effectiveTime',
  'confidentialityCode',
  'languageCode',
  'setId',
  'versionNumber',
  'recordTarget/patientRole/id',
  'recordTarget/patientRole/patient/name/family',
  'recordTarget/patientRole/patient/name/given',
  'documentationOf',
  'documentationOf/serviceEvent',
  'documentationOf/serviceEvent/effectiveTime',
  'documentationOf/serviceEvent/performer',
  'documentationOf/serviceEvent/performer/assignedEntity/representedOrganization/standardIndustryClassCode',
  'relatedDocument/parentDocument',
  'relatedDocument/parentDocument/id',
  'componentOf',
  'componentOf/encompassingEncounter',
  'componentOf/encompassingEncounter/location',
  'componentOf/encompassingEncounter/location/healthCareFacility',
  'componentOf/encompassingEncounter/location/healthCareFacility/code',
];

/** What a value is told by: attributes, or the parts of these elements. */
const VALUES = ['value', 'code', 'root', 'extension'];
const COMPOSED: ReadonlySet<string> = new Set(['addr', 'name', 'time', 'effectiveTime']);

/** Why the header does not tell something: where that is allowed, for a reason that is known, and instead of a value. */
export const nullFlavors = defineCheck({
  id: 'cda/null-flavors',
  on: 'cda',
  rules: {
    forbidden: structural(`${PART}.2 éléments pour lesquels nullFlavor est interdit`, 0, 94),
    reason: structural(`${PART}.1 attribut nullFlavor`, 13, 90, { severity: 'warning' }),
    beside: structural(`${PART}.1 attribut nullFlavor`, 0, 90),
  },
  examples: [
    {
      rule: 'forbidden',
      base: 'cda-n1',
      part: 'cda',
      good: '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100011"/>',
      bad: '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100011"/>\n      <id nullFlavor="UNK"/>',
    },
    {
      rule: 'reason',
      base: 'cda-n1',
      part: 'cda',
      good: '<addr nullFlavor="UNK"/>',
      bad: '<addr nullFlavor="NI"/>',
    },
    {
      rule: 'beside',
      base: 'cda-n1',
      part: 'cda',
      good: '<addr nullFlavor="UNK"/>',
      bad: '<addr nullFlavor="UNK"><city>LYON</city></addr>',
    },
  ],
  run(cda) {
    const { root } = cda.content;
    const elements = headerElements(cda.content);
    const silent = elements.filter((element) => isNull(element));
    const findings: RawFinding<RuleName>[] = [];
    const add = (rule: RuleName, node: XmlElement): void => {
      const args = { element: node.localName };
      findings.push(foundAt(cda, rule, node, { args, actual: node.attribute('nullFlavor') }));
    };
    const reached = (paths: readonly string[]): Set<XmlElement> =>
      new Set(silent.length === 0 ? [] : paths.flatMap((path) => root.all(...path.split('/'))));
    const filled = reached(FILLED);
    const elsewhere = reached(FILLED_ELSEWHERE);
    for (const element of silent.filter((each) => !elsewhere.has(each))) {
      const reason = element.attribute('nullFlavor') ?? '';
      if (filled.has(element)) add('forbidden', element);
      else if (!REASONS.has(reason) && !isTimeless(element, reason)) add('reason', element);
      else if (tellsValue(element)) add('beside', element);
    }
    return { evaluated: elements.length, findings };
  },
});

/** NA on the time of a participant who has none, as the examples of the very text write it (§3.5.5.20). */
function isTimeless({ localName, parentNode }: XmlElement, reason: string): boolean {
  return (
    reason === 'NA' &&
    localName === 'time' &&
    parentNode instanceof XmlElement &&
    parentNode.localName === 'participant'
  );
}

function tellsValue(element: XmlElement): boolean {
  return (
    VALUES.some((name) => element.attribute(name) !== undefined) ||
    (COMPOSED.has(element.localName) && element.elements.length > 0) ||
    (element.elements.length === 0 && element.normalizedText !== '')
  );
}
