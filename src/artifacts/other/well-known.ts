import type { Kind } from '../artifact.js';
import type { OtherContent } from './other.js';

/** What a folder of exports also holds, by its first bytes (latin1). */
const SIGNATURES: readonly {
  readonly starts: readonly string[];
  readonly code: OtherContent['code'];
  readonly nearest?: Kind;
}[] = [
  { starts: ['x\x9f>"'], code: 'unrecognised/tnef', nearest: 'mail' },
  { starts: ['7z\xbc\xaf\x27\x1c', 'Rar!', '\x1f\x8b', 'BZh', '\xfd7zXZ'], code: 'unrecognised/compressed' },
  { starts: ['{\\rtf', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'], code: 'unrecognised/office', nearest: 'pdf' },
  {
    starts: ['\n\r\r\n', '\xd4\xc3\xb2\xa1', '\xa1\xb2\xc3\xd4', 'M<\xb2\xa1'],
    code: 'unrecognised/capture',
    nearest: 'log',
  },
  { starts: ['-----BEGIN '], code: 'unrecognised/pem' },
];

/** Parts that tell an Office document, or one of OpenDocument, from other ZIP archives. */
const OFFICE = ['word/document.xml', 'ppt/presentation.xml', 'application/vnd.oasis.opendocument.'];

/** What a file is that is no artifact, when its first bytes tell. */
export function wellKnown(bytes: Buffer): OtherContent | undefined {
  const head = bytes.toString('latin1', 0, 300);
  const found = SIGNATURES.find(({ starts }) => starts.some((start) => head.startsWith(start)));
  if (found) return { code: found.code, args: {}, nearest: found.nearest };
  if (head.startsWith('ustar', 257)) return { code: 'unrecognised/compressed', args: {}, nearest: undefined };
  const isOffice = head.startsWith('PK\x03\x04') && OFFICE.some((part) => bytes.includes(part));
  return isOffice ? { code: 'unrecognised/office', args: {}, nearest: 'pdf' } : undefined;
}

/** True for rows of as many cells, three at least: a table, whatever it is of. */
export function looksLikeTable(head: string): boolean {
  const lines = head.split(/\r\n|\r|\n/).slice(0, -1);
  const rows = lines.filter((line) => line !== '').slice(0, 5);
  if (rows.length < 2) return false;
  return [';', '\t', ',', '|'].some((delimiter) => {
    const cells = rows.map((row) => row.split(delimiter).length);
    return (cells[0] ?? 0) >= 3 && cells.every((count) => count === cells[0]);
  });
}
