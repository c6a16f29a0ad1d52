import { readFile, stat } from 'node:fs/promises';
import { isBoundedJson } from '../artifacts/json/is-bounded-json.js';
import { parsedJson } from '../artifacts/json/parsed-json.js';
import { looksLikeZip } from '../artifacts/zip/read-zip.js';
import { UserError } from '../dossier/user-error.js';
import { loadReportSchema } from '../packs/schemas.js';
import { cutAt, showHidden } from '../report/escape-text.js';
import type { Report } from '../report/report.js';
import { type AlteredSeal, entriesOf, verifyArchive } from '../seal/integrity.js';
import { MAX_SEAL_BYTES } from '../seal/seal-limits.js';
import { REPORT_NAME } from '../seal/seal-list.js';

/** Bytes of a report: one of a million findings has more than half of it. */
const MAX_REPORT = 400_000_000;

/**
 * Reads a JSON report, or the one that a seal holds once the seal was found intact; of an altered one, gives what was done to it.
 * @throws UserError for what is neither, a report of another version or with a mistake, and a file that is too large.
 */
export async function readReport(path: string): Promise<Report | AlteredSeal> {
  const stats = await stat(path);
  // A device or a pipe may never end.
  if (!stats.isFile()) throw new UserError('not-a-seal-or-report', { path });
  const { size } = stats;
  if (size > MAX_SEAL_BYTES) throw new UserError('too-large', { path, maximum: MAX_SEAL_BYTES });
  const bytes = await readFile(path);
  const json = looksLikeZip(bytes) ? sealedReport(path, bytes) : bytes;
  if ('outcome' in json) return json;
  if (json.length > MAX_REPORT) throw new UserError('too-large', { path, maximum: MAX_REPORT });
  return parseReport(path, json);
}

function sealedReport(path: string, archive: Uint8Array): Uint8Array | AlteredSeal {
  const integrity = verifyArchive(archive);
  if (integrity.outcome === 'altered') return integrity;
  if (integrity.outcome === 'other-version') throw new UserError('replay-version', { path, version: integrity.schema });
  if (integrity.outcome === 'intact')
    for (const entry of entriesOf(archive)) if (entry.path === REPORT_NAME) return entry.content();
  throw new UserError('not-a-seal-or-report', { path });
}

async function parseReport(path: string, json: Uint8Array): Promise<Report> {
  if (!isBoundedJson(json)) throw new UserError('not-a-seal-or-report', { path });
  const value = parsedJson(
    Buffer.from(json)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
  );
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (typeof schema !== 'string' || !/^segur-check\/report\/\d{1,9}$/.test(schema))
    throw new UserError('not-a-seal-or-report', { path });
  if (schema !== 'segur-check/report/1') throw new UserError('other-report-version', { path, name: schema });
  const validate = await loadReportSchema();
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  const place = cutAt(showHidden(error?.instancePath || '/'), 200);
  throw new UserError('wrong-report', { path, place, reason: `${error?.message} ${named(error?.params)}`.trim() });
}

function named(params: Readonly<Record<string, unknown>> = {}): string {
  return 'allowedValues' in params ? JSON.stringify(params.allowedValues) : '';
}
