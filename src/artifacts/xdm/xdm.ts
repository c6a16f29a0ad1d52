import type { Limits } from '../limits.js';
import { overLimit, ReadError } from '../read-error.js';
import type { Contained, Recognised } from '../source.js';
import { readXdsMetadata, type XdsMetadata } from '../xds/metadata.js';
import { sha1 } from '../xds/sha1.js';
import { parseXml } from '../xml/parse.js';
import type { ZipEntry } from '../zip/read-zip.js';
import { leafletNamed, type XdmLeaflet } from './leaflet.js';

/** A file of the archive. Hashes are lower-case hexadecimal. */
export interface XdmEntry {
  readonly name: string;
  readonly bytes: number;
  readonly sha1: string;
}

/** A submission set of the archive: one folder under `IHE_XDM/`. */
export interface XdmSubset {
  /** Folder with its trailing `/`, e.g. `IHE_XDM/SUBSET01/`. */
  readonly folder: string;
  /** Path of METADATA.XML as an artifact path, to point at. */
  readonly path: string;
  readonly metadata: XdsMetadata;
}

/** An IHE_XDM.ZIP archive (IHE ITI TF-2, §3.32; CI-SIS volet Échange de documents de santé). */
export interface XdmContent {
  readonly entries: readonly XdmEntry[];
  readonly subsets: readonly XdmSubset[];
  /** INDEX.HTM, at the root of the archive. */
  readonly index: XdmLeaflet | undefined;
  /** README.TXT, at the root of the archive. */
  readonly readme: XdmLeaflet | undefined;
}

const METADATA = /^(IHE_XDM\/[^/]+\/)METADATA\.XML$/i;

/** Folder of the submission set whose METADATA.XML is `name`. */
export function subsetFolder(name: string): string | undefined {
  return METADATA.exec(name)?.[1];
}

/**
 * The XDM archive that a ZIP is, or undefined for any other. Its documents are what it contains, wherever they stand.
 * @param path path of the archive as an artifact.
 */
export function readXdm(path: string, entries: readonly ZipEntry[], limits: Limits): Recognised<'xdm'> | undefined {
  if (!isXdm(entries)) return undefined;
  const subsets: XdmSubset[] = [];
  const contains: Contained[] = [];
  for (const { name, data: bytes } of entries) {
    const folder = subsetFolder(name);
    if (folder === undefined) {
      if (!isLeaflet(name)) contains.push({ name, bytes });
      continue;
    }
    if (subsets.length === limits.contained) throw overLimit(limits, 'contained', subsets.length + 1);
    try {
      subsets.push({ folder, path: `${path}!${name}`, metadata: readXdsMetadata(parseXml(bytes, limits)) });
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      contains.push({ name, bytes, problem: error });
    }
  }
  const content = {
    entries: entries.map(xdmEntry),
    subsets,
    index: leafletNamed('INDEX.HTM', entries),
    readme: leafletNamed('README.TXT', entries),
  };
  return { kind: 'xdm', content, contains };
}

/** True when a ZIP is meant as an XDM archive: it has an `IHE_XDM` folder or XDS metadata, were they in the wrong place. */
function isXdm(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => /(?:^|\/)IHE_XDM\//i.test(name) || /(?:^|\/)METADATA\.XML$/i.test(name));
}

/** True for the two files at the root that only people read. */
function isLeaflet(name: string): boolean {
  return /^(?:INDEX\.HTM|README\.TXT)$/i.test(name);
}

function xdmEntry(entry: ZipEntry): XdmEntry {
  return { name: entry.name, bytes: entry.data.length, sha1: sha1(entry.data) };
}
