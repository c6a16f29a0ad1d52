import type { LiveSecret } from '../dossier/live-secrets.js';
import { fill } from '../messages/fill.js';
import type { UsageTexts } from './usage-message.js';

/** One line on a secret that is still valid: where, what, until when. */
export function liveLine({ path, kind, until }: LiveSecret, texts: UsageTexts['cli']['redact']): string {
  const name = texts.kinds[kind];
  return fill(texts.line, { path, what: until === undefined ? name : fill(texts.until, { kind: name, until }) });
}
