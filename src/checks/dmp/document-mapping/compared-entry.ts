import type { Artifact } from '../../../artifacts/artifact.js';
import type { XdsObject, XdsValue } from '../../../artifacts/xds/metadata.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { placeIn } from '../../context.js';
import type { RawFinding } from '../../define.js';
import { foundInMetadata } from '../../found.js';
import { otherPlace } from '../../other-place.js';
import type { Submission } from '../../submissions/submissions-of.js';
import type { MappingRule } from './mapping-rules.js';

/** A document entry with the document that it is about. */
export interface ComparedEntry {
  readonly submission: Submission;
  readonly entry: XdsObject;
  readonly cda: Artifact<'cda'>;
}

/** What one attribute gave: how many values were compared, and what differs. */
export interface Compared {
  readonly evaluated: number;
  readonly findings: readonly RawFinding<MappingRule>[];
}

/** Nothing on one side, or nothing readable: other checks say it. */
export const NOTHING: Compared = { evaluated: 0, findings: [] };

/** What the document says, and where. */
export interface Said {
  readonly node: XmlElement;
  readonly value: string;
}

/** The attribute of an element of the document, when it is there. */
export function attributeOf(node: XmlElement | undefined, name: string): Said | undefined {
  const value = node?.attribute(name);
  return node && value?.trim() ? { node, value } : undefined;
}

/**
 * A value of the metadata that the document contradicts: the finding stands in the metadata and names the place of the document.
 * @param attribute XDS name of the attribute.
 */
export function differs(
  { submission, cda }: ComparedEntry,
  rule: MappingRule,
  attribute: string,
  found: XdsValue,
  said: Said,
  more: Readonly<Record<string, string | number>> = {},
): RawFinding<MappingRule> {
  const place = otherPlace(placeIn(cda, cda.content.document.locate(said.node)));
  return foundInMetadata(submission, rule, found.node, {
    args: { attribute, document: said.value, ...more, ...place },
    ...(found.value !== '' && { actual: found.value }),
  });
}

/** What the document tells and the metadata leave out, though it is to be there when it is known. */
export function missing(compared: ComparedEntry, attribute: string, where: XmlElement, said: Said): Compared {
  return { evaluated: 1, findings: [differs(compared, 'missing', attribute, { node: where, value: '' }, said)] };
}

/** One value of each side, compared. */
export function compareValue(
  compared: ComparedEntry,
  rule: MappingRule,
  attribute: string,
  found: XdsValue | undefined,
  said: Said | undefined,
  isSame: (found: string, said: string) => boolean | undefined,
): Compared {
  if (!found?.value.trim() || !said?.value.trim()) return NOTHING;
  const same = isSame(found.value, said.value);
  if (same === undefined) return NOTHING;
  return { evaluated: 1, findings: same ? [] : [differs(compared, rule, attribute, found, said)] };
}

/** Several comparisons as one. */
export function together(compared: readonly Compared[]): Compared {
  return {
    evaluated: compared.reduce((sum, { evaluated }) => sum + evaluated, 0),
    findings: compared.flatMap(({ findings }) => findings),
  };
}
