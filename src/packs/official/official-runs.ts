import { type Artifact, isKind, withContents } from '../../artifacts/artifact.js';
import type { CheckRun } from '../../engine/results.js';
import { cloned } from '../../engine/run-check.js';
import type { OfficialRules, OnReport } from './official-rules.js';

/** What the official rules say of the documents of a file, at any depth. Its runs share no text with it. */
export function officialRuns(rules: OfficialRules, file: Artifact, onReport?: OnReport): CheckRun[] {
  return [...withContents(file)].flatMap((each) => (isKind(each, 'cda') ? cloned(rules.judge(each, onReport)) : []));
}
