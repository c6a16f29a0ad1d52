import type { X509Certificate } from 'node:crypto';
import { loadCatalogue } from '../messages/catalogue.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { readBaseFiles } from '../packs/base-files.js';
import type { Attachments } from '../report/attachments.js';
import { FORMATS, type FormatName } from '../report/formats.js';
import type { Report } from '../report/report.js';
import { lockOf, SEAL_LOCK_NAME } from './seal-lock.js';

const TRUST_NAME = 'trust.pem';

/** The forms of the report that a seal holds. */
const SEALED_FORMATS: readonly FormatName[] = ['json', 'html', 'xlsx'];

/** What a seal holds beside the dossier. */
export interface GivenFromOutside {
  readonly denyProductionIdentities: boolean;
  /** The certificates given beside the manifest's. */
  readonly anchors: readonly X509Certificate[];
  /** The workbook of the corridor, where it stands in the seal. */
  readonly rem: SealedRem | undefined;
  /** What the files of the dossier show, for the page. */
  readonly attachments: Attachments;
}

/** Its bytes are undefined when it is a file of the dossier. */
export interface SealedRem {
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
}

/**
 * What a seal says of a dossier that was judged, by the paths of the archive: the report in French, the scenarios that judged, the lock, the
 * certificates given. The same for the same dossier and tool on any machine: `replay` makes them again and compares.
 */
export async function madeEntries(
  reportIn: (catalogue: Catalogue) => Report,
  { denyProductionIdentities, anchors, rem, attachments }: GivenFromOutside,
): Promise<Map<string, Uint8Array>> {
  const catalogue = await loadCatalogue('fr');
  const report = reportIn(catalogue);
  const entries = new Map<string, Uint8Array>();
  for (const format of SEALED_FORMATS) {
    const content = await FORMATS[format].render(report, catalogue.report, { attachments });
    entries.set(`report/report${FORMATS[format].extension}`, bytesOf(content));
  }
  for (const [path, text] of await scenarioFiles(report)) entries.set(`scenarios/${path}`, bytesOf(text));
  const pems = [...new Set(anchors.map((each) => each.toString()))];
  if (pems.length > 0) entries.set(TRUST_NAME, bytesOf(pems.join('')));
  if (rem?.bytes) entries.set(rem.path, rem.bytes);
  const trust = pems.length > 0 ? TRUST_NAME : null;
  const lock = lockOf(report, { denyProductionIdentities, trust, rem: rem?.path ?? null });
  entries.set(SEAL_LOCK_NAME, bytesOf(`${JSON.stringify(lock, null, 2)}\n`));
  return entries;
}

function bytesOf(content: string | Uint8Array | Iterable<string>): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return Buffer.from(typeof content === 'string' ? content : [...content].join(''));
}

/** The files of our base that say what was asked: requirements of the report, its corridor, the questions, the published corrections. */
async function scenarioFiles({ requirements, candidate }: Report): Promise<[path: string, text: string][]> {
  const wanted = new Set(requirements.map(({ id }) => id));
  return (await readBaseFiles()).flatMap(({ file, text }): [string, string][] => {
    const id = /^requirement: *(.+?) *$/m.exec(text)?.[1];
    const isOther = file === 'conditions.yaml' || file === `corridors/${candidate?.corridor}.yaml`;
    const isUsed = file.startsWith('overlays/') || (id === undefined ? isOther : wanted.has(id));
    return isUsed ? [[file, text]] : [];
  });
}
