import type { OtherContent } from '../artifacts/other/other.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import { maskArgs } from './findings.js';
import type { Mask } from './mask.js';
import type { ReportUnrecognised } from './report.js';

/** Says why no reader knows a file, and which kind it comes nearest to. */
export function wordUnrecognised(
  { code, args, nearest }: OtherContent,
  { unrecognised, nearestKind, kindSigns }: Catalogue,
  mask: Mask,
): ReportUnrecognised {
  const shown = maskArgs(args, mask);
  const near = nearest === undefined ? [] : [fill(nearestKind, { kind: nearest, sign: kindSigns[nearest] })];
  return {
    code,
    args: shown,
    nearest: nearest ?? null,
    message: [fill(unrecognised[code], shown), ...near].join(' '),
  };
}
