import type { Artifact } from '../../src/artifacts/artifact.js';
import { type Hl7v2Content, hl7v2 } from '../../src/artifacts/hl7v2/hl7v2.js';
import type { Hl7Message } from '../../src/artifacts/hl7v2/message.js';
import type { Hl7Segment } from '../../src/artifacts/hl7v2/segment.js';
import { LIMITS, type Limits } from '../../src/artifacts/limits.js';
import { type Contained, Source } from '../../src/artifacts/source.js';

export const HEADER = 'MSH|^~\\&|A|B|C|D|2026||ADT^A01^ADT_A01|1|D|2.5|||||FRA|UNICODE UTF-8';

export interface Hl7Reading {
  readonly content: Hl7v2Content;
  readonly message: Hl7Message;
  readonly contains: readonly Contained[];
  /** Reason and place of each. */
  readonly reserves: readonly Record<string, unknown>[];
}

/** What the reader makes of a file that is its own. */
export function readHl7(given: string | Uint8Array, limits: Partial<Limits> = {}): Hl7Reading {
  const recognised = hl7v2(new Source('a', Buffer.from(given as string), { ...LIMITS, ...limits }));
  if (!recognised || recognised instanceof Promise || recognised.kind !== 'hl7v2') throw new Error('not recognised');
  const { content, contains = [], reserves = [] } = recognised;
  const [message] = content.messages;
  if (!message) throw new Error('no message');
  const told = reserves.map(({ code, args, location }) => ({ code, ...args, ...location }));
  return { content, message, contains, reserves: told };
}

/** The segment at `rank` of a message made of a good header and these segments, which start at rank 1. */
export function segmentOf(segments: string, rank = 1): Hl7Segment {
  const segment = readHl7(`${HEADER}\r${segments}\r`).message.segments[rank];
  if (!segment) throw new Error('no such segment');
  return segment;
}

/** An artifact of one message, made of a good header and these segments. */
export function hl7Artifact(segments: readonly string[]): Artifact<'hl7v2'> {
  const { content } = readHl7([HEADER, ...segments, ''].join('\r'));
  return {
    path: 'message.hl7',
    containers: [],
    kind: 'hl7v2',
    sha256: '',
    bytes: 0,
    content,
    declared: {},
    children: [],
  };
}
