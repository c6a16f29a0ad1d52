import type { Artifact } from '../../artifacts/artifact.js';
import { isKind } from '../../artifacts/artifact.js';
import type { XdmEntry, XdmSubset } from '../../artifacts/xdm/xdm.js';
import type { XdsObject } from '../../artifacts/xds/metadata.js';

/** File of the archive that the URI of a document entry designates, relative to the folder of METADATA.XML. */
export function fileOf(xdm: Artifact<'xdm'>, subset: XdmSubset, uri: string): XdmEntry | undefined {
  const name = subset.folder + decoded(uri).replace(/^\.\//, '');
  const { entries } = xdm.content;
  // Case is not judged: official texts and products do not agree on it.
  return (
    entries.find((each) => each.name === name) ?? entries.find((each) => each.name.toUpperCase() === name.toUpperCase())
  );
}

/** The CDA that a document entry is about: the one of the same identifier, else the one at its URI. */
export function documentOf(xdm: Artifact<'xdm'>, subset: XdmSubset, entry: XdsObject): Artifact<'cda'> | undefined {
  const documents = xdm.children.filter((child): child is Artifact<'cda'> => isKind(child, 'cda'));
  const uniqueId = entry.identifier('DocumentEntry.uniqueId')?.value;
  const named = documents.find(
    ({ content: { id } }) => id && [id.root, `${id.root}^${id.extension}`].includes(uniqueId),
  );
  const uri = entry.slot('URI')[0]?.value;
  const file = uri === undefined ? undefined : fileOf(xdm, subset, uri);
  return named ?? documents.find((each) => file && each.path === `${xdm.path}!${file.name}`);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
