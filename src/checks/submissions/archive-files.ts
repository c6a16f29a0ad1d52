import type { Artifact } from '../../artifacts/artifact.js';
import { isKind } from '../../artifacts/artifact.js';
import type { XdmEntry, XdmSubset } from '../../artifacts/xdm/xdm.js';
import type { XdsObject } from '../../artifacts/xds/metadata.js';

/** File of the archive that the URI of a document entry designates, relative to the folder of METADATA.XML. */
export function fileOf(xdm: Artifact<'xdm'>, subset: XdmSubset, uri: string): XdmEntry | undefined {
  const name = subset.folder + decoded(uri).replace(/^\.\//, '');
  const { entries } = filesOf(xdm);
  // Case is not judged: official texts and products do not agree on it.
  return entries.get(name) ?? entries.get(name.toUpperCase());
}

/** The CDA that a document entry is about: the one of the same identifier, else the one at its URI. */
export function documentOf(xdm: Artifact<'xdm'>, subset: XdmSubset, entry: XdsObject): Artifact<'cda'> | undefined {
  const { byId, byPath } = filesOf(xdm);
  const named = byId.get(entry.identifier('DocumentEntry.uniqueId')?.value);
  if (named) return named;
  const uri = entry.slot('URI')[0]?.value;
  const file = uri === undefined ? undefined : fileOf(xdm, subset, uri);
  return file && byPath.get(`${xdm.path}!${file.name}`);
}

/** What an archive holds, by what its metadata may call it: there may be thousands of both. The first of a name is the one. */
interface ArchiveFiles {
  /** By name, and by name in upper case. */
  readonly entries: ReadonlyMap<string, XdmEntry>;
  readonly byId: ReadonlyMap<string | undefined, Artifact<'cda'>>;
  readonly byPath: ReadonlyMap<string, Artifact<'cda'>>;
}

const FILES = new WeakMap<object, ArchiveFiles>();

function filesOf(xdm: Artifact<'xdm'>): ArchiveFiles {
  const known = FILES.get(xdm);
  if (known) return known;
  const documents = xdm.children.filter((child): child is Artifact<'cda'> => isKind(child, 'cda'));
  const { entries } = xdm.content;
  const files: ArchiveFiles = {
    entries: firsts([
      ...entries.map((each) => [each.name, each] as const),
      ...entries.map((each) => [each.name.toUpperCase(), each] as const),
    ]),
    byId: firsts(
      documents.flatMap((each) => {
        const { id } = each.content;
        return id ? ([id.root, `${id.root}^${id.extension}`] as const).map((value) => [value, each] as const) : [];
      }),
    ),
    byPath: firsts(documents.map((each) => [each.path, each] as const)),
  };
  FILES.set(xdm, files);
  return files;
}

function firsts<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V> {
  return new Map(pairs.toReversed());
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
