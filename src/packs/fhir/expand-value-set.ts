/** What is read of a value set (FHIR R4 §4.9). */
export interface ValueSet {
  readonly url: string;
  readonly version?: string;
  readonly compose?: { readonly include?: readonly Included[]; readonly exclude?: readonly Included[] };
  readonly expansion?: { readonly total?: number; readonly contains?: readonly Contained[] };
}

interface Included {
  readonly system?: string;
  readonly concept?: readonly { readonly code: string }[];
  readonly filter?: readonly unknown[];
  readonly valueSet?: readonly string[];
}

interface Contained {
  readonly system?: string;
  readonly code?: string;
  readonly abstract?: boolean;
  readonly contains?: readonly Contained[];
}

/** What is read of a code system (FHIR R4 §4.8). */
export interface CodeSystem {
  readonly url: string;
  readonly version?: string;
  readonly content?: string;
  readonly concept?: readonly Concept[];
}

interface Concept {
  readonly code: string;
  readonly concept?: readonly Concept[];
}

/** Where value sets and code systems are looked for, by canonical address, with its version or without. */
export interface Terminology {
  readonly valueSets: ReadonlyMap<string, ValueSet>;
  readonly codeSystems: ReadonlyMap<string, CodeSystem>;
  /** Codes of sets that are not among these. */
  readonly expanded?: (url: string) => Codes | undefined;
}

/** Codes of a value set by code system. */
export type Codes = Readonly<Record<string, readonly string[]>>;

/**
 * The codes of a value set, or undefined when they can't all be told: a code system that is not complete, a filter, a value set that is not
 * there. A code is then not judged.
 * @param url canonical address; a version that is not there is ignored.
 */
export function expandValueSet(url: string, terminology: Terminology, open: readonly string[] = []): Codes | undefined {
  const bare = url.replace(/\|.*$/, '');
  const { valueSets, expanded } = terminology;
  const set = valueSets.get(url) ?? valueSets.get(bare);
  if (!set) return expanded?.(url);
  if (open.includes(bare)) return undefined;
  return composed(set, terminology, [...open, bare]) ?? published(set);
}

function composed({ compose }: ValueSet, terminology: Terminology, open: readonly string[]): Codes | undefined {
  if (!compose?.include || compose.exclude?.length) return undefined;
  const all: (readonly [string, readonly string[]])[] = [];
  for (const included of compose.include) {
    const found = codesOf(included, terminology, open);
    if (!found) return undefined;
    all.push(...Object.entries(found));
  }
  return bySystem(all);
}

/** The expansion that the value set itself carries, when it is whole. */
function published({ expansion }: ValueSet): Codes | undefined {
  if (!expansion?.contains) return undefined;
  const all = flat(expansion.contains);
  if (expansion.total !== undefined && expansion.total > all.length) return undefined;
  return bySystem(all.flatMap(({ system, code }) => (system && code && [[system, [code]] as const]) || []));
}

function bySystem(given: readonly (readonly [string, readonly string[]])[]): Codes {
  const codes = new Map<string, Set<string>>();
  for (const [system, some] of given) {
    const known = codes.get(system) ?? new Set<string>();
    codes.set(system, known);
    for (const each of some) known.add(each);
  }
  return Object.fromEntries([...codes].map(([system, some]) => [system, [...some]]));
}

function codesOf(
  { system, concept, filter, valueSet }: Included,
  terminology: Terminology,
  open: readonly string[],
): Codes | undefined {
  if (filter?.length) return undefined;
  if (valueSet) {
    // Codes of every set that is named: two sets, or a set and a system, mean what they share.
    const [only, ...others] = valueSet;
    return only && others.length === 0 && !system ? expandValueSet(only, terminology, open) : undefined;
  }
  if (!system) return undefined;
  if (concept) return { [system]: concept.map(({ code }) => code) };
  const whole = terminology.codeSystems.get(system);
  if (whole?.content !== 'complete' || !whole.concept) return undefined;
  return { [system]: concepts(whole.concept) };
}

function concepts(given: readonly Concept[]): string[] {
  return given.flatMap(({ code, concept = [] }) => [code, ...concepts(concept)]);
}

function flat(given: readonly Contained[]): Contained[] {
  return given.flatMap((each) => [...(each.abstract ? [] : [each]), ...flat(each.contains ?? [])]);
}
