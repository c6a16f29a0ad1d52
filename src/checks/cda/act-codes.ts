import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { isWellFormedOid } from '../../identity/oids.js';
import type { ValueSet } from '../../terminology/value-set.js';
import { EXAMEN_ENFANT_OBLIGATOIRE_CISIS } from '../../terminology/value-sets/examen-enfant-obligatoire-cisis.js';
import { MODALITE_ACQUISITION_CISIS } from '../../terminology/value-sets/modalite-acquisition-cisis.js';
import { REGION_ANATOMIQUE_CISIS } from '../../terminology/value-sets/region-anatomique-cisis.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { codeFault } from './codes/code-fault.js';
import { isImagingReport } from './header/templates.js';

type RuleName = 'imaging-act' | 'act' | 'modality' | 'region' | 'unknown-code' | 'study-uid' | 'child-exam';
type Found = RawFinding<RuleName>;

const CODES = '§3.5.5.22.1.2 documentationOf/serviceEvent/code';

const LOINC = '2.16.840.1.113883.6.1';

/** Names of the qualifiers that tell what a translation is. */
const MODALITY = '121139';
const REGION = '39111-0';

/** The act that documents of a type are about: any of a code system when no code is given. */
interface Act {
  readonly system: string;
  readonly code?: string;
}

const IMAGING_REQUEST: Act = { code: '55115-0', system: LOINC };
const IMAGING_ACT: Act = { system: LOINC };
const CHILD_EXAM: Act = { code: '11429006', system: '2.16.840.1.113883.6.96' };
const PATIENT_EXPRESSION: Act = { code: 'EXP_PATIENT', system: '1.2.250.1.213.1.1.4.6' };

/** The act of an imaging report, of a request, of a child's examination, of what a patient wrote is coded as such documents want. */
export const actCodes = defineCheck({
  id: 'cda/act-codes',
  on: 'cda',
  rules: {
    // The eight reports of the official messages, of 2023, have a SNOMED code and no other.
    'imaging-act': structural(CODES, 8, 8, { severity: 'warning', corpus: 'hl7V2-exemples' }),
    act: structural(CODES, 0, 7),
    modality: structural(`${CODES}/translation`, 0, 2),
    region: structural(`${CODES}/translation`, 0, 2, { severity: 'warning' }),
    'unknown-code': structural(`${CODES}/translation`, 0, 2, { severity: 'warning' }),
    'study-uid': structural('§3.5.5.22.1.1 documentationOf/serviceEvent/id', 0, 2, { severity: 'warning' }),
    'child-exam': { ...structural(`${CODES}/translation`, 0, 0, { severity: 'warning' }), samples: null },
  },
  examples: [
    {
      rule: 'imaging-act',
      base: 'cda-imaging',
      part: 'cda',
      good: 'codeSystem="2.16.840.1.113883.6.1">',
      bad: 'codeSystem="1.2.250.1.213.2.5">',
    },
    {
      rule: 'act',
      base: 'cda-n1',
      part: 'cda',
      good: '<standardIndustryClassCode code="AMBULATOIRE" displayName="Ambulatoire" codeSystem="1.2.250.1.213.1.1.4.9"/>',
      bad: '<standardIndustryClassCode code="EXP_PATIENT" displayName="Expression personnelle du patient" codeSystem="1.2.250.1.213.1.1.4.6"/>',
    },
    { rule: 'modality', base: 'cda-imaging', part: 'cda', good: '<name code="121139"', bad: '<name code="121138"' },
    { rule: 'region', base: 'cda-imaging', part: 'cda', good: '<name code="39111-0"', bad: '<name code="39111-1"' },
    {
      rule: 'unknown-code',
      base: 'cda-imaging',
      part: 'cda',
      good: '<translation code="DX"',
      bad: '<translation code="RADIO"',
    },
    {
      rule: 'study-uid',
      base: 'cda-imaging',
      part: 'cda',
      good: '<serviceEvent>\n      <id root="2.999.7.20260316"/>',
      bad: '<serviceEvent>\n      <id root="2.999.7" extension="20260316"/>',
    },
    {
      rule: 'child-exam',
      base: 'cda-n1',
      part: 'cda',
      good: '<code code="11488-4"',
      bad: '<code code="59283-2"',
      trips: ['cda/annex-3-type', 'cda/annex-3-coverage'],
    },
  ],
  run(cda) {
    const { content } = cda;
    const events = content.root.all('documentationOf', 'serviceEvent');
    if (isImagingReport(content)) return judged(cda, events, IMAGING_ACT, judgeImaging);
    if (content.code?.code === '55115-0') return judged(cda, events, IMAGING_REQUEST);
    if (content.code?.code === '59283-2') return { evaluated: 1, findings: judgeChildExam(cda, events) };
    if (events.some(isPatientExpression)) return judged(cda, events, PATIENT_EXPRESSION);
    return { evaluated: 0, findings: [], applies: false };
  },
});

