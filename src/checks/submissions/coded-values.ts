import type { XdsObject } from '../../artifacts/xds/metadata.js';
import type { XdsClassification } from '../../artifacts/xds/names.js';
import type { ValueSet } from '../../terminology/value-set.js';
import type { RawFinding } from '../define.js';
import { foundInMetadata } from '../found.js';
import type { Submission } from './submissions-of.js';

/** A code comes with the system that defines it and with its label: a finding for each one that lacks them. */
export function judgeCodeParts(
  submission: Submission,
  object: XdsObject,
  names: readonly XdsClassification[],
): RawFinding<'code-parts'>[] {
  return names.flatMap((attribute) =>
    object
      .codes(attribute)
      .flatMap(({ value, scheme, label, node }) =>
        [scheme?.trim() ? '' : 'codingScheme', label?.trim() ? '' : 'Name']
          .filter(Boolean)
          .map((part) => foundInMetadata(submission, 'code-parts', node, { args: { attribute, part }, actual: value })),
      ),
  );
}

/**
 * Codes that are not in the value set, or not of the system that it names: `unknown` and `misplaced` are the rules that say so.
 * A code without system lacks one, and is judged for that.
 */
export function judgeCodes<R extends string>(
  submission: Submission,
  object: XdsObject,
  attribute: XdsClassification,
  set: ValueSet,
  rules: { readonly unknown: R; readonly misplaced: R },
): RawFinding<R>[] {
  return object.codes(attribute).flatMap(({ value, scheme, node }) => {
    const code = value.trim();
    if (!code) return [];
    if (!set.has(code)) {
      const args = { attribute, set: set.name, oid: set.oid, version: set.version };
      return [foundInMetadata(submission, rules.unknown, node, { args, actual: code })];
    }
    if (!scheme?.trim() || set.has(code, scheme.trim())) return [];
    const systems = set.codes.filter((each) => each.code === code).map(({ system }) => system);
    const args = { attribute, code, expected: systems.join(', ') };
    return [foundInMetadata(submission, rules.misplaced, node, { args, actual: scheme })];
  });
}
