import type { Declaration, Kind, Unreadable } from '../artifacts/artifact.js';
import type { CheckContext } from '../checks/context.js';
import type { Selector } from '../scenarios/scenario.js';
import { declarationOf } from './select.js';

/** A file that a redacted copy does not hold: all that is known of it. */
export interface WithheldArtifact {
  readonly path: string;
  readonly kind: Kind;
  /** Kinds of what it contains. */
  readonly holds: readonly Kind[];
  readonly declared: Declaration;
}

/** Paths of the withheld files that a selector would take, or something in them: in doubt, it would. */
export function withheldFor(
  selector: Selector,
  withheld: readonly WithheldArtifact[],
  context: CheckContext,
): readonly string[] {
  const wanted: readonly string[] = typeof selector.kind === 'string' ? [selector.kind] : selector.kind;
  return withheld
    .filter(({ kind, holds }) => wanted.includes(kind) || holds.some((each) => wanted.includes(each)))
    .filter(({ holds }) => selector.carries === undefined || holds.includes(selector.carries))
    .filter(({ holds }) => selector.without === undefined || !holds.includes(selector.without))
    .filter((each) => declarationOf(each, selector, context) === 'matches')
    .map(({ path }) => path);
}

/** A withheld file as what it is to a report: something that could not be read, and why. */
export function asUnreadable({ path, kind, declared }: WithheldArtifact): Unreadable {
  const problems = [{ code: 'read/redacted', args: {}, location: {} }] as const;
  return { path, containers: [], kind, sha256: '', bytes: 0, declared, problems };
}
