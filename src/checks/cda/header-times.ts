import type { XmlElement } from '../../artifacts/xml/tree.js';
import { readTs } from '../../identity/hl7-time.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { actTimeOf, isPastWithoutDay } from './header/act-time.js';

type RuleName = 'form' | 'precision' | 'act-precision' | 'offset';

/** A time of the header: where it stands, and the least that it tells. */
interface Place {
  /** Names from ClinicalDocument to the element with `@value`. */
  readonly path: readonly string[];
  /** Rule of a time that tells less than `digits`, and no offset; of a time whose hour has no offset when `digits` is 0. */
  readonly rule: Exclude<RuleName, 'form'>;
  readonly digits: number;
}

const SECOND = { rule: 'precision', digits: 14 } as const;
const MINUTE = { rule: 'act-precision', digits: 12 } as const;
const AS_KNOWN = { rule: 'offset', digits: 0 } as const;

const PLACES: readonly Place[] = [
  { path: ['dataEnterer', 'time'], ...SECOND },
  { path: ['author', 'time'], ...SECOND },
  { path: ['legalAuthenticator', 'time'], ...SECOND },
  { path: ['authenticator', 'time'], ...SECOND },
  { path: ['documentationOf', 'serviceEvent', 'effectiveTime', 'low'], ...MINUTE },
  { path: ['documentationOf', 'serviceEvent', 'effectiveTime', 'high'], ...MINUTE },
  { path: ['componentOf', 'encompassingEncounter', 'effectiveTime', 'low'], ...AS_KNOWN },
  { path: ['componentOf', 'encompassingEncounter', 'effectiveTime', 'high'], ...AS_KNOWN },
];

const TIMES = '§3.5.7.1 Type de donnée ts';

/** The times of a header are those of HL7, as precise as each wants, with their offset from UTC. */
export const headerTimes = defineCheck({
  id: 'cda/header-times',
  on: 'cda',
  rules: {
    form: structural(TIMES, 4, 94, { severity: 'warning' }),
    precision: structural(`${TIMES}, time des participants`, 18, 94, { severity: 'warning' }),
    'act-precision': structural(`${TIMES}, documentationOf/serviceEvent/effectiveTime`, 0, 94),
    offset: structural(`${TIMES}, encompassingEncounter/effectiveTime`, 1, 94, { severity: 'warning' }),
  },
  examples: [
    {
      rule: 'form',
      base: 'cda-n1',
      part: 'cda',
      good: '<author>\n    <time value="20260316103000+0100"/>',
      bad: '<author>\n    <time value="2026-03-16T10:30:00+01:00"/>',
    },
    {
      rule: 'precision',
      base: 'cda-n1',
      part: 'cda',
      good: '<author>\n    <time value="20260316103000+0100"/>',
      bad: '<author>\n    <time value="20260316"/>',
    },
    {
      rule: 'act-precision',
      base: 'cda-n1',
      part: 'cda',
      good: '<low value="20260316090000+0100"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <performer',
      bad: '<low value="20260316090000"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <performer',
    },
    {
      rule: 'offset',
      base: 'cda-n1',
      part: 'cda',
      good: '<low value="20260316090000+0100"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <responsibleParty',
      bad: '<low value="202603160900"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <responsibleParty',
    },
  ],
  run(cda) {
    const told = isPastWithoutDay(cda) ? actTimeOf(cda.content).low : undefined;
    const times = PLACES.flatMap(({ path, ...wanted }) =>
      cda.content.root
        .all(...path)
        .filter((node) => node.attribute('value') !== undefined && node !== told)
        .map((node) => ({ node, element: path.join('/'), ...wanted })),
    );
    const findings = times.flatMap(({ node, element, rule, digits }): RawFinding<RuleName>[] => {
      const fault = faultOf(node, rule, digits);
      return fault ? [foundAt(cda, fault, node, { args: { element }, actual: node.attribute('value') ?? '' })] : [];
    });
    return { evaluated: times.length, findings };
  },
});

function faultOf(node: XmlElement, rule: Place['rule'], digits: number): RuleName | undefined {
  const time = readTs(node.attribute('value'));
  if (!time) return 'form';
  const right = digits > 0 ? time.digits >= digits : time.digits <= 8 || time.digits >= 12;
  return right && (time.digits <= 8 || time.offset !== undefined) ? undefined : rule;
}
