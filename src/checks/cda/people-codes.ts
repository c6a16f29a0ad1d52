import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import type { ValueSet } from '../../terminology/value-set.js';
import { CIVILITE_CISIS } from '../../terminology/value-sets/civilite-cisis.js';
import { FUNCTION_CODE_CISIS } from '../../terminology/value-sets/function-code-cisis.js';
import { RELATION_PATIENT_CISIS } from '../../terminology/value-sets/relation-patient-cisis.js';
import { TITRE_CISIS } from '../../terminology/value-sets/titre-cisis.js';
import { XDS_AUTHOR_SPECIALTY_CISIS } from '../../terminology/value-sets/xds-author-specialty-cisis.js';
import { XDS_PRACTICE_SETTING_CODE_CISIS } from '../../terminology/value-sets/xds-practice-setting-code-cisis.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { codeFault } from './codes/code-fault.js';
import { isNull } from './header/is-null.js';
import { type Participation, participationsOf } from './people/participations.js';

type RuleName = 'unknown-code' | 'code-system' | 'incomplete' | 'unknown-title';
type Found = RawFinding<RuleName>;

/** Participations whose profession or role is of JDV_J01. */
const PROFESSIONS: ReadonlySet<string> = new Set(['author', 'legalAuthenticator', 'participant', 'performer']);

const WARNING = { severity: 'warning' } as const;

const AUTHOR_CODE =
  '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100011"/>\n      <code code="G15_10/SM54" displayName="Médecin - Médecine Générale (SM)" codeSystem="1.2.250.1.213.1.1.4.5"/>';
const coded = (code: string): string =>
  `<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100011"/>\n      ${code}`;
const REFERRER =
  '<associatedPerson>\n        <name>\n          <prefix>MME</prefix>\n          <given>Claire</given>\n          <family>MARTIN</family>\n          <suffix>DR</suffix>';

/** The codes that tell what each person of the header is: profession, function, frame of practice, kinship, titles. */
export const peopleCodes = defineCheck({
  id: 'cda/people-codes',
  on: 'cda',
  rules: {
    'unknown-code': structural('§3.5.5.13 à 3.5.6.3 (JDV_J01, J04, J11, J47)', 0, 94, WARNING),
    'code-system': structural('§3.5.5.13 à 3.5.6.3 (JDV_J01, J04, J11, J47)', 0, 94),
    incomplete: structural('§3.5.7.3 types de données CS, CV, CE, CD', 0, 94),
    'unknown-title': structural('§3.5.5.13 à 3.5.6.3, prefix et suffix (JDV_J245, J246)', 0, 92, WARNING),
  },
  examples: [
    {
      rule: 'unknown-code',
      base: 'cda-n1',
      part: 'cda',
      good: AUTHOR_CODE,
      bad: coded(
        '<code code="MEDECIN" displayName="Médecin - Médecine Générale (SM)" codeSystem="1.2.250.1.213.1.1.4.5"/>',
      ),
    },
    {
      rule: 'code-system',
      base: 'cda-n1',
      part: 'cda',
      good: AUTHOR_CODE,
      bad: coded(
        '<code code="G15_10/SM54" displayName="Médecin - Médecine Générale (SM)" codeSystem="1.2.250.1.71.4.2.5"/>',
      ),
    },
    {
      rule: 'incomplete',
      base: 'cda-n1',
      part: 'cda',
      good: AUTHOR_CODE,
      bad: coded('<code code="G15_10/SM54" codeSystem="1.2.250.1.213.1.1.4.5"/>'),
    },
    {
      rule: 'unknown-title',
      base: 'cda-n3',
      part: 'cda',
      good: REFERRER,
      bad: REFERRER.replace('>MME<', '>Madame<'),
    },
  ],
  run(cda) {
    const people = participationsOf(cda.content);
    return {
      evaluated: people.length,
      findings: people.flatMap((each) => [...judgeCodes(cda, each), ...judgeTitles(cda, each)]),
      ...(people.length === 0 && { applies: false }),
    };
  },
});

function judgeCodes(cda: Artifact<'cda'>, { node, role, organization }: Participation): Found[] {
  // That of who did the act is judged with the act; that of a participant's structure is free.
  const settings =
    node.localName === 'performer' ? [] : (organization?.childrenNamed('standardIndustryClassCode') ?? []);
  return [
    ...node.childrenNamed('functionCode').flatMap((each) => judgeCode(cda, each, FUNCTION_CODE_CISIS, false)),
    ...role.childrenNamed('code').flatMap((each) => judgeCode(cda, each, setOfRole(node, role))),
    ...settings.flatMap((each) =>
      judgeCode(
        cda,
        each,
        organization?.localName === 'scopingOrganization' ? undefined : XDS_PRACTICE_SETTING_CODE_CISIS,
      ),
    ),
  ];
}

/** The value set of what somebody is; elsewhere the CI-SIS names none. */
function setOfRole(node: XmlElement, role: XmlElement): ValueSet | undefined {
  if (role.localName === 'relatedEntity') return RELATION_PATIENT_CISIS;
  return PROFESSIONS.has(node.localName) ? XDS_AUTHOR_SPECIALTY_CISIS : undefined;
}

/** A code that nothing codes is told in words: `originalText`. */
function judgeCode(cda: Artifact<'cda'>, node: XmlElement, set: ValueSet | undefined, labelled = true): Found[] {
  if (isNull(node)) return [];
  const code = node.attribute('code')?.trim();
  if (!code && node.first('originalText')) return [];
  const lacking = ['code', 'codeSystem', ...(labelled ? ['displayName'] : [])].filter(
    (attribute) => !node.attribute(attribute)?.trim(),
  );
  if (lacking.length > 0)
    return lacking.map((attribute) =>
      foundAt(cda, 'incomplete', node, { args: { element: node.localName, attribute } }),
    );
  if (!set) return [];
  const wrong = codeFault(node, set);
  return wrong ? [foundAt(cda, wrong.fault === 'unknown' ? 'unknown-code' : 'code-system', node, wrong.told)] : [];
}

function judgeTitles(cda: Artifact<'cda'>, { person }: Participation): Found[] {
  const judge = (element: string, set: ValueSet): Found[] =>
    (person?.all('name', element) ?? [])
      .filter((each) => !isNull(each) && !set.has(each.normalizedText))
      .map((each) =>
        foundAt(cda, 'unknown-title', each, {
          args: { element, set: set.name, version: set.version },
          actual: each.normalizedText,
        }),
      );
  return [...judge('prefix', CIVILITE_CISIS), ...judge('suffix', TITRE_CISIS)];
}
