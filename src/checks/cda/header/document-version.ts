import type { Artifact } from '../../../artifacts/artifact.js';
import { NS } from '../../../artifacts/xml/names.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';

/** What a document tells of the versions that it is one of, in plain values: identifiers as one text, empty when they are not told. */
export interface DocumentVersion {
  readonly id: string;
  readonly setId: string;
  readonly setAt: Place;
  /** `NaN` when it tells none. */
  readonly version: number;
  readonly versionAt: Place;
  /** Of a laboratory report, `active` when it is not complete, else `completed`; empty for other documents. */
  readonly status: string;
  readonly statusAt: Place;
  /** Ids of the documents that it replaces. */
  readonly replaces: readonly string[];
  /** Where it tells that, else its first relation, else where it begins. */
  readonly replacesAt: Place;
  /** It has a relation to another document, replacement or not. */
  readonly isRelated: boolean;
}

export function documentVersion(cda: Artifact<'cda'>): DocumentVersion {
  const { root, document } = cda.content;
  const place = (node: XmlElement | undefined): Place => placeIn(cda, document.locate(node ?? root));
  const set = root.first('setId');
  const number = root.first('versionNumber');
  const written = number?.attribute('value') ?? '';
  const status = root
    .all('documentationOf', 'serviceEvent')
    .flatMap((event) => event.elements)
    .find(({ localName, namespaceURI }) => localName === 'statusCode' && namespaceURI === NS.lab);
  const related = root.childrenNamed('relatedDocument');
  const replacing = related.filter((each) => each.attribute('typeCode') === 'RPLC');
  return {
    id: idOf(root.first('id')),
    setId: idOf(set),
    setAt: place(set),
    version: /^[1-9]\d{0,8}$/.test(written) ? Number(written) : Number.NaN,
    versionAt: place(number),
    status: status?.attribute('code') ?? '',
    statusAt: place(status),
    replaces: replacing.flatMap((each) => each.all('parentDocument', 'id').map(idOf)),
    replacesAt: place(replacing[0] ?? related[0]),
    isRelated: related.length > 0,
  };
}

function idOf(id: XmlElement | undefined): string {
  const extension = id?.attribute('extension');
  return `${id?.attribute('root') ?? ''}${extension ? `^${extension}` : ''}`;
}
