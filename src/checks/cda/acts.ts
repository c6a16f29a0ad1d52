import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { XDS_PRACTICE_SETTING_CODE_CISIS } from '../../terminology/value-sets/xds-practice-setting-code-cisis.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { codeFault } from './codes/code-fault.js';
import { isPastWithoutDay } from './header/act-time.js';
import { isNull } from './header/is-null.js';

type RuleName =
  | 'missing'
  | 'null-act'
  | 'main-time'
  | 'main-performer'
  | 'low'
  | 'performer-type'
  | 'setting'
  | 'setting-code'
  | 'setting-system'
  | 'code'
  | 'status';
type Found = RawFinding<RuleName>;

const ACTS = '§3.5.5.22 documentationOf';
/** IHE's extension for laboratories, the only one that gives an act a status. */
const LAB = 'urn:oid:1.3.6.1.4.1.19376.1.3.2';
const TIME =
  '      <effectiveTime>\n        <low value="20260316090000+0100"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <performer';

/** What a document tells of: an act with its time, who did it, and in what frame. */
export const acts = defineCheck({
  id: 'cda/acts',
  on: 'cda',
  rules: {
    missing: structural(ACTS, 0, 94),
    'null-act': structural(ACTS, 0, 94),
    'main-time': structural(ACTS, 0, 94),
    'main-performer': structural(ACTS, 0, 94),
    low: structural(ACTS, 0, 94),
    'performer-type': structural(`${ACTS}, performer`, 0, 94),
    setting: structural(`${ACTS}, standardIndustryClassCode`, 0, 94),
    'setting-code': structural(`${ACTS}, standardIndustryClassCode (JDV_J04)`, 0, 94, { severity: 'warning' }),
    'setting-system': structural(`${ACTS}, standardIndustryClassCode (JDV_J04)`, 0, 94),
    code: structural(`${ACTS}, code`, 0, 94),
    status: structural(`${ACTS}, lab:statusCode`, 0, 27, { corpus: 'interop-exemples-xdm' }),
  },
  examples: [
    {
      rule: 'missing',
      base: 'cda-n1',
      part: 'cda',
      good: '  <documentationOf>\n    <serviceEvent>',
      bad: '  <documentationOf>\n    <serviceEvent nullFlavor="NI">',
    },
    {
      rule: 'main-time',
      base: 'cda-n1',
      part: 'cda',
      good: TIME,
      bad: '      <effectiveTime nullFlavor="UNK"/>\n      <performer',
    },
    {
      rule: 'main-performer',
      base: 'cda-n1',
      part: 'cda',
      good: '<performer typeCode="PRF">',
      bad: '<performer nullFlavor="UNK" typeCode="PRF">',
    },
    {
      rule: 'null-act',
      base: 'cda-n1',
      part: 'cda',
      good: '  </documentationOf>',
      bad: '  </documentationOf>\n  <documentationOf nullFlavor="UNK"/>',
    },
    {
      rule: 'low',
      base: 'cda-n1',
      part: 'cda',
      good: '  </documentationOf>',
      bad: '  </documentationOf>\n  <documentationOf>\n    <serviceEvent><effectiveTime><high value="20260316092000+0100"/></effectiveTime></serviceEvent>\n  </documentationOf>',
    },
    { rule: 'performer-type', base: 'cda-n1', part: 'cda', good: 'typeCode="PRF"', bad: 'typeCode="PPRF"' },
    {
      rule: 'setting',
      base: 'cda-n1',
      part: 'cda',
      good: '<standardIndustryClassCode code="AMBULATOIRE"',
      bad: '<standardIndustryClassCode nullFlavor="UNK"',
    },
    {
      rule: 'setting-code',
      base: 'cda-n1',
      part: 'cda',
      good: '<standardIndustryClassCode code="AMBULATOIRE"',
      bad: '<standardIndustryClassCode code="CABINET"',
    },
    {
      rule: 'setting-system',
      base: 'cda-n1',
      part: 'cda',
      good: 'codeSystem="1.2.250.1.213.1.1.4.9"',
      bad: 'codeSystem="1.2.250.1.213.1.1.4.6"',
    },
    {
      rule: 'code',
      base: 'cda-n3',
      part: 'cda',
      good: '<code code="18719-5" displayName="Biochimie" codeSystem="2.16.840.1.113883.6.1"/>\n      <lab:statusCode',
      bad: '<code code="18719-5" displayName="Biochimie"/>\n      <lab:statusCode',
    },
    {
      rule: 'status',
      base: 'cda-n3',
      part: 'cda',
      good: '<lab:statusCode code="completed"/>',
      bad: '<lab:statusCode/>',
    },
  ],
  run(cda) {
    const links = cda.content.root.childrenNamed('documentationOf');
    const acts = links.flatMap((link) => (isNull(link) ? [link] : link.childrenNamed('serviceEvent')));
    const told = acts.filter((act) => !isNull(act));
    const [main] = told;
    if (!main) return { evaluated: 1, findings: [foundAt(cda, 'missing', acts[0] ?? links[0] ?? cda.content.root)] };
    return {
      evaluated: acts.length,
      findings: [
        ...acts.filter(isNull).map((act) => foundAt(cda, 'null-act', act)),
        ...judgeMain(cda, main),
        ...told.flatMap((event) => judgeEvent(cda, event, event === main)),
      ],
    };
  },
});

