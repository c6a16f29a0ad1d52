import { type Artifact, isKind } from '../../artifacts/artifact.js';
import type { SoapMessage } from '../../artifacts/soap/soap.js';
import type { XdmSubset } from '../../artifacts/xdm/xdm.js';
import type { XdsMetadata, XdsObject } from '../../artifacts/xds/metadata.js';
import { documentOf as documentOfArchive } from './archive-files.js';

/**
 * XDS metadata that are submitted, whatever carries them: an archive (`xdm`), a message that publishes documents (ITI-41), or one that sends
 * metadata alone: to register (ITI-42), or to change what the DMP holds (ITI-57).
 */
export interface Submission {
  readonly by: 'xdm' | 'provide-and-register' | 'register' | 'update';
  readonly metadata: XdsMetadata;
  /** Path of the artifact where the metadata stand, to point at. */
  readonly path: string;
  /** The folder of an archive. */
  readonly subset: XdmSubset | undefined;
  /** The message of a SOAP artifact. */
  readonly message: SoapMessage | undefined;
  /** The CDA that a document entry is about, when the archive or the message holds it. */
  documentOf(entry: XdsObject): Artifact<'cda'> | undefined;
}

/** The submissions of an archive or of SOAP messages, in order. */
export function submissionsOf(artifact: Artifact<'xdm'> | Artifact<'soap'>): Submission[] {
  if (isKind(artifact, 'xdm')) {
    const xdm = artifact;
    return xdm.content.subsets.map((subset) => ({
      by: 'xdm',
      metadata: subset.metadata,
      path: subset.path,
      subset,
      message: undefined,
      documentOf: (entry) => documentOfArchive(xdm, subset, entry),
    }));
  }
  const children = new Map(artifact.children.map((each) => [each.path, each]));
  return artifact.content.messages.flatMap((message): Submission[] => {
    const { body } = message;
    if (body.type !== 'provide-and-register' && body.type !== 'register' && body.type !== 'update') return [];
    const sent = sentBy(artifact, message);
    return [
      {
        by: body.type,
        metadata: body.metadata,
        path: artifact.path,
        subset: undefined,
        message,
        documentOf: (entry) => sentDocumentOf(sent, children, entry),
      },
    ];
  });
}

/** The document that a message carries for an entry: they share an id, as ITI-41 wants (ITI TF-2 §3.41.4.1.2). */
function sentDocumentOf(
  sent: ReadonlyMap<XdsObject, string>,
  children: ReadonlyMap<string, Artifact>,
  entry: XdsObject,
): Artifact<'cda'> | undefined {
  const child = children.get(sent.get(entry) ?? '');
  return child && isKind(child, 'cda') ? child : undefined;
}

/** Paths of the documents that a message carries, by their entries. */
function sentBy(soap: Artifact<'soap'>, { documents }: SoapMessage): Map<XdsObject, string> {
  const named = documents
    .toReversed()
    .flatMap(({ entry, name }): [XdsObject, string][] =>
      entry && name !== undefined ? [[entry, `${soap.path}!${name}`]] : [],
    );
  return new Map(named);
}
