import { NS } from '../xml/names.js';
import { type XmlDocument, type XmlElement, XmlInstruction } from '../xml/tree.js';

/** An `xml-stylesheet` instruction (W3C, Associating Style Sheets with XML documents 1.0). */
export interface CdaStylesheetLink {
  readonly href: string | undefined;
  readonly type: string | undefined;
  readonly node: XmlInstruction;
}

/** The style sheet of a document that displays itself: the root `xsl:stylesheet`, in which the document stands. */
export interface CdaStylesheet {
  /** Version of XSLT. */
  readonly version: string | undefined;
  readonly node: XmlElement;
}

/** The style sheets that a document asks for; none is ever opened. */
export function stylesheetLinks(document: XmlDocument): CdaStylesheetLink[] {
  return document.childNodes
    .filter((node): node is XmlInstruction => node instanceof XmlInstruction && node.target === 'xml-stylesheet')
    .map((node) => {
      const values = pseudoAttributes(node.data);
      return { href: values.get('href'), type: values.get('type'), node };
    });
}

/** The root of a document that displays itself. */
export function embeddedStylesheet(document: XmlDocument): CdaStylesheet | undefined {
  const node = document.documentElement;
  if (node.namespaceURI !== NS.xsl || !/^(?:stylesheet|transform)$/.test(node.localName)) return undefined;
  return { version: node.attribute('version'), node };
}

function pseudoAttributes(data: string): Map<string, string> {
  const values = new Map<string, string>();
  // Sticky: reading stops at the first thing that is no pseudo-attribute, and no character is read twice.
  for (const [, name = '', double, single] of data.matchAll(
    /[ \t\n]*([A-Za-z]{1,20})[ \t\n]*=[ \t\n]*(?:"([^"]*)"|'([^']*)')/gy,
  )) {
    values.set(name, double ?? single ?? '');
  }
  return values;
}
