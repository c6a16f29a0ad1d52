// @ts-check
/** Writes docs/checks.md and docs/checks.fr.md from the definitions of the checks: `npm run docs`, after the build. */
import { writeFileSync } from 'node:fs';
import { checksDocument } from '../dist/report/checks-document.js';

for (const [language, file] of /** @type {const} */ ([
  ['en', 'checks.md'],
  ['fr', 'checks.fr.md'],
])) {
  writeFileSync(new URL(file, import.meta.url), await checksDocument(language));
}