function judgeMain(cda: Artifact<'cda'>, main: XmlElement): Found[] {
  const times = main.childrenNamed('effectiveTime');
  const low = times[0]?.first('low');
  const performers = main.childrenNamed('performer');
  return [
    ...(times.length < 2 && ((!isNull(times[0]) && low?.attribute('value')) || isPastWithoutDay(cda))
      ? []
      : [foundAt(cda, 'main-time', times[1] ?? low ?? times[0] ?? main, { args: { count: times.length } })]),
    ...(performers.length === 1 && !isNull(performers[0])
      ? []
      : [
          foundAt(cda, 'main-performer', performers[1] ?? performers[0] ?? main, {
            args: { count: performers.length },
          }),
        ]),
  ];
}

function judgeEvent(cda: Artifact<'cda'>, event: XmlElement, isMain: boolean): Found[] {
  const found: Found[] = [];
  const time = event.first('effectiveTime');
  if (!isMain && time && !isNull(time) && !time.first('low')) found.push(foundAt(cda, 'low', time));
  const code = event.first('code');
  if (code && !isNull(code) && !(code.attribute('code')?.trim() && code.attribute('codeSystem')?.trim())) {
    found.push(
      foundAt(cda, 'code', code, { args: { attribute: code.attribute('code')?.trim() ? 'codeSystem' : 'code' } }),
    );
  }
  const statuses = event.elements.filter(
    ({ localName, namespaceURI }) => localName === 'statusCode' && namespaceURI === LAB,
  );
  const status = statuses[1] ?? statuses.find((each) => !isNull(each) && !each.attribute('code')?.trim());
  if (status) found.push(foundAt(cda, 'status', status, { args: { count: statuses.length } }));
  for (const performer of event.childrenNamed('performer')) {
    if (!isNull(performer)) found.push(...judgePerformer(cda, performer));
  }
  return found;
}

function judgePerformer(cda: Artifact<'cda'>, performer: XmlElement): Found[] {
  const type = performer.attribute('typeCode') ?? '';
  const found: Found[] = type === 'PRF' ? [] : [foundAt(cda, 'performer-type', performer, { actual: type })];
  const organization = performer.first('assignedEntity', 'representedOrganization');
  const setting = organization?.first('standardIndustryClassCode');
  if (isNull(setting) || !setting?.attribute('code')?.trim())
    return [
      ...found,
      foundAt(cda, 'setting', setting ?? organization ?? performer.first('assignedEntity') ?? performer),
    ];
  const wrong = codeFault(setting, XDS_PRACTICE_SETTING_CODE_CISIS);
  if (wrong)
    found.push(foundAt(cda, wrong.fault === 'unknown' ? 'setting-code' : 'setting-system', setting, wrong.told));
  return found;
}
