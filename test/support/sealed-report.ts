import { entryOf, sealList, sealText } from '../../src/seal/seal-list.js';
import { zipOf } from './zip.js';

/** The entries of a seal that holds a report and little else, its list last. */
export function sealedEntries(report: Uint8Array): Record<string, Uint8Array> {
  const entries = {
    'dossier/segur.yaml': Buffer.from('a: 1\n'),
    'lock.json': Buffer.from('{}'),
    'report/report.json': report,
  };
  const list = sealText(sealList(Object.entries(entries).map(([path, data]) => entryOf(path, data))));
  return { ...entries, 'seal.json': Buffer.from(list) };
}

/** An archive of these entries, in their order. */
export function archiveOf(entries: Readonly<Record<string, Uint8Array>>, deflate = true): Buffer {
  return zipOf(Object.entries(entries).map(([name, data]) => ({ name, data, deflate })));
}
