import type { Reader, Source } from '../source.js';
import { startOf } from '../text/decode.js';
import { findDialogue, readDialogue } from './dialogue-log.js';
import { logText } from './log-text.js';
import { findTlsTool, readSessions } from './tls-log.js';
import { findTrace, isDeclaredTrace, readTrace } from './trace-log.js';

/** What stands first in a file and tells what it is: the chain of certificates may come before the dialogue. */
const SAMPLE_BYTES = 256 * 1024;

/** A log: a dialogue by SMTP or IMAP, TLS sessions, or a functional trace. It is asked after the readers of anything with a signature. */
export const log: Reader = (source) => {
  const { declared, limits } = source;
  const sample = sampleOf(source);
  const isTrace = isDeclaredTrace(declared);
  const dialogue = isTrace ? undefined : findDialogue(sample, limits);
  const tool = isTrace ? undefined : findTlsTool(sample);
  if (dialogue) {
    const read = readDialogue(logText(source, declared.charset), dialogue, tool, limits);
    return { kind: 'log', ...read };
  }
  if (tool) {
    const { text, reserves } = logText(source, declared.charset);
    return { kind: 'log', content: { protocol: 'tls', tool, sessions: readSessions(text, tool, limits) }, reserves };
  }
  const trace = findTrace(sample, declared, limits);
  if (!trace) return undefined;
  const { text, reserves } = logText(source, declared.charset);
  const read = readTrace(text, trace, declared, limits);
  return { kind: 'log', content: read.content, reserves: [...reserves, ...read.reserves] };
};

/** Whole lines of what stands first, one character a byte, without terminal escapes. */
function sampleOf({ bytes }: Source): string {
  const head = startOf(bytes, SAMPLE_BYTES)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escapes start with one.
    .replace(/\x1b\[[0-?]*[ -/]*[@-~]/g, '');
  return bytes.length > SAMPLE_BYTES ? head.slice(0, head.lastIndexOf('\n') + 1) || head : head;
}
