import type { Artifact } from '../../../artifacts/artifact.js';
import type { TraceLog, TraceRecord } from '../../../artifacts/logs/trace.js';

/** What is kept of a functional trace: its rows about INSi. */
export interface InsiLog {
  readonly path: string;
  /** Columns that `segur.yaml` does not map, of those that a row must be judged by. */
  readonly unmapped: readonly string[];
  readonly rows: readonly InsiRow[];
}

export interface InsiRow {
  readonly path: string;
  readonly line: number;
  readonly actor: string;
  readonly mode: string;
  /** Milliseconds of UTC; undefined when the trace tells no offset. */
  readonly time: number | undefined;
}

const NEEDED = ['mode', 'actor', 'instant'] as const;

/** A trace has as many rows as calls: nobody reads more of them. */
const MOST_ROWS = 10_000;

const ABOUT_INSI = /(?<![a-z])insi(?![a-z])|identit[eé] ?certifi[eé]e|rechercherIns|t[eé]l[eé]services? ins(?![a-z])/i;

export function insiLogOf({ path, content }: Artifact<'log'>): InsiLog | undefined {
  if (content.protocol !== 'trace') return undefined;
  return {
    path,
    unmapped: NEEDED.filter((field) => !content.mapping.has(field)),
    rows: insiRows(path, content),
  };
}

function insiRows(path: string, trace: TraceLog): InsiRow[] {
  const rows: InsiRow[] = [];
  for (const record of trace.records()) {
    if (!isAboutInsi(record)) continue;
    const time = Date.parse(record.instant?.utc ?? '');
    rows.push({
      path,
      line: record.line,
      actor: record.actor ?? '',
      mode: record.mode ?? '',
      time: Number.isNaN(time) ? undefined : time,
    });
    if (rows.length === MOST_ROWS) break;
  }
  return rows;
}

function isAboutInsi({ fields }: TraceRecord): boolean {
  for (const value of fields.values()) if (ABOUT_INSI.test(value.slice(0, 2000))) return true;
  return false;
}

/** True for a mode of authentication that is Pro Santé Connect, as logs write it. */
export function isPscMode(mode: string): boolean {
  return /(?<![a-z])psc(?![a-z])|pro ?sant[eé] ?connect/i.test(mode);
}
