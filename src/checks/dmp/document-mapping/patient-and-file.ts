import { readId } from '../../../artifacts/cda/values.js';
import { groupBy } from '../../../artifacts/group-by.js';
import type { XdsValue } from '../../../artifacts/xds/metadata.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { readHl7Identifier } from '../../../identity/hl7-identifier.js';
import { matriculeFault } from '../../../identity/matricule.js';
import { authorityOf, bareOid } from '../../../identity/oids.js';
import { type Compared, type ComparedEntry, compareValue, differs, NOTHING, together } from './compared-entry.js';

/** The identifiers of the patient that ins/one-identity does not compare, those of orders and exams, and the file itself. */
export function comparePatientAndFile(compared: ComparedEntry): Compared {
  const { entry } = compared;
  return together([
    localId(compared, 'patientId', ownPatientId(compared)),
    localId(compared, 'sourcePatientId', entry.slot('sourcePatientId')[0]),
    ...references(compared),
    sentFile(compared),
  ]);
}

/** The patient of the entry, when it is that of the submission: else dmp/xdm-documents says it. */
function ownPatientId({ entry, submission }: ComparedEntry): XdsValue | undefined {
  const found = entry.identifier('DocumentEntry.patientId');
  const set = submission.metadata.submissionSet?.identifier('SubmissionSet.patientId');
  return set && set.value !== found?.value ? undefined : found;
}

/** The identifier that a structure gave the patient is one of the document's. A matricule, wherever it stands, is for the checks of identity. */
function localId(compared: ComparedEntry, attribute: string, found: XdsValue | undefined): Compared {
  const { value, oid } = readHl7Identifier(found?.value ?? '');
  const [patient] = compared.cda.content.patients;
  if (!found || !value || !patient || authorityOf(oid) || !matriculeFault(value)) return NOTHING;
  const ids = patient.ids.filter(({ extension }) => extension?.trim());
  const [first] = ids.filter(({ root }) => !authorityOf(root));
  const isOwn = ids.some(
    ({ root, extension }) => extension?.trim() === value && (oid === '' || bareOid(root ?? '') === bareOid(oid)),
  );
  if (isOwn) return { evaluated: 1, findings: [] };
  // The report hides both values: it is told which part of them differs.
  const component = ids.some(({ extension }) => extension?.trim() === value) ? 'CX.4' : 'CX.1';
  const said = { node: first?.node ?? patient.node, value: first ? `${first.extension}^^^&${first.root}&ISO` : '' };
  return { evaluated: 1, findings: [differs(compared, 'patient-id', attribute, found, said, { component })] };
}

const REFERENCES = 'urn:ihe:iti:xds:2013:referenceIdList';
const ACCESSION = 'urn:dicom-org:ps3-20';

/** The orders and exams, by the last part of their type (JDV_J197): where the document names them. */
function references(compared: ComparedEntry): Compared[] {
  const found = compared.entry.slot(REFERENCES).map((each) => ({ each, id: readHl7Identifier(each.value) }));
  return [...groupBy(found, ({ id }) => id.type.split(':').at(-1))].map(([type = '', own]): Compared => {
    const said = referencesOf(compared.cda.content.root, type);
    const [first] = said;
    if (!first) return NOTHING;
    const known = new Set(said.flatMap(({ value, authority }) => [`${value} `, `${value} ${authority}`]));
    // An authority that is told is the one that the document tells.
    const strange = own.filter(({ id }) => !known.has(`${id.value} ${id.oid}`));
    return {
      evaluated: own.length,
      findings: strange.map(({ each }) => differs(compared, 'reference-id', 'referenceIdList', each, first)),
    };
  });
}

function referencesOf(root: XmlElement, type: string): { node: XmlElement; value: string; authority: string }[] {
  // Not before it is known that they are asked for: a list may have as many types as it has references.
  const orders = () => root.all('inFulfillmentOf', 'order');
  const nodes = {
    order: () => orders().flatMap((order) => order.childrenNamed('id')),
    accession: () =>
      orders().flatMap(({ elements }) =>
        elements.filter(({ localName, namespaceURI }) => localName === 'accessionNumber' && namespaceURI === ACCESSION),
      ),
    studyInstanceUID: () => root.all('documentationOf', 'serviceEvent', 'id'),
  };
  const of = Object.hasOwn(nodes, type) ? nodes[type as keyof typeof nodes] : undefined;
  return (of?.() ?? []).flatMap((node) => {
    const { root: authority = '', extension } = readId(node);
    return [authority, extension].flatMap((value) =>
      value?.trim() ? [{ node, value: value.trim(), authority: authority.trim() }] : [],
    );
  });
}

/** Hash and size of the document that a message carries; those of an archive are for dmp/xdm-documents. */
function sentFile(compared: ComparedEntry): Compared {
  const { entry, submission, cda } = compared;
  const sent = submission.message?.documents.find((each) => each.entry === entry);
  if (sent?.sha1 === undefined || sent.bytes === undefined) return NOTHING;
  const { root } = cda.content;
  return together([
    compareValue(
      compared,
      'file',
      'hash',
      entry.slot('hash')[0],
      { node: root, value: sent.sha1 },
      (one, other) => one.toLowerCase() === other,
    ),
    compareValue(
      compared,
      'file',
      'size',
      entry.slot('size')[0],
      { node: root, value: `${sent.bytes}` },
      (one, other) => one === other,
    ),
  ]);
}
