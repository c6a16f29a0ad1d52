import type { Artifact } from '../../../artifacts/artifact.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import type { RawFinding } from '../../define.js';
import { foundAt } from '../../found.js';
import { isNull } from '../header/is-null.js';

/** How many times a child stands in its parent, as the CI-SIS writes it. */
type Times = '1' | '0..1' | '1..*';

/** Children of an element, each with how many times it stands. */
export type Cardinalities = Readonly<Record<string, Times>>;

/** A finding for each child that stands too few or too many times; the arguments name the parent, the child, its count and what is expected. */
export function cardinalityFindings(
  cda: Artifact<'cda'>,
  parent: XmlElement | undefined,
  children: Cardinalities,
): RawFinding<'cardinality'>[] {
  if (!parent || isNull(parent)) return [];
  return Object.entries(children).flatMap(([element, times]) => {
    const found = parent.childrenNamed(element);
    const count = found.length;
    if ((count > 0 || times === '0..1') && (count < 2 || times === '1..*')) return [];
    const args = { parent: parent.localName, element, count, times };
    return [foundAt(cda, 'cardinality', found[1] ?? parent, { args })];
  });
}
