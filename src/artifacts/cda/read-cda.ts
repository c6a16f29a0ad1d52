import type { Reader } from '../source.js';
import { readCda } from './cda.js';
import { containedFiles } from './contained-files.js';

/** Reads a CDA document; the files that it holds are what it contains, unless they are left out. @throws ReadError as `containedFiles` does. */
export const cda: Reader = ({ xml, limits, options }) => {
  const content = xml && readCda(xml);
  return content && { kind: 'cda', content, ...(!options.onlyCda && containedFiles(content, limits)) };
};
