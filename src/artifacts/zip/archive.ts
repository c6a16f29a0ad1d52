import type { Reader } from '../source.js';
import { readXdm } from '../xdm/xdm.js';
import { looksLikeZip, readZip } from './read-zip.js';

/** Reads what is kept in a ZIP: an XDM archive, or a workbook. @throws ReadError as `readZip` and `readXdm` do. */
export const archive: Reader = (source) => {
  if (!looksLikeZip(source.bytes)) return undefined;
  const { entries, reserves } = readZip(source.bytes, source.limits);
  const names = entries.map(({ name }) => name);
  // Office documents are ZIP archives too: what is not an XDM archive is not opened.
  if (names.includes('xl/workbook.xml')) return { kind: 'xlsx', content: { entries: names } };
  const xdm = readXdm(source.path, entries, source.limits);
  return xdm && { ...xdm, reserves: [...reserves(), ...(xdm.reserves ?? [])] };
};
