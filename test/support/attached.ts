import { readFileSync } from 'node:fs';
import type { Attachments } from '../../src/report/attachments.js';

/** What the command gives to a page, of a dossier whose files show nothing. */
export function attached(fields: Partial<Attachments> = {}): Attachments {
  return {
    script: () => readFileSync(new URL('../../src/report/html/page-script.js', import.meta.url), 'utf8'),
    extracts: async () => new Map(),
    images: () => undefined,
    ...fields,
  };
}
