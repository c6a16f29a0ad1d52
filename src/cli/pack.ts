import { stat } from 'node:fs/promises';
import { groupBy } from '../artifacts/group-by.js';
import { readFhirPackages } from '../dossier/fhir-packages.js';
import { refusePart } from '../dossier/given-packs.js';
import { UserError } from '../dossier/user-error.js';
import { fill, type Language } from '../messages/fill.js';
import type { pack as words } from '../messages/fr/pack.js';
import type { SameKeys } from '../messages/same-keys.js';
import type { Pack } from '../packs/builtin.js';
import { openFolder } from '../packs/disk-files.js';
import { ansTree, identityOfTree } from '../packs/official/ans-tree.js';
import { costsRules, type PackDefect, type PackIntegrity, packIntegrity } from '../packs/official/integrity.js';
import type { PackFiles } from '../packs/pack-files.js';
import { showHidden } from '../report/escape-text.js';
import { EXIT } from './exit-codes.js';
import { wantsJson } from './list-options.js';
import type { ListOptions } from './options.js';
import { processTerminal } from './terminal.js';

type Words = SameKeys<typeof words>;

/** `segur-check pack list`: which packs a folder holds. @throws UserError when there is none. */
export async function list(path: string, options: ListOptions, language: Language): Promise<number> {
  const asJson = wantsJson(options);
  const { tree, fhir } = await packsIn(path);
  const packs = [
    ...(tree ? [{ kind: 'official' as const, ...identityOfTree(tree) }] : []),
    ...fhir.map((each) => ({ kind: 'fhir' as const, ...each })),
  ];
  const text = await wordsOf(language);
  const lines = packs.flatMap(({ kind, ...each }) => head(each, kind, text));
  await write(asJson, { schema: 'segur-check/packs/1', language, packs }, lines, language);
  return EXIT.ok;
}

/** `segur-check pack verify`: whether every rule of the packs can be judged. @throws UserError when there is no pack, or one is invalid. */
export async function verify(path: string, options: ListOptions, language: Language): Promise<number> {
  const asJson = wantsJson(options);
  const { tree, fhir } = await packsIn(path);
  const text = await wordsOf(language);
  const verified = tree && packIntegrity(tree);
  const complete = !verified?.defects.some(costsRules);
  const packs = [
    ...(verified ? [{ kind: 'official' as const, complete, ...verified }] : []),
    ...fhir.map((each) => ({ kind: 'fhir' as const, complete: true, ...each })),
  ];
  const lines = [
    ...fhir.flatMap((each) => head(each, 'fhir', text)),
    ...(verified ? integrityLines(verified, text) : []),
    ...(complete ? [text.complete] : []),
  ];
  await write(asJson, { schema: 'segur-check/pack-verify/1', language, complete, packs }, lines, language);
  return complete ? EXIT.ok : EXIT.missing;
}

async function packsIn(
  path: string,
): Promise<{ readonly tree: PackFiles | undefined; readonly fhir: readonly Pack[] }> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw new UserError('no-file', { path });
  const files = stats.isDirectory() ? openFolder(path) : undefined;
  const tree = files && ansTree(files);
  if (files && !files.paths.some((each) => each.endsWith('.tgz'))) {
    if (!tree) {
      await refusePart(path);
      throw new UserError('not-a-pack', { path });
    }
    return { tree, fhir: [] };
  }
  if (!files) await refusePart(path);
  const { packs } = await readFhirPackages([path]);
  return { tree, fhir: packs };
}

async function wordsOf(language: Language): Promise<Words> {
  return (await (language === 'fr' ? import('../messages/fr/pack.js') : import('../messages/en/pack.js'))).pack;
}

async function write(asJson: boolean, json: object, lines: readonly string[], language: Language): Promise<void> {
  const shown = asJson ? JSON.stringify(json, null, 2) : lines.map(showHidden).join('\n');
  await processTerminal(language, {}).out(`${shown}\n`);
}

function head({ id, version, sha256 }: Pack, kind: 'official' | 'fhir', text: Words): string[] {
  return [`${id} ${version} (${text[kind]})`, fill(text.hash, { sha256 })];
}

function integrityLines(pack: PackIntegrity, text: Words): string[] {
  const { schemas, valueSets, defects, substitutes } = pack;
  const total = (each: 'rules' | 'assertions'): number => schemas.reduce((sum, schema) => sum + schema[each], 0);
  const counts = { schemas: schemas.length, rules: total('rules'), assertions: total('assertions'), valueSets };
  const lines = [...head(pack, 'official', text), fill(text.counts, counts)];
  const costly = defects.filter(costsRules);
  for (const [schema, own] of groupBy(costly, (each) => each.schema))
    lines.push('', schema === '' ? text.noSchema : schema, ...own.flatMap((each) => defectLines(each, text)));
  const harmless = defects.filter((each) => !costsRules(each));
  if (harmless.length > 0) lines.push('', text.harmless, ...harmless.flatMap((each) => defectLines(each, text)));
  if (substitutes.length > 0)
    lines.push('', text.substitutes, ...substitutes.map((each) => fill(text.substitute, { ...each })));
  const lost = {
    defects: costly.length,
    patterns: new Set(costly.flatMap(({ schema, patterns }) => patterns.map((each) => `${schema} ${each}`))).size,
    rules: new Set(
      costly.flatMap(({ schema, rules }) => rules.map((each) => JSON.stringify([schema, each.pattern, each.context]))),
    ).size,
  };
  return [...lines, '', ...(costly.length > 0 ? [fill(text.incomplete, lost), text.advice] : [])];
}

function defectLines({ code, what, detail, place, patterns, rules }: PackDefect, text: Words): string[] {
  const where = place ? `${place.file}:${place.line}:${place.column}: ` : '';
  return [
    fill(text.defect, { place: where, text: fill(text.defects[code], { what, detail }) }),
    ...patterns.map((pattern) => fill(text.pattern, { pattern })),
    ...rules.map((rule) => fill(rule.assertions === 0 ? text.rule : text.ruleInPart, { ...rule })),
  ];
}
