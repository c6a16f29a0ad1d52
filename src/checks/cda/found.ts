import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { placeIn } from '../context.js';
import type { RawFinding } from '../define.js';

/** What a finding tells beside its rule and its place. */
export interface Told {
  readonly args?: Readonly<Record<string, string | number>>;
  readonly actual?: string | undefined;
}

/** A finding at an element of a CDA. */
export function foundAt<R extends string>(
  cda: Artifact<'cda'>,
  rule: R,
  node: XmlElement,
  told: Told = {},
): RawFinding<R> {
  return {
    rule,
    at: placeIn(cda, cda.content.document.locate(node)),
    ...(told.args && { args: told.args }),
    ...(told.actual !== undefined && { actual: told.actual }),
  };
}
