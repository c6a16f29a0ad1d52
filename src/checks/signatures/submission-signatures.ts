import type { Artifact } from '../../artifacts/artifact.js';
import type { SoapDocument } from '../../artifacts/soap/documents.js';
import { SIGNATURE_CLASS } from '../../artifacts/xds/names.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { type Resource, workOn } from '../../artifacts/xml-signature/references.js';
import { type VerifiedSignature, verifySignature } from '../../artifacts/xml-signature/verify.js';
import { readSubmissionSignature, type SubmissionSignature } from '../../artifacts/xml-signature/xades.js';
import { placeIn } from '../context.js';
import type { Place } from '../define.js';
import { type Submission, submissionsOf } from '../submissions/submissions-of.js';

/** The signature of a submission that a message carries (IHE DSG), verified in itself. */
export interface SignedSubmission {
  readonly signature: XmlElement;
  readonly verified: VerifiedSignature;
  readonly told: SubmissionSignature;
  /** Where an element of the signature is. */
  readonly place: (node: XmlElement) => Place;
  /** What the signature is to name: `urn:oid:` of the submission set and of each document, with what can be compared of it. */
  readonly signed: ReadonlyMap<string, Resource | undefined>;
}

/** The signatures of the submissions of a message, in order. */
export function signedSubmissions(artifact: Artifact<'soap'>): SignedSubmission[] {
  return submissionsOf(artifact).flatMap((submission) =>
    (submission.message?.documents ?? []).flatMap((document): SignedSubmission[] => {
      const { signature, name } = document;
      if (!signature || name === undefined) return [];
      const path = `${artifact.path}!${name}`;
      return [
        {
          signature,
          verified: verifySignature(signature, workOn(signature.ownerDocument)),
          told: readSubmissionSignature(signature),
          place: (node) => placeIn({ path }, node.ownerDocument.locate(node)),
          signed: signedBy(submission, document),
        },
      ];
    }),
  );
}

function signedBy(submission: Submission, signature: SoapDocument): Map<string, Resource | undefined> {
  const { submissionSet, documentEntries } = submission.metadata;
  const signed = new Map<string, Resource | undefined>();
  const add = (id: string | undefined, resource: Resource | undefined): void => {
    if (id) signed.set(`urn:oid:${id}`, resource);
  };
  add(submissionSet?.identifier('SubmissionSet.uniqueId')?.value, undefined);
  const sent = new Map((submission.message?.documents ?? []).map((each) => [each.entry, each]));
  for (const entry of documentEntries) {
    if (entry === signature.entry || entry.codes('classCode').some(({ value }) => value === SIGNATURE_CLASS)) continue;
    const cda = submission.documentOf(entry);
    const sha1 = sent.get(entry)?.sha1;
    const digests = new Map([
      ['sha1', sha1],
      ['sha256', cda?.sha256],
    ]);
    const resource = { document: cda?.content.document, bytesDigest: (hash: string) => digests.get(hash) };
    add(entry.identifier('DocumentEntry.uniqueId')?.value, sha1 === undefined ? undefined : resource);
  }
  return signed;
}
