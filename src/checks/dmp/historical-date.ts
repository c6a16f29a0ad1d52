import { isAfter, isSameDay, readTs } from '../../identity/hl7-time.js';
import { actTimeOf } from '../cda/header/act-time.js';
import { isNull } from '../cda/header/is-null.js';
import { defineCheck, type Rule } from '../define.js';
import { foundAt } from '../found.js';

const HISTO_03 = 'REM vague 2, DMP/HISTO.03 (documentationOf/serviceEvent/effectiveTime)';

/** The act's date is asked of every document: all the official samples are measured. */
const ANY_DOCUMENT: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: HISTO_03,
  samples: { broken: 0, of: 94, corpus: 'TestContenuCDA-3-0' },
};

/** No official sample is a document of the past. Of the 94 that are not, 74 are made on the day of their act and 5 before it. */
const OF_THE_PAST: Rule = { severity: 'error', mark: 'primary', clause: HISTO_03, samples: null };

/** A document of the past is dated of its act, not of the day when it is sent to the DMP. */
export const historicalDate = defineCheck({
  id: 'dmp/historical-date',
  on: 'cda',
  rules: {
    'no-act-date': ANY_DOCUMENT,
    'act-date-form': ANY_DOCUMENT,
    'act-after-document': OF_THE_PAST,
    // A document may have been made on the day of its act, long before it is sent: nothing shows it here.
    'same-day': { ...OF_THE_PAST, severity: 'warning' },
  },
  examples: [
    {
      rule: 'no-act-date',
      base: 'cda-historical',
      part: 'cda',
      good: '      <effectiveTime>\n        <low value="20190612090000+0200"/>\n        <high value="20190612092000+0200"/>\n      </effectiveTime>\n      <performer',
      bad: '      <effectiveTime>\n        <high value="20190612092000+0200"/>\n      </effectiveTime>\n      <performer',
    },
    {
      rule: 'act-date-form',
      base: 'cda-historical',
      part: 'cda',
      good: '      <effectiveTime>\n        <low value="20190612090000+0200"/>\n        <high value="20190612092000+0200"/>\n      </effectiveTime>\n      <performer',
      bad: '      <effectiveTime>\n        <low value="201906"/>\n      </effectiveTime>\n      <performer',
    },
    {
      rule: 'act-after-document',
      base: 'cda-historical',
      part: 'cda',
      good: '<effectiveTime value="20260316103000+0100"/>',
      bad: '<effectiveTime value="20190611103000+0200"/>',
    },
    {
      rule: 'same-day',
      base: 'cda-historical',
      part: 'cda',
      good: '<effectiveTime value="20260316103000+0100"/>',
      bad: '<effectiveTime value="20190612103000+0200"/>',
    },
  ],
  run(cda) {
    if (cda.declared.role !== 'historical') return { evaluated: 0, findings: [], applies: false };
    const { node, low } = actTimeOf(cda.content);
    if (!low || isNull(low)) return { evaluated: 1, findings: [foundAt(cda, 'no-act-date', low ?? node)] };
    const act = readTs(low.attribute('value'));
    if (!act || act.digits < 8) {
      return { evaluated: 1, findings: [foundAt(cda, 'act-date-form', low, { actual: low.attribute('value') ?? '' })] };
    }
    const written = cda.content.root.first('effectiveTime')?.attribute('value');
    const created = readTs(written);
    if (!created || written === undefined) return { evaluated: 1, findings: [] };
    const told = { args: { created: written }, actual: low.attribute('value') };
    if (isSameDay(act, created)) return { evaluated: 1, findings: [foundAt(cda, 'same-day', low, told)] };
    return { evaluated: 1, findings: isAfter(act, created) ? [foundAt(cda, 'act-after-document', low, told)] : [] };
  },
});
