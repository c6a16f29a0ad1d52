import { R4_CHOICE_TYPES, R4_CHOICES, R4_ELEMENTS } from './r4-elements.js';
import { R4_EXCEPTIONS } from './r4-exceptions.js';

/** What an element of FHIR R4 holds. */
export interface ElementType {
  readonly holds: 'boolean' | 'number' | 'string' | 'xhtml' | 'resource' | 'complex';
  /** Type of what it holds, or its own path when it is defined where it stands: the owner of the elements in it. */
  readonly type: string;
  readonly many: boolean;
}

const names = table(R4_ELEMENTS);
const exceptions = table(R4_EXCEPTIONS);
const choices = new Set(R4_CHOICES.split(/\s/));
const choiceTypes = new Map(R4_CHOICE_TYPES.split(/\s/).map((type) => [type.replace(/^./, upper), type]));
const NUMBERS = new Set(['decimal', 'integer', 'positiveInt', 'unsignedInt']);

/**
 * What the element `name` of a type holds. An element that R4 does not have is told by its name alone, as the types that have one of that
 * name say it; else it is a string that occurs once.
 * @param owner type of resource or of data, or path of an element that is defined where it stands
 */
export function elementType(owner: string, name: string): ElementType {
  const path = `${owner}.${name}`;
  const said = exceptions.get(path) ?? names.get(name) ?? choiceOf(name) ?? 'string';
  const many = said.endsWith('*');
  const type = many ? said.slice(0, -1) : said;
  return { holds: holdsOf(type), type: type === '-' ? path : type, many };
}

function holdsOf(type: string): ElementType['holds'] {
  if (type === 'boolean' || type === 'number' || type === 'string' || type === 'xhtml') return type;
  return type === 'Resource' ? 'resource' : 'complex';
}

function choiceOf(name: string): string | undefined {
  for (let at = 1; at < name.length; at++) {
    const type = choiceTypes.get(name.slice(at));
    if (type === undefined || !choices.has(name.slice(0, at))) continue;
    if (/^[A-Z]/.test(type) || type === 'boolean') return type;
    return NUMBERS.has(type) ? 'number' : 'string';
  }
  return undefined;
}

/** `what: name name…`, a line that starts with a blank going on with the one before. */
function table(lines: string): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const line of lines.replaceAll('\n  ', ' ').split('\n')) {
    const [what = '', ...named] = line.split(/:? /);
    for (const name of named) types.set(name, what);
  }
  return types;
}

function upper(letter: string): string {
  return letter.toUpperCase();
}
