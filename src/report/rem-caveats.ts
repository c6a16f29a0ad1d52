import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import type { ReportInput } from './report-input.js';

/** Ids that a caveat lists: the rest is counted. */
const LISTED = 40;

/** Whose wording the report bears, and what the workbook and our base do not have in common. */
export function remCaveats({ command, base, rem, candidate }: ReportInput, texts: Catalogue['caveats']): string[] {
  if (!base.rem || !rem) {
    const own = fill(texts.base, { source: base.source, date: base.date });
    return command === 'run' ? [own, texts.withoutRem] : [own];
  }
  const { file, sheet, sha256 } = base.rem;
  const { checked, followed, differences, informative, dropped, repairs, overlays, date } = rem;
  const list = (text: string, ids: readonly string[], args: Readonly<Record<string, string>> = {}): string[] => {
    if (ids.length === 0) return [];
    const more = ids.length > LISTED ? [`… +${ids.length - LISTED}`] : [];
    return [fill(text, { ...args, count: ids.length, ids: [...ids.slice(0, LISTED), ...more].join(', ') })];
  };
  const counts = { requirements: checked + followed, checked, followed };
  const corridor = candidate?.corridor ?? '';
  return [
    fill(texts.rem, { file, sheet, sha256, ...counts, source: base.source, date: base.date }),
    ...(rem.otherCorridor === undefined ? [] : [fill(texts.remWrongCorridor, { corridor, other: rem.otherCorridor })]),
    ...(rem.knownCorridor ? [] : [fill(texts.remOtherCorridor, { corridor })]),
    ...list(texts.remLeftOut, differences.requirements.onlyInBase),
    ...list(texts.remObsolete, differences.obsolete),
    ...list(texts.remInformative, informative),
    ...list(texts.remDropped, dropped),
    ...list(
      texts.remRepairs,
      repairs.map(({ written, repaired }) => `${written} → ${repaired}`),
    ),
    ...(date === undefined ? list(texts.remUndated, overlays) : list(texts.remOverlays, overlays, { date })),
  ];
}
