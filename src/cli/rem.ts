import { stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { groupBy } from '../artifacts/group-by.js';
import { readManifest } from '../dossier/dossier.js';
import { type Lock, readLock, writeLock } from '../dossier/dossier-lock.js';
import { workbookBytes } from '../dossier/given-rem.js';
import { MANIFEST_NAME } from '../dossier/manifest.js';
import { fill, type Language } from '../messages/fill.js';
import type { remImport as words } from '../messages/fr/rem-import.js';
import type { SameKeys } from '../messages/same-keys.js';
import { loadBase } from '../packs/builtin.js';
import { differencesWithBase, type RemDifferences } from '../rem/differences.js';
import { namedCorridor } from '../rem/named-corridor.js';
import { readRemWorkbook } from '../rem/read-rem-workbook.js';
import { losesText } from '../rem/rem-warnings.js';
import { showHidden } from '../report/escape-text.js';
import { Identities, type Mask } from '../report/mask.js';
import type { RemRequirement, RemWorkbook } from '../scenarios/rem-workbook.js';
import { EXIT } from './exit-codes.js';
import { wantsJson } from './list-options.js';
import type { ListOptions } from './options.js';
import { processTerminal } from './terminal.js';

type Words = SameKeys<typeof words>;

export interface RemImportOptions extends ListOptions {
  readonly dossier?: string;
}

/**
 * `segur-check rem import`: what a workbook of the ANS says, what was repaired, and how it differs from our base; pins it in the lock of the dossier.
 * @throws UserError for a file that is no such workbook, or that needs a column to be mapped.
 */
export async function remImport(file: string, options: RemImportOptions, language: Language): Promise<number> {
  const asJson = wantsJson(options);
  const folder = await dossierOf(options);
  const manifest = folder === undefined ? undefined : (await readManifest(folder)).value;
  const before = folder === undefined ? undefined : await readLock(folder);
  const read = await readRemWorkbook(await workbookBytes(file), file, { columns: manifest?.rem?.columns ?? {} });
  const mask = new Identities().mask({ patients: manifest?.patients ?? [] });
  const workbook = { ...read, file: mask(read.file), sheet: mask(read.sheet) };
  const base = loadBase();
  const corridor = options.corridor ?? manifest?.applies.corridor ?? namedCorridor(read.file, base);
  const complete = !workbook.warnings.some(losesText);
  const text = await wordsOf(language);
  const pin = folder === undefined ? undefined : pinOf(file, folder, workbook);
  if (folder !== undefined && pin) await writeLock(folder, { ...before, rem: pin.rem });
  const imported = { workbook, corridor, complete, differences: differencesWithBase(base, workbook, corridor) };
  const lines = [...workbookLines(workbook, text), ...differenceLines(imported, text), ''];
  if (pin) lines.push(pinLine(workbook, before, mask, text), ...(pin.isOutside ? [text.outside] : []));
  lines.push(complete ? text.complete : text.incomplete);
  const shown = asJson
    ? JSON.stringify(jsonOf(imported, folder !== undefined, language, text), null, 2)
    : lines.map(showHidden).join('\n');
  await processTerminal(language, {}).out(`${shown}\n`);
  return complete ? EXIT.ok : EXIT.missing;
}

interface Imported {
  readonly workbook: RemWorkbook;
  readonly corridor: string | undefined;
  readonly complete: boolean;
  readonly differences: RemDifferences;
}

/** The dossier that is given, else the current folder when it is one. */
async function dossierOf({ dossier }: RemImportOptions): Promise<string | undefined> {
  if (dossier !== undefined) return dossier;
  const stats = await stat(join('.', MANIFEST_NAME)).catch(() => undefined);
  return stats?.isFile() ? '.' : undefined;
}

/** Never a path of this machine: what is outside of the dossier is named alone. */
function pinOf(file: string, folder: string, { sha256 }: RemWorkbook) {
  const inside = relative(resolve(folder), resolve(file));
  const isOutside = isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`);
  const named = isOutside ? basename(file) : inside.split(sep).join('/');
  return { isOutside, rem: { file: named, sha256 } };
}

function pinLine({ sha256 }: RemWorkbook, before: Lock | undefined, mask: Mask, text: Words): string {
  const replaced = before?.rem;
  return replaced && replaced.sha256 !== sha256
    ? fill(text.replaced, { ...replaced, file: mask(replaced.file) })
    : text.pinned;
}

async function wordsOf(language: Language): Promise<Words> {
  const texts = language === 'fr' ? import('../messages/fr/rem-import.js') : import('../messages/en/rem-import.js');
  return (await texts).remImport;
}

/** Lines of a list on a terminal: the others are in the JSON. */
const MOST_LINES = 20;

function listed(lines: readonly string[], text: Words): string[] {
  const more = lines.length - MOST_LINES;
  return more <= 0 ? [...lines] : [...lines.slice(0, MOST_LINES), fill(text.more, { count: more })];
}

function countsOf(requirements: readonly RemRequirement[]) {
  const scenarios = requirements.flatMap((each) => each.scenarios);
  const proofs = scenarios.reduce((sum, each) => sum + each.proofs.length, 0);
  return { requirements: requirements.length, scenarios: scenarios.length, proofs };
}

function chaptersOf({ requirements }: RemWorkbook) {
  return [...groupBy(requirements, (each) => each.official.chapter)].map(([chapter, own]) => ({
    chapter,
    ...countsOf(own),
  }));
}

function workbookLines(workbook: RemWorkbook, text: Words): string[] {
  const { file, sheet, layout, sha256, repairs, warnings } = workbook;
  const unknown = unknownHeaders(workbook);
  return [
    fill(text.head, { file, sheet, layout: text.layouts[layout] }),
    fill(text.hash, { sha256 }),
    fill(text.counts, countsOf(workbook.requirements)),
    ...chaptersOf(workbook).map((each) => fill(text.chapter, { ...each, chapter: each.chapter || text.noChapter })),
    ...(unknown.length > 0 ? ['', text.unknownColumns, ...unknown.map((header) => `  ${header}`)] : []),
    ...(repairs.length > 0 ? ['', text.repaired] : []),
    ...listed(
      repairs.map((each) => fill(text.repair, { row: each.row, text: repairText(each, text) })),
      text,
    ),
    ...(warnings.length > 0 ? ['', text.warned] : []),
    ...listed(
      // What was lost first: a list that is cut keeps it.
      warnings
        .toSorted((a, b) => Number(losesText(b)) - Number(losesText(a)))
        .map((each) => {
          const place = each.row === undefined ? '' : fill(text.row, { row: each.row });
          return fill(text.warning, { place, text: warningText(each, text) });
        }),
      text,
    ),
  ];
}

function unknownHeaders({ columns }: RemWorkbook): string[] {
  return columns.filter(({ field }) => field === undefined).map(({ header }) => header);
}

function repairText({ code, written, repaired }: RemWorkbook['repairs'][number], text: Words): string {
  const texts: Readonly<Record<string, string>> = text.repairs;
  return fill(texts[code] ?? code, { written, repaired });
}

function warningText({ code, args }: RemWorkbook['warnings'][number], text: Words): string {
  const texts: Readonly<Record<string, string>> = text.warnings;
  return oneLine(fill(texts[code] ?? code, args));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function differenceLines({ differences, corridor }: Imported, { differences: text, ...words }: Words): string[] {
  const head = corridor === undefined ? words.comparedToAll : fill(words.compared, { corridor });
  const sides = (['requirements', 'scenarios', 'proofs'] as const).flatMap((what) =>
    (['onlyInWorkbook', 'onlyInBase'] as const).map((side) => ({
      title: fill(text[side], { what: text[what] }),
      ids: differences[what][side],
    })),
  );
  const others = (['natures', 'criticalities'] as const).map((what) => ({
    title: text[what],
    ids: differences[what].map(({ id }) => id),
  }));
  const all = [...sides, ...others, { title: text.obsolete, ids: differences.obsolete }];
  const lines = all
    .filter(({ ids }) => ids.length > 0)
    .flatMap(({ title, ids }) => [fill(title, { count: ids.length }), ...wrapped(ids)]);
  return ['', head, ...(lines.length > 0 ? lines : [text.none])];
}

/** Ids, several on a line. */
function wrapped(ids: readonly string[]): string[] {
  const lines = [''];
  for (const id of ids.slice(0, 100)) {
    const line = lines.at(-1) ?? '';
    if (line.length + id.length > 90) lines.push(id);
    else lines[lines.length - 1] = line === '' ? id : `${line}, ${id}`;
  }
  if (ids.length > 100) lines.push('…');
  return lines.map((line) => `    ${line}`);
}

/** The schema is `src/rem/rem-import.schema.json`. */
function jsonOf(imported: Imported, pinned: boolean, language: Language, text: Words): object {
  const { workbook, corridor, complete, differences } = imported;
  const { file, sha256, sheet, layout, columns, repairs, warnings } = workbook;
  return {
    schema: 'segur-check/rem-import/1',
    language,
    file,
    sha256,
    sheet,
    layout,
    corridor,
    complete,
    pinned,
    counts: countsOf(workbook.requirements),
    chapters: chaptersOf(workbook),
    columns,
    repairs: repairs.map((each) => ({ ...each, text: repairText(each, text) })),
    warnings: warnings.map((each) => ({ ...each, loses: losesText(each), text: warningText(each, text) })),
    differences,
  };
}
