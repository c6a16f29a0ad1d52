import type { Kind } from './artifact.js';

const CLAIMS: Readonly<Record<string, Kind>> = {
  eml: 'mail',
  msg: 'mail',
  mbox: 'mailbox',
  xml: 'cda',
  zip: 'xdm',
  hl7: 'hl7v2',
  er7: 'hl7v2',
  har: 'har',
  log: 'log',
  csv: 'log',
  jsonl: 'log',
  json: 'har',
  jwt: 'jwt',
  pdf: 'pdf',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  mp4: 'video',
};

/** What a file claims to be by its name. */
export function claimedKind(path: string): Kind {
  if (/(?:^|\/)METADATA\.XML$/i.test(path)) return 'xdm';
  if (/[!/]datamatrix(?:-\d+)?$/.test(path)) return 'datamatrix';
  return CLAIMS[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'other';
}
