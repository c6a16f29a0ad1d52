import { readFile } from 'node:fs/promises';
import type { ValidateFunction } from 'ajv';
import type { Report } from '../report/report.js';

const FILES = {
  scenario: '../../src/scenarios/scenario.schema.json',
  corridor: '../../src/scenarios/corridor.schema.json',
  overlay: '../../src/scenarios/overlay.schema.json',
  segur: '../../src/dossier/segur.schema.json',
  lock: '../../src/dossier/lock.schema.json',
  avis: '../../src/dossier/avis.schema.json',
} as const;

/** Compiles one of the published JSON Schemas. The validator library is only loaded when a file has to be validated. */
export async function loadSchema<T>(name: keyof typeof FILES): Promise<ValidateFunction<T>> {
  const { Ajv } = await import('ajv');
  const schema: unknown = JSON.parse(await readFile(new URL(FILES[name], import.meta.url), 'utf8'));
  const formats = { date: isDate };
  return new Ajv({ allErrors: true, verbose: true, strictTypes: false, formats }).compile<T>(schema as object);
}

/** The schema of reports: it stops at the first mistake, and a later version may have more members. */
export async function loadReportSchema(): Promise<ValidateFunction<Report>> {
  const { Ajv } = await import('ajv');
  const text = await readFile(new URL('../../src/report/report.schema.json', import.meta.url), 'utf8');
  const open = (key: string, value: unknown): unknown =>
    key === 'additionalProperties' && value === false ? undefined : value;
  return new Ajv({ strictTypes: false }).compile<Report>(JSON.parse(text, open) as object);
}

/** YYYY-MM-DD, a day of the calendar. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
