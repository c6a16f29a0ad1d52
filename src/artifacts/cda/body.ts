import { XmlElement } from '../xml/tree.js';
import { type CdaFile, readFile } from './encapsulated.js';
import { type CdaSection, readSections } from './section.js';

/** Body of the document: level 1 encapsulates a file, level 3 is structured. */
export type CdaBody = CdaBody1 | CdaBody3;

interface CdaBody1 {
  readonly level: 1;
  readonly text: XmlElement | undefined;
  /** The file that `text` holds. */
  readonly file: CdaFile | undefined;
  readonly node: XmlElement;
}

interface CdaBody3 {
  readonly level: 3;
  /** The sections at the top, each with its own. */
  readonly sections: readonly CdaSection[];
  /** Files of `observationMedia/value`, in document order. */
  readonly media: readonly CdaMedia[];
  readonly node: XmlElement;
}

interface CdaMedia extends CdaFile {
  /** True in section FR-Document-PDF-copie: the copy of the whole document (Structuration minimale, modèles de contenu). */
  readonly isCopy: boolean;
}

const COPY_SECTION = '1.2.250.1.213.1.1.2.243';

/** @param component `ClinicalDocument/component` */
export function readBody(component: XmlElement | undefined): CdaBody | undefined {
  const encapsulated = component?.first('nonXMLBody');
  if (encapsulated) {
    const text = encapsulated.first('text');
    return { level: 1, text, file: text && readFile(text), node: encapsulated };
  }
  const node = component?.first('structuredBody');
  if (!node) return undefined;
  let sections: readonly CdaSection[] | undefined;
  let media: readonly CdaMedia[] | undefined;
  return {
    level: 3,
    get sections() {
      sections ??= readSections(node);
      return sections;
    },
    get media() {
      media ??= mediaIn(node);
      return media;
    },
    node,
  };
}

function mediaIn(body: XmlElement): CdaMedia[] {
  const copies = new Set(body.ownerDocument.withTemplateId(COPY_SECTION));
  return body.ownerDocument.named('observationMedia').flatMap((media) => {
    const within = ancestors(media);
    const value = media.first('value');
    if (!value || !within.includes(body) || media.namespaceURI !== body.namespaceURI) return [];
    return [{ ...readFile(value), isCopy: within.some((each) => copies.has(each)) }];
  });
}

function ancestors(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = element.parentNode; at instanceof XmlElement; at = at.parentNode) found.push(at);
  return found;
}
