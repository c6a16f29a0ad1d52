import type { Reader } from '../source.js';
import { readCda } from './cda.js';
import { containedFiles } from './contained-files.js';

/** Reads a CDA document; the files that it holds are what it contains. @throws ReadError as `containedFiles` does. */
export const cda: Reader = ({ xml, limits }) => {
  const content = xml && readCda(xml);
  return content && { kind: 'cda', content, ...containedFiles(content, limits) };
};
