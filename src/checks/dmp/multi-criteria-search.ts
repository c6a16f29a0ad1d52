import { isOfDossier } from '../context.js';
import { defineSetCheck } from '../define.js';
import { traceRule } from '../sources/trace-rule.js';
import { dmpFileOf } from './calls/dmp-call.js';
import { type DmpCall, dmpCallsOf, withoutCalls } from './calls/dmp-trace.js';

const rule = traceRule('REM vague 2, DMP/UX.27 ; IHE ITI TF-2 §3.18.4.1.2.3.7.1 (FindDocuments), TD3.1');
const CODE = '<rim:Slot name="$XDSDocumentEntryTypeCode">';

/** One search at least combines two criteria on the metadata of the documents, and the DMP answers it. */
export const multiCriteriaSearch = defineSetCheck({
  id: 'dmp/multi-criteria-search',
  on: ['soap', 'har'],
  rules: { 'one-criterion': rule, failed: rule },
  examples: [
    {
      rule: 'one-criterion',
      base: 'dmp-visit',
      part: 'search',
      good: CODE,
      bad: CODE.replace('TypeCode', 'Type'),
    },
    {
      rule: 'failed',
      base: 'dmp-visit',
      part: 'searchAnswer',
      good: 'ResponseStatusType:Success',
      bad: 'ResponseStatusType:Failure',
      trips: ['dmp/search'],
    },
  ],
  keep: dmpFileOf,
  run(files, context) {
    // Nobody owes one search more than another: in files without a dossier, which one is to show it is not known.
    const searches = dmpCallsOf(files).filter(({ criteria }) => criteria !== undefined);
    if (searches.length === 0 || !isOfDossier(context)) return withoutCalls(context, 'TD3.1 (ITI-18)');
    const combining = searches.filter((call) => countOf(call) >= 2);
    const answered = combining.find(({ answer }) => answer?.to === 'other' && answer.succeeded);
    const evaluated = searches.length;
    if (answered) return { evaluated, findings: [] };
    const failed = combining.find(({ answer }) => answer?.to === 'other');
    if (failed) {
      const actual = failed.answer?.to === 'other' ? failed.answer.status : '';
      return { evaluated, findings: [{ rule: 'failed', at: failed.at, actual }] };
    }
    const [silent] = combining;
    if (silent)
      return {
        evaluated,
        findings: [],
        needs: [{ code: 'need/dmp-answer', args: { call: 'TD3.1', file: silent.trace } }],
      };
    const single = searches.find((call) => countOf(call) === 1);
    if (!single) return { evaluated, findings: [], needs: [{ code: 'need/multi-criteria' }] };
    return { evaluated, findings: [{ rule: 'one-criterion', at: single.at, actual: single.criteria?.names[0] ?? '' }] };
  },
});

function countOf({ criteria }: DmpCall): number {
  return criteria?.names.length ?? 0;
}
