import type { CdaContent } from '../../../artifacts/cda/cda.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';

/** Template of HL7 France for any CDA (Structuration minimale, templateId). */
export const HL7_FRANCE = '2.16.840.1.113883.2.8.2.1';

/** Template of the volet Structuration minimale. */
export const CI_SIS = '1.2.250.1.213.1.1.1.1';

/** Template of a document that encapsulates a file, level 1 (IHE ITI, XDS-SD). */
export const XDS_SD = '1.3.6.1.4.1.19376.1.2.20';

/** Templates that the document claims, whatever they are. */
export function templatesOf(cda: CdaContent): XmlElement[] {
  return cda.root.childrenNamed('templateId');
}

/** Templates beyond the two that every document claims: those of its volet. */
export function voletTemplatesOf(cda: CdaContent): XmlElement[] {
  return templatesOf(cda).filter((each) => ![HL7_FRANCE, CI_SIS].includes(each.attribute('root') ?? ''));
}

/** Template of the volet of imaging reports. */
const IMG_CR_IMG = '1.2.250.1.213.1.1.1.45';

/** True for an imaging report: its volet, or level 1. Other volets share its type code and not its header. */
export function isImagingReport(cda: CdaContent): boolean {
  if (cda.code?.code !== '18748-4') return false;
  return cda.body?.level === 1 || templatesOf(cda).some((each) => each.attribute('root') === IMG_CR_IMG);
}
