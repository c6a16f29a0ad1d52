import { isObject } from '../artifacts/json/document.js';
import { isBoundedJson } from '../artifacts/json/is-bounded-json.js';
import { parsedJson } from '../artifacts/json/parsed-json.js';
import { LIMITS, type Limits } from '../artifacts/limits.js';
import { type Pack, toolVersion } from '../packs/builtin.js';
import type { Report } from '../report/report.js';

export const SEAL_LOCK_NAME = 'lock.json';
const LOCK_SCHEMA = 'segur-check/seal-lock/1';

/** What judged a sealed dossier and how: `lock.json`. Nothing of the machine, nor of its Node.js. */
export interface SealLock {
  readonly schema: typeof LOCK_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly packs: readonly Pack[];
  readonly base: { readonly source: string; readonly date: string };
  readonly rem: Report['rem'] | null;
  readonly options: SealedOptions;
}

/** The options that decide a verdict. */
interface SealedOptions {
  readonly wave: number;
  readonly corridor: string;
  readonly profiles: readonly string[];
  readonly denyProductionIdentities: boolean;
  /** The entry of the archive that holds the certificates given beside the manifest's, or null. */
  readonly trust: string | null;
  /** The entry of the archive that is the workbook of the corridor, or null. */
  readonly rem: string | null;
  readonly limits: readonly { readonly name: string; readonly value: number }[];
}

type GivenOptions = Pick<SealedOptions, 'denyProductionIdentities' | 'trust' | 'rem'>;

export function lockOf(report: Report, given: GivenOptions): SealLock {
  const { wave = 0, corridor = '', profiles = [] } = report.candidate ?? {};
  return {
    schema: LOCK_SCHEMA,
    tool: { name: report.tool.name, version: report.tool.version },
    packs: report.packs.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
    base: report.base,
    rem: report.rem ?? null,
    options: {
      wave,
      corridor,
      profiles,
      denyProductionIdentities: given.denyProductionIdentities,
      trust: given.trust,
      rem: given.rem,
      limits: (report.limits ?? []).map(({ name, value }) => ({ name, value })),
    },
  };
}

/** Bytes of the largest lock: one that is longer than a text can be could not even be refused. */
const MAX_LOCK_BYTES = 16 * 1024 * 1024;

/** The lock that an entry gives, whatever it claims: undefined for what no version of this format is. */
export function parseLock(bytes: Uint8Array | undefined): SealLock | undefined {
  if (!bytes || bytes.length > MAX_LOCK_BYTES || !isBoundedJson(bytes)) return undefined;
  const value = parsedJson(bytes);
  return isLock(value) ? value : undefined;
}

function isLock(value: unknown): value is SealLock {
  if (!isObject(value) || value.schema !== LOCK_SCHEMA || !isObject(value.tool) || !isObject(value.options))
    return false;
  const { tool, packs, options } = value;
  const isNameOrNull = (name: unknown): boolean => name === null || typeof name === 'string';
  return (
    typeof tool.name === 'string' &&
    typeof tool.version === 'string' &&
    Array.isArray(packs) &&
    packs.every(
      (pack) => isObject(pack) && [pack.id, pack.version, pack.sha256].every((each) => typeof each === 'string'),
    ) &&
    typeof options.denyProductionIdentities === 'boolean' &&
    isNameOrNull(options.trust) &&
    isNameOrNull(options.rem) &&
    Array.isArray(options.limits) &&
    options.limits.every(isLimit)
  );
}

function isLimit(value: unknown): boolean {
  if (!isObject(value) || typeof value.name !== 'string' || !Object.hasOwn(LIMITS, value.name)) return false;
  return Number.isSafeInteger(value.value) && Number(value.value) > 0;
}

/** The limits under which a dossier was sealed. */
export function sealedLimits({ options }: SealLock): Limits {
  return { ...LIMITS, ...Object.fromEntries(options.limits.map(({ name, value }) => [name, value])) };
}

/** What is not now as it was when the dossier was sealed; null where it is absent. */
export interface Drift {
  readonly what: 'tool' | 'pack';
  readonly name: string;
  readonly sealed: string | null;
  readonly present: string | null;
}

/** Packs that are in the seal itself: house rules, the workbook. */
const INSIDE = ['house', 'rem'];

/** Compares what judged with what would judge now. @param present our own pack and those given. */
export function driftFrom({ tool, packs }: SealLock, present: readonly Pack[]): Drift[] {
  const version = toolVersion();
  const told = ({ version: own, sha256 }: Pack): string => `${own} ${sha256}`;
  const sealed = packs.filter(({ id }) => !INSIDE.includes(id));
  const names = new Set([...sealed, ...present].map(({ id }) => id));
  return [
    ...(tool.version === version
      ? []
      : [{ what: 'tool' as const, name: tool.name, sealed: tool.version, present: version }]),
    ...[...names].flatMap((name): Drift[] => {
      const before = sealed.find(({ id }) => id === name);
      const now = present.find(({ id }) => id === name);
      if (before && now && before.sha256 === now.sha256) return [];
      return [{ what: 'pack', name, sealed: before ? told(before) : null, present: now ? told(now) : null }];
    }),
  ];
}
