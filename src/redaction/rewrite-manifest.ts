import { stringify } from 'yaml';
import type { WithheldFile } from '../dossier/manifest.js';

/** The manifest of a copy: its last section says that it is one, and what it no longer holds. A former note is replaced. */
export function withRedactionNote(manifest: string, withheld: readonly WithheldFile[]): string {
  const bare = manifest.replace(/^redaction:[^\n]*\n(?:(?:[ \t-][^\n]*)?(?:\n|$))*/m, '').trimEnd();
  return `${bare}\n\n${stringify({ redaction: { withheld } }, { lineWidth: 0 })}`;
}
