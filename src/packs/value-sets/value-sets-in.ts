import { parseXml } from '../../artifacts/xml/parse.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';

/** A value set as the rules of a pack read it. */
export interface ValueSet {
  /** Empty when none is told. */
  readonly oid: string;
  readonly name: string;
  readonly concepts: readonly XmlElement[];
}

/** The two forms: IHE SVS (ITI TF-2 §3.48), `ValueSet/ConceptList/Concept`, and ART-DECOR's, the same names with a small letter. */
const NAMES = [
  { set: 'ValueSet', list: 'ConceptList', concept: 'Concept' },
  { set: 'valueSet', list: 'conceptList', concept: 'concept' },
] as const;

/**
 * The value sets that a file provides, in order; those without a concept are left out.
 * @throws ReadError when it is not well-formed XML.
 */
export function valueSetsIn(bytes: Uint8Array): ValueSet[] {
  const document = parseXml(bytes);
  return NAMES.flatMap(({ set, list, concept }) =>
    document.named(set).map((element) => ({
      oid: element.attribute('id') ?? '',
      name: element.attribute('name') ?? element.attribute('displayName') ?? '',
      concepts: element
        .childrenNamed(list)
        .flatMap((each) => each.childrenNamed(concept))
        .filter((each) => each.attribute('code') !== undefined),
    })),
  ).filter(({ concepts }) => concepts.length > 0);
}
