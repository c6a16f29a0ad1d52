import type { ValidateFunction } from 'ajv';
import { isAlias, isMap, LineCounter, type Node } from 'yaml';
import { boundedDocument } from './bounded-document.js';
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
  | 'mistake/yaml-tokens'
  | 'mistake/yaml-aliases'
  | 'mistake/yaml-unfolded'
  | 'mistake/more'
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

/** Mistakes of one file that are told: nobody mends more at once, and finding the place of each takes time. */
const MOST = 100;

/**
 * Parses a YAML text and validates it against a compiled JSON Schema: every mistake, up to a hundred, is reported with its place. What is
 * nested, long or unfolded beyond any need is one mistake.
 * @param options with `texts`, every value is a text, `1234` too.
 */
export function parseYaml<T>(
  file: string,
  text: string,
  validate: ValidateFunction<T>,
  { texts = false }: { readonly texts?: boolean } = {},
): YamlFile<T> | Failure {
  const lines = new LineCounter();
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const read = boundedDocument(text, lines, texts);
  if ('code' in read) {
    const { code, maximum, offset } = read;
    return { mistakes: [{ file, ...at(offset), code, args: { maximum } }] };
  }
  const { document, errors } = read;
  if (errors.length > 0)
    return someOf(errors, ({ offset, reason }) => ({ file, ...at(offset), code: 'mistake/yaml', args: { reason } }));
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
    value = document.toJS({ maxAliasCount: -1 });
  } catch (error) {
    // An alias that nothing defines is only found here.
    const reason = error instanceof Error ? error.message : String(error);
    return { mistakes: [{ file, line: 1, column: 1, code: 'mistake/yaml', args: { reason } }] };
  }
  if (!validate(value)) {
    return someOf(mistakesOf(validate), ({ path, key, code, args }) => ({ file, ...place(path, key), code, args }));
  }
  return { file, value, mistake: (path, code, args = {}, key = false) => ({ file, ...place(path, key), code, args }) };
}

/** The first mistakes, and that there are more. */
function someOf<R>(raws: readonly R[], asMistake: (raw: R) => Mistake): Failure {
  const mistakes = dropRepeats(raws.slice(0, MOST).map(asMistake));
  const last = mistakes.at(-1);
  if (!last || raws.length <= MOST) return { mistakes };
  return { mistakes: [...mistakes, { ...last, code: 'mistake/more', args: {} }] };
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
    if (raws.length > MOST) break;
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
