import { artifactFiles } from '../../../fixtures/make/artifacts/artifact-files.js';
import type { Artifact, Declaration } from '../../../src/artifacts/artifact.js';
import { LIMITS, type Limits } from '../../../src/artifacts/limits.js';
import type { LogContent } from '../../../src/artifacts/logs/log.js';
import { type Reading, read } from '../../../src/artifacts/read.js';

/** Reads a text as a file would be. */
export function readText(
  text: string | Uint8Array,
  declared: Declaration = {},
  limits: Partial<Limits> = {},
): Promise<Reading> {
  return read({ path: 'a.txt', bytes: Buffer.from(text), declared }, { ...LIMITS, ...limits });
}

/** The log that a text is. */
export async function logOf<P extends LogContent['protocol']>(
  protocol: P,
  text: string | Uint8Array,
  declared: Declaration = {},
): Promise<Extract<LogContent, { protocol: P }>> {
  return contentOf(protocol, await readText(text, declared));
}

/** An example of `fixtures/artifacts/log`, as text. */
export function sample(name: string): string {
  const found = artifactFiles().find(({ path }) => path === `log/${name}`);
  if (!found) throw new Error(`no example ${name}`);
  return Buffer.from(found.bytes).toString('utf8');
}

function contentOf<P extends LogContent['protocol']>(
  protocol: P,
  { artifact, unreadable }: Reading,
): Extract<LogContent, { protocol: P }> {
  const content = artifact?.kind === 'log' ? (artifact as Artifact<'log'>).content : undefined;
  if (content?.protocol !== protocol) throw new Error(`${artifact?.kind}: ${JSON.stringify(unreadable)}`);
  return content as Extract<LogContent, { protocol: P }>;
}
