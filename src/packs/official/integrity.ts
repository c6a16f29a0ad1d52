import { byCodeUnit } from '../../artifacts/by-code-unit.js';
import { groupBy } from '../../artifacts/group-by.js';
import { ReadError } from '../../artifacts/read-error.js';
import { parseXml } from '../../artifacts/xml/parse.js';
import type { Pack } from '../builtin.js';
import { fileStem, type PackFiles } from '../pack-files.js';
import { pathOfReference } from '../resolve-reference.js';
import { compileSchema } from '../schematron/compile/schema.js';
import { loadSchema } from '../schematron/load/load-schema.js';
import type { SchemaInfo } from '../schematron/outcome.js';
import { type LoadedSchema, PackError, type Place } from '../schematron/schema.js';
import { type Substitute, withSubstitutes } from '../value-sets/substitutes.js';
import { identityOfTree, schemasOfTree } from './ans-tree.js';

/** What a pack of official rules is, and what it lacks. */
export interface PackIntegrity extends Pack {
  readonly schemas: readonly {
    readonly id: string;
    readonly path: string;
    readonly rules: number;
    readonly assertions: number;
  }[];
  readonly valueSets: number;
  /** By schema and place, those of no schema last. */
  readonly defects: readonly PackDefect[];
  readonly substitutes: readonly Substitute[];
}

/** What is wrong with a pack; those of `HARMLESS` cost no rule. */
export interface PackDefect {
  readonly code: PackDefectCode;
  /** Path, expression or name that is at fault. */
  readonly what: string;
  /** More about it: the file used instead, or the words of the parser. Empty when there is nothing to add. */
  readonly detail: string;
  /** Undefined for a file that no rule asked for. */
  readonly place: Place | undefined;
  /** Identifier of the schema that loses rules; empty for none. */
  readonly schema: string;
  /** Patterns that are not run at all. */
  readonly patterns: readonly string[];
  /** Rules that are undetermined, or lose assertions that are. */
  readonly rules: readonly DisabledRule[];
}

interface DisabledRule {
  readonly pattern: string;
  readonly context: string;
  /** How many of its assertions are undetermined; 0 when its context is. */
  readonly assertions: number;
}

type PackDefectCode =
  | 'schema'
  | 'absent-include'
  | 'unreadable-include'
  | 'no-fragment-include'
  | 'misnamed-include'
  | 'missing-value-set'
  | 'unreadable-value-set'
  | 'misnamed-value-set'
  | 'empty-value-set'
  | 'expression'
  | 'unsupported'
  | 'undefined-pattern'
  | 'undefined-rule'
  | 'undefined-abstract'
  | 'undefined-phase';

const HARMLESS: readonly PackDefectCode[] = ['misnamed-include', 'misnamed-value-set', 'empty-value-set'];

/** Whether a defect costs rules: where only the case of a name differs, the file is used; an empty file that nothing asks for changes nothing. */
export function costsRules({ code }: PackDefect): boolean {
  return !HARMLESS.includes(code);
}

/**
 * Reads and compiles every schema of a tree of official rules, and tells what is lost.
 * @param tree as `ansTree` gives it.
 */
export function packIntegrity(tree: PackFiles): PackIntegrity {
  const files = withSubstitutes(tree);
  const schemas: { id: string; path: string; rules: number; assertions: number }[] = [];
  const defects: PackDefect[] = [];
  const infos: SchemaInfo[] = [];
  for (const path of schemasOfTree(tree)) {
    const asked = askedOf(files);
    try {
      const schema = loadSchema(files, path);
      const { info } = compileSchema(schema, asked.files);
      infos.push(info);
      schemas.push({ id: info.id, path, rules: info.rules.length, assertions: info.assertions.length });
      defects.push(...defectsOfFiles(schema), ...defectsOfRules(info), ...asked.misnamed(info));
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      const { place, detail, reason } = error;
      defects.push({
        ...NOTHING,
        code: 'schema',
        what: path,
        detail: `${reason}: ${detail}`,
        place,
        schema: fileStem(path),
      });
    }
  }
  defects.push(...unreadableValueSets(files, infos));
  const empty = tree.paths.filter((path) => IS_VALUE_SET.test(path) && tree.read(path).length === 0);
  for (const path of empty) defects.push({ ...NOTHING, code: 'empty-value-set', what: path });
  return {
    ...identityOfTree(tree),
    schemas,
    valueSets: tree.paths.filter((path) => IS_VALUE_SET.test(path)).length,
    defects: defects.sort(byPlace),
    substitutes: files.substitutes,
  };
}

function byPlace(a: PackDefect, b: PackDefect): number {
  return (
    Number(a.schema === '') - Number(b.schema === '') ||
    byCodeUnit(a.schema, b.schema) ||
    byCodeUnit(a.place?.file ?? '', b.place?.file ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.what, b.what)
  );
}

