import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import type { ReportInput } from './report-input.js';

/** What a reader must know before the verdicts: what this is, what judged, what nobody judged. */
export function caveatsOf(input: ReportInput, { caveats, partialReasons }: Catalogue): string[] {
  const orphans = input.results.filter((each) => each.reason?.code === 'reason/no-scenario').length;
  const list = [caveats.preVerification, fill(caveats.base, { ...input.base })];
  if (input.partial) {
    const why =
      input.partial === 'interrupted'
        ? partialReasons.interrupted
        : fill(partialReasons.narrowed, { pattern: input.partial.narrowed });
    list.push(fill(caveats.partial, { why }));
  }
  list.push(caveats.notJudged);
  if (orphans > 0) list.push(fill(caveats.noScenario, { count: orphans }));
  if (input.masked) list.push(caveats.masked);
  return list;
}
