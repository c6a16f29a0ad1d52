import type { ValidateFunction } from 'ajv';
import { isAlias, isMap, LineCounter, type Node, parseDocument } from 'yaml';
import { nearest } from './nearest.js';

/** A mistake in a file that a person writes: where, what is wrong, what was expected, and the nearest valid name. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: MistakeCode;
  readonly args: Readonly<Record<string, string | number>>;
}

/** Codes of mistakes; texts are in the catalogue under `mistake/…`. */
export type MistakeCode =
  | 'mistake/yaml'
  | 'mistake/yaml-depth'
  | 'mistake/unknown-key'
  | 'mistake/missing-key'
  | 'mistake/value'
  | 'mistake/type'
  | 'mistake/unknown-name'
  | 'mistake/unknown-corridor'
  | 'mistake/no-file'
  | 'mistake/duplicate'
  | 'mistake/expression'
  | 'mistake/execution'
  | 'mistake/date'
  | 'mistake/until'
  | 'mistake/opinion-on'
  | 'mistake/avis-shape'
  | 'mistake/invalid';

/** A validated YAML file whose values can be pointed at. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  /** A mistake at the value reached by `path`, or at its key. */
  mistake(path: readonly (string | number)[], code: MistakeCode, args?: Mistake['args'], key?: boolean): Mistake;
}

type Failure = { readonly mistakes: readonly Mistake[] };

/** True when `parseYaml` found mistakes. */
export function isFailure<T>(result: YamlFile<T> | Failure): result is Failure {
  return 'mistakes' in result;
}

/**
 * Parses a YAML text and validates it against a compiled JSON Schema: every mistake is reported with its place.
 * @param options with `texts`, every value is a text, `1234` too.
 */
export function parseYaml<T>(
  file: string,
  text: string,
  validate: ValidateFunction<T>,
  { texts = false }: { readonly texts?: boolean } = {},
): YamlFile<T> | Failure {
  const lines = new LineCounter();
  const plain = texts && ({ schema: 'failsafe' } as const);
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, ...plain });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(
      (error): Mistake => ({ file, ...at(error.pos[0]), ...yamlMistake(error.message) }),
    );
    // What the parser says after it gave up is about the half that it read.
    const depth = mistakes.find((each) => each.code === 'mistake/yaml-depth');
    return { mistakes: depth ? [depth] : mistakes };
  }
  const nodeAt = (path: readonly (string | number)[], key: boolean): Node | null => {
    const owner = document.getIn(path.slice(0, -1), true);
    if (key && isMap(owner)) {
      const pair = owner.items.find((item) => String(item.key) === String(path.at(-1)));
      if (pair?.key) return pair.key as Node;
    }
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : (document.getIn(path.slice(0, length), true) as Node | undefined);
      if (node && !isAlias(node)) return node;
    }
    return null;
  };
  const place = (path: readonly (string | number)[], key = false): { line: number; column: number } =>
    at(nodeAt(path, key)?.range?.[0] ?? 0);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // An alias that nothing defines, or too many of them, is only found here.
    const reason = error instanceof Error ? error.message : String(error);
    return { mistakes: [{ file, line: 1, column: 1, code: 'mistake/yaml', args: { reason } }] };
  }
  if (!validate(value)) {
    const mistakes = mistakesOf(validate).map(({ path, key, code, args }) => ({
      file,
      ...place(path, key),
      code,
      args,
    }));
    return { mistakes: dropRepeats(mistakes) };
  }
  return { file, value, mistake: (path, code, args = {}, key = false) => ({ file, ...place(path, key), code, args }) };
}

/** What the parser says, but for the depth at which it gives up: it says that as a failure of its own. */
function yamlMistake(reason: string): Pick<Mistake, 'code' | 'args'> {
  return /call stack/.test(reason)
    ? { code: 'mistake/yaml-depth', args: {} }
    : { code: 'mistake/yaml', args: { reason } };
}

interface Raw {
  readonly path: readonly (string | number)[];
  readonly key: boolean;
  readonly code: MistakeCode;
  readonly args: Mistake['args'];
}

function mistakesOf(validate: ValidateFunction<unknown>): Raw[] {
  const raws: Raw[] = [];
  for (const error of validate.errors ?? []) {
    const path = error.instancePath.split('/').slice(1).map(unescapePointer);
    const { params } = error;
    switch (error.keyword) {
      case 'additionalProperties': {
        const name = String(params.additionalProperty);
        const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
        raws.push({
          path: [...path, name],
          key: true,
          code: 'mistake/unknown-key',
          args: { name, ...nearest(name, known), expected: known.join(', ') },
        });
        break;
      }
      case 'required':
        raws.push({ path, key: false, code: 'mistake/missing-key', args: { name: String(params.missingProperty) } });
        break;
      case 'enum': {
        const allowed = (params.allowedValues as unknown[]).map(String);
        const name = String(error.data);
        raws.push({
          path,
          key: false,
          code: 'mistake/value',
          args: { name, expected: allowed.join(', '), ...nearest(name, allowed) },
        });
        break;
      }
      case 'type':
        raws.push({ path, key: false, code: 'mistake/type', args: { expected: String(params.type) } });
        break;
      case 'format':
        raws.push({ path, key: false, code: 'mistake/date', args: { name: String(error.data) } });
        break;
      // An alternative that failed has already said why.
      case 'anyOf':
      case 'oneOf':
      case 'if':
        break;
      case 'propertyNames':
        break;
      default:
        raws.push({ path, key: false, code: 'mistake/invalid', args: { reason: error.message ?? error.keyword } });
    }
  }
  return raws.length > 0 ? raws : [{ path: [], key: false, code: 'mistake/invalid', args: { reason: 'invalid' } }];
}

function unescapePointer(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function dropRepeats(mistakes: readonly Mistake[]): Mistake[] {
  const seen = new Set<string>();
  return mistakes.filter((each) => {
    const key = `${each.line}:${each.column}:${each.code}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