function judged(
  cda: Artifact<'cda'>,
  events: readonly XmlElement[],
  act: Act,
  judge: (cda: Artifact<'cda'>, event: XmlElement, code: XmlElement) => Found[] = () => [],
): { evaluated: number; findings: Found[] } {
  const found = events.flatMap((event) => {
    const code = event.first('code');
    return code && isAct(code, act) ? [{ event, code }] : [];
  });
  if (found.length > 0)
    return { evaluated: found.length, findings: found.flatMap(({ event, code }) => judge(cda, event, code)) };
  const first = events[0]?.first('code');
  const told = { args: { code: act.code ?? '', system: act.system }, actual: first?.attribute('code') ?? '' };
  const at = first ?? events[0] ?? cda.content.root;
  return { evaluated: 1, findings: [foundAt(cda, act.code ? 'act' : 'imaging-act', at, told)] };
}

function isAct(node: XmlElement, { code, system }: Act): boolean {
  const written = node.attribute('code');
  return node.attribute('codeSystem') === system && (code === undefined ? Boolean(written?.trim()) : written === code);
}

function isPatientExpression(event: XmlElement): boolean {
  const organization = event.first('performer', 'assignedEntity', 'representedOrganization');
  return organization?.first('standardIndustryClassCode')?.attribute('code') === PATIENT_EXPRESSION.code;
}

function judgeImaging(cda: Artifact<'cda'>, event: XmlElement, code: XmlElement): Found[] {
  return [
    ...judgeTranslation(cda, code, 'modality', MODALITY, MODALITE_ACQUISITION_CISIS),
    ...judgeTranslation(cda, code, 'region', REGION, REGION_ANATOMIQUE_CISIS),
    ...judgeStudy(cda, event),
  ];
}

function judgeTranslation(
  cda: Artifact<'cda'>,
  code: XmlElement,
  rule: 'modality' | 'region',
  name: string,
  set: ValueSet,
): Found[] {
  const told = code
    .childrenNamed('translation')
    .filter((each) => each.all('qualifier', 'name').some((qualifier) => qualifier.attribute('code') === name));
  if (told.length === 0) return [foundAt(cda, rule, code, { args: { set: set.name, oid: set.oid } })];
  return told.flatMap((each) => {
    const wrong = codeFault(each, set);
    return wrong ? [foundAt(cda, 'unknown-code', each, { ...wrong.told, actual: each.attribute('code') ?? '' })] : [];
  });
}

function judgeStudy(cda: Artifact<'cda'>, event: XmlElement): Found[] {
  const ids = event.childrenNamed('id');
  const right = ids.some((id) => isWellFormedOid(id.attribute('root')) && id.attribute('extension') === undefined);
  return right ? [] : [foundAt(cda, 'study-uid', ids[0] ?? event, { actual: ids[0]?.attribute('root') ?? '' })];
}

function judgeChildExam(cda: Artifact<'cda'>, events: readonly XmlElement[]): Found[] {
  const codes = events.flatMap((event) => event.childrenNamed('code'));
  const exams = codes.filter((code) => isAct(code, CHILD_EXAM)).flatMap((code) => code.childrenNamed('translation'));
  if (exams.some((exam) => EXAMEN_ENFANT_OBLIGATOIRE_CISIS.has(exam.attribute('code')))) return [];
  const { name, oid, version } = EXAMEN_ENFANT_OBLIGATOIRE_CISIS;
  const told = { args: { set: name, oid, version }, actual: exams[0]?.attribute('code') ?? '' };
  return [foundAt(cda, 'child-exam', exams[0] ?? codes[0] ?? events[0] ?? cda.content.root, told)];
}
