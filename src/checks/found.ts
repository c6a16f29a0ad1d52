import type { Artifact } from '../artifacts/artifact.js';
import type { XdmSubset } from '../artifacts/xdm/xdm.js';
import type { XmlDocument, XmlElement } from '../artifacts/xml/tree.js';
import type { RawFinding } from './define.js';

/** What a finding tells beside its rule and its place. */
export interface Told {
  readonly args?: Readonly<Record<string, string | number>>;
  readonly actual?: string | undefined;
}

/** Where an element stands: the file, by its path, and its XML. */
interface XmlFile {
  readonly path: string;
  readonly document: XmlDocument;
}

/** A finding at an element of XML. */
function foundIn<R extends string>(
  { path, document }: XmlFile,
  rule: R,
  node: Parameters<XmlDocument['locate']>[0],
  { args, actual }: Told = {},
): RawFinding<R> {
  return {
    rule,
    at: { artifact: path, ...document.locate(node) },
    ...(args && { args }),
    ...(actual !== undefined && { actual }),
  };
}

/** A finding at an element of a CDA. */
export function foundAt<R extends string>(
  { path, content }: Artifact<'cda'>,
  rule: R,
  node: XmlElement,
  told?: Told,
): RawFinding<R> {
  return foundIn({ path, document: content.document }, rule, node, told);
}

/** A finding at an element of XDS metadata: the METADATA.XML of an archive, or a message that submits them. */
export function foundInMetadata<R extends string>(
  { path, metadata }: Pick<XdmSubset, 'path' | 'metadata'>,
  rule: R,
  node: XmlElement,
  told?: Told,
): RawFinding<R> {
  return foundIn({ path, document: metadata.document }, rule, node, told);
}