const IS_VALUE_SET = /^jeuxDeValeurs\/.*\.xml$|(?:^|\/)voc-[^/]*\.xml$/i;
const NOTHING = { detail: '', place: undefined, schema: '', patterns: [], rules: [] } as const;

function defectsOfFiles({ id, missing, misnamed, unresolved }: LoadedSchema): PackDefect[] {
  const claimed = new Set(missing.flatMap(({ patterns }) => patterns));
  const common = { ...NOTHING, schema: id };
  return [
    ...missing.map(
      ({ path, reason, place, patterns }): PackDefect => ({
        ...common,
        code: `${reason}-include`,
        what: path,
        place,
        patterns,
      }),
    ),
    ...misnamed.map(
      ({ wanted, path, place }): PackDefect => ({
        ...common,
        code: 'misnamed-include',
        what: wanted,
        detail: path,
        place,
      }),
    ),
    ...unresolved
      .filter(({ kind, name }) => kind !== 'pattern' || !claimed.has(name))
      .map(({ kind, name, place }): PackDefect => {
        return { ...common, code: `undefined-${kind}`, what: name, place, patterns: kind === 'pattern' ? [name] : [] };
      }),
  ];
}

const CODES = { xpath: 'expression', unsupported: 'unsupported', 'missing-document': 'missing-value-set' } as const;

/** One defect for all the rules that have it at the same place or, for a value set, that ask for the same. */
function defectsOfRules(info: SchemaInfo): PackDefect[] {
  const groups = groupBy(info.defects, ({ reason, detail, place: { file, line, column } }) =>
    JSON.stringify(reason === 'missing-document' ? [reason, detail] : [reason, detail, file, line, column]),
  );
  return [...groups.values()].flatMap((group): PackDefect[] => {
    const [first] = group;
    if (!first) return [];
    const { reason, detail, place } = first;
    const isFile = reason === 'missing-document';
    const what = isFile ? (pathOfReference(info.path, detail) ?? detail) : (expressionAt(info, first) ?? detail);
    const byRule = groupBy(group, ({ rule }) => rule);
    const rules = [...byRule].map(([rank, each]) =>
      disabled(info, rank, each.some(({ assertion }) => assertion === undefined) ? 0 : each.length),
    );
    return [{ ...NOTHING, code: CODES[reason], what, detail: isFile ? '' : detail, place, schema: info.id, rules }];
  });
}

function expressionAt({ rules, assertions }: SchemaInfo, { rule, assertion }: SchemaInfo['defects'][number]) {
  return assertion === undefined ? rules[rule]?.context : assertions[assertion]?.test;
}

function disabled({ rules, patterns }: SchemaInfo, rank: number, assertions: number): DisabledRule {
  const rule = rules[rank];
  const pattern = patterns[rule?.pattern ?? -1];
  return { pattern: pattern?.id ?? pattern?.name ?? '', context: rule?.context ?? '', assertions };
}

/** Files that rules read and that are not well formed, each told of every schema that reads it. */
function unreadableValueSets(files: PackFiles, infos: readonly SchemaInfo[]): PackDefect[] {
  const wrong = new Map<string, string>();
  for (const path of new Set(infos.flatMap(({ assertions }) => assertions.flatMap(({ documents }) => documents)))) {
    try {
      parseXml(files.read(path));
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      wrong.set(path, String(error.args.reason ?? error.code));
    }
  }
  return infos.flatMap((info) =>
    [...wrong].flatMap(([what, detail]): PackDefect[] => {
      const reading = info.assertions.filter(({ documents }) => documents.includes(what));
      const rules = [...groupBy(reading, ({ rule }) => rule)].map(([rank, each]) => disabled(info, rank, each.length));
      if (rules.length === 0) return [];
      const place = reading[0]?.place;
      return [{ ...NOTHING, code: 'unreadable-value-set', what, detail, place, schema: info.id, rules }];
    }),
  );
}

/** The pack, noting the value sets that its rules ask for under a name whose case differs. */
function askedOf(files: PackFiles): { readonly files: PackFiles; misnamed(info: SchemaInfo): PackDefect[] } {
  const found = new Map<string, { readonly wanted: string; readonly path: string }>();
  return {
    files: {
      paths: files.paths,
      read: files.read,
      resolve(from, reference) {
        const resolved = files.resolve(from, reference);
        const wanted = pathOfReference(from, reference);
        if (resolved && !resolved.exact && wanted !== undefined && IS_VALUE_SET.test(resolved.path))
          found.set(wanted, { wanted, path: resolved.path });
        return resolved;
      },
    },
    misnamed: (info) =>
      [...found.values()]
        .sort((a, b) => byCodeUnit(a.wanted, b.wanted))
        .map(({ wanted, path }) => {
          const place = info.assertions.find(({ documents }) => documents.includes(path))?.place;
          return { ...NOTHING, code: 'misnamed-value-set', what: wanted, detail: path, place, schema: info.id };
        }),
  };
}
