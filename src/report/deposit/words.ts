import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import type { ProofWarning } from './proof-warnings.js';

/** A warning in the words of a language. */
export function wordWarning({ code, args }: ProofWarning, texts: ReportTexts): string {
  const kinds: Readonly<Record<string, string>> = texts.evidenceKinds;
  const contents: Readonly<Record<string, string>> = texts.deposit.contents;
  const { proof, content } = args;
  return fill(texts.deposit.warnings[code], {
    ...args,
    ...(proof !== undefined && { proof: kinds[proof] ?? proof }),
    ...(content !== undefined && { content: contents[content] ?? content }),
  });
}
