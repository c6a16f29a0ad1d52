import { NS } from '../xml/names.js';
import type { XmlDocument, XmlElement } from '../xml/tree.js';
import { type CdaBody, readBody } from './body.js';
import { type CdaPatient, readPatient } from './patient.js';
import { type CdaStylesheet, type CdaStylesheetLink, embeddedStylesheet, stylesheetLinks } from './stylesheet.js';
import { type CdaCode, type CdaId, readCode, readId } from './values.js';

/** A CDA R2 document, as the CI-SIS makes it (volet Structuration minimale de documents de santé). */
export interface CdaContent {
  readonly document: XmlDocument;
  /** The `ClinicalDocument` element, wherever it stands. */
  readonly root: XmlElement;
  /** What the ClinicalDocument was found in: an XSL that displays it, or a signature. */
  readonly wrapper: 'none' | 'stylesheet' | 'signature';
  /** The XSL that the document stands in. */
  readonly stylesheet: CdaStylesheet | undefined;
  readonly stylesheetLinks: readonly CdaStylesheetLink[];
  readonly id: CdaId | undefined;
  readonly code: CdaCode | undefined;
  readonly patients: readonly CdaPatient[];
  readonly body: CdaBody | undefined;
}

/** The CDA document of an XML tree, bare or wrapped in `xsl:stylesheet` or a signature (Structuration minimale: self-displaying and signed documents). */
export function readCda(document: XmlDocument): CdaContent | undefined {
  const root = document.named('ClinicalDocument').find((element) => element.namespaceURI === NS.cda);
  const top = document.documentElement;
  if (!root || (root !== top && top.namespaceURI !== NS.xsl && top.namespaceURI !== NS.ds)) return undefined;
  return {
    document,
    root,
    wrapper: root === top ? 'none' : top.namespaceURI === NS.xsl ? 'stylesheet' : 'signature',
    stylesheet: embeddedStylesheet(document),
    stylesheetLinks: stylesheetLinks(document),
    id: root.childrenNamed('id').map(readId)[0],
    code: root.childrenNamed('code').map(readCode)[0],
    patients: root.all('recordTarget', 'patientRole').map(readPatient),
    body: readBody(root.first('component')),
  };
}
