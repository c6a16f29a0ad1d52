import { annex3Coverage } from '../../src/checks/cda/annex-3-coverage.js';
import { annex3Type } from '../../src/checks/cda/annex-3-type.js';
import { bodyN1 } from '../../src/checks/cda/body-n1.js';
import { bodyN3 } from '../../src/checks/cda/body-n3.js';
import { documentIdentity } from '../../src/checks/cda/document-identity.js';
import { minimalStructure } from '../../src/checks/cda/minimal-structure.js';
import { recordTarget } from '../../src/checks/cda/record-target.js';
import { historicalDate } from '../../src/checks/dmp/historical-date.js';
import { historicalMetadata } from '../../src/checks/dmp/historical-metadata.js';
import { xdmDocuments } from '../../src/checks/dmp/xdm-documents.js';
import { xdmLayout } from '../../src/checks/dmp/xdm-layout.js';
import { unqualifiedArchive } from '../../src/checks/ins/unqualified-archive.js';
import { unqualifiedDocument } from '../../src/checks/ins/unqualified-document.js';
import { unqualifiedMail } from '../../src/checks/ins/unqualified-mail.js';

export const CDA_CHECKS = [
  minimalStructure,
  documentIdentity,
  recordTarget,
  bodyN1,
  bodyN3,
  annex3Type,
  annex3Coverage,
];

export const INS_CHECKS = [unqualifiedDocument, unqualifiedArchive, unqualifiedMail];

export const DMP_CHECKS = [xdmLayout, xdmDocuments, historicalDate, historicalMetadata];

/** The checks whose examples are tested together: an example of one trips no other one unsaid. */
export const CLINICAL_CHECKS = [...CDA_CHECKS, ...INS_CHECKS, ...DMP_CHECKS];
