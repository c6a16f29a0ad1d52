/** What is read of a value set (FHIR R4 §4.9). */
export interface ValueSet {
  readonly url: string;
  readonly compose?: { readonly include?: readonly Included[]; readonly exclude?: readonly Included[] };
  readonly expansion?: { readonly contains?: readonly Contained[] };
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
  readonly content?: string;
  readonly concept?: readonly Concept[];
}

interface Concept {
  readonly code: string;
  readonly concept?: readonly Concept[];
}

/** Where value sets and code systems are looked for, by canonical address. */
export interface Terminology {
  readonly valueSets: ReadonlyMap<string, ValueSet>;
  readonly codeSystems: ReadonlyMap<string, CodeSystem>;
}

/** Codes of a value set by code system. */
export type Codes = Readonly<Record<string, readonly string[]>>;

/**
 * The codes of a value set, or undefined when they can't all be told: a code system that is not complete, a filter, a value set that is not
 * there. A code is then not judged.
 * @param url canonical address, its version ignored.
 */
export function expandValueSet(url: string, terminology: Terminology, open: readonly string[] = []): Codes | undefined {
  const bare = url.replace(/\|.*$/, '');
  const set = terminology.valueSets.get(bare);
  if (!set || open.includes(bare)) return undefined;
  const codes = new Map<string, Set<string>>();
  const add = (system: string, given: readonly string[]): void => {
    const known = codes.get(system) ?? new Set<string>();
    codes.set(system, known);
    for (const each of given) known.add(each);
  };
  if (set.compose?.include) {
    if (set.compose.exclude?.length) return undefined;
    for (const included of set.compose.include) {
      const found = codesOf(included, terminology, [...open, bare]);
      if (!found) return undefined;
      for (const [system, given] of Object.entries(found)) add(system, given);
    }
  } else if (set.expansion?.contains) {
    for (const { system, code } of flat(set.expansion.contains)) if (system && code) add(system, [code]);
  } else return undefined;
  return Object.fromEntries([...codes].map(([system, given]) => [system, [...given]]));
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
