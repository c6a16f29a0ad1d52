import type { Person } from '../../artifacts/people/person.js';
import { type Appearance, Groups, isBefore } from './groups.js';
import { type HiddenValue, sourcesOf, TRAITS, type Trait } from './hidden-values.js';
import { onlyOneInEach } from './only-one-in-each.js';
import { insProof, namedProofs } from './proofs.js';
import { shortened } from './shortened.js';
import { keyOf } from './words-of.js';

/** A shorter local identifier is one of many systems: it tells who is who within a file only. */
const SHORTEST_ID = 5;
/** Starts what comes after every path. */
const DECLARED = '\uffff';

/** Where a person is told of: `patient` is the one that the manifest declares for the artifact. */
interface Told extends Appearance {
  readonly patient?: string | undefined;
}

/** A matricule and a name with its birth date that are told of one person, and the groups of each. */
interface Link {
  readonly ins: string;
  readonly name: string;
  readonly one: number;
  readonly other: number;
  readonly paths: Set<string>;
}

/** A value to hide, and those that it may be of. */
interface Value {
  trait: Trait;
  beside: boolean;
  readonly groups: Set<number>[];
}

/** What is shown instead of each value: by its words in capitals without diacritics, parted by a blank. */
export interface Labels {
  readonly always: ReadonlyMap<string, string>;
  /** For values that are hidden alone in a text, or beside others. */
  readonly beside: ReadonlyMap<string, string>;
}

/**
 * The people of a dossier. Who is who is concluded once all are known, whatever the order in which files were read: the same matricule or the
 * same name and birth date make the same person; then, unless matricules say otherwise, the same local identifier, the declaration of the
 * manifest, and a name that only one person has. A rank is that of the first appearance in the order of paths.
 */
export class People {
  readonly #groups = new Groups();
  /** Groups by what proves who they are. */
  readonly #proofs = new Map<string, number>();
  readonly #localIds = new Map<string, Set<number>>();
  /** Those known by a name alone. */
  readonly #named = new Map<string, { readonly group: number; readonly names: string[]; readonly givens: string[] }>();
  readonly #declared = new Map<string, { readonly group: number; readonly told: Set<number> }>();
  /** Matricules and names that artifacts tell of one person, and the artifacts that do. */
  readonly #links = new Map<string, Link>();
  readonly #withIns = new Set<number>();
  /** Those of whom a trait is told, and nothing that says who has it. */
  readonly #unknown = new Set<number>();
  readonly #sources = new Map<string, { readonly values: readonly HiddenValue[]; readonly groups: Set<number> }>();

  /** Adds a person that an artifact tells of. */
  add(person: Person, told: Told): void {
    const group = this.#addApart(person, told);
    if (group === undefined || told.patient === undefined || person.close) return;
    this.#declaredAs(told.patient).told.add(group);
  }

  /** Adds what the manifest declares of a patient. */
  declare(patient: string, person: Person): void {
    const group = this.#addApart(person, { path: `${DECLARED}${patient}`, rank: 1 });
    if (group !== undefined) this.#groups.merge(this.#declaredAs(patient).group, group);
  }

  /** Who is who, and what is shown of them. */
  labels(): Labels {
    const values = this.#values();
    this.#conclude(values);
    const ranks = this.#groups.ranks();
    const [always, beside] = [new Map<string, string>(), new Map<string, string>()];
    for (const [key, { trait, groups, beside: isBeside }] of values) {
      const root = this.#onlyRootOf(groups);
      // A value that two people share tells neither from the other.
      (isBeside ? beside : always).set(key, root === undefined ? `[${trait}]` : `[P${ranks.get(root)}-${trait}]`);
    }
    return { always, beside };
  }

  #onlyRootOf(groups: Value['groups']): number | undefined {
    const [known, unknown] = [new Set<number>(), new Set<number>()];
    for (const some of groups)
      for (const each of some) {
        const root = this.#groups.rootOf(each);
        (this.#unknown.has(root) ? unknown : known).add(root);
      }
    const [only, other] = known.size > 0 ? known : unknown;
    return other === undefined ? only : undefined;
  }

  /**
   * A matricule and a name with its birth date each prove who somebody is: which go together is concluded once all are known, since a document of one
   * patient may carry the matricule of another.
   */
  #addApart(whole: Person, at: Appearance): number | undefined {
    const { ins = [], ...rest } = shortened(whole);
    const name = namedProofs(rest)[0];
    if (name === undefined || ins.every((each) => each === '')) return this.#add({ ...rest, ins }, at);
    const group = this.#add(rest, at);
    for (const [index, each] of ins.entries()) {
      if (each === '' || group === undefined) continue;
      // After the person, so that their order is told if they are apart.
      const own = this.#add({ ins: [each] }, { path: at.path, rank: at.rank + (index + 1) / (ins.length + 1) });
      if (own === undefined) continue;
      const key = `${insProof(each)}\n${name}`;
      const link = this.#links.get(key) ?? {
        ins: insProof(each),
        name,
        one: own,
        other: group,
        paths: new Set<string>(),
      };
      link.paths.add(at.path);
      this.#links.set(key, link);
    }
    return group;
  }

  #add(person: Person, at: Appearance): number | undefined {
    const sources = sourcesOf(person);
    const { ins = [], ids = [], names = [], givens = [] } = person;
    const local = ids.filter((each) => each !== '').map((id) => (id.length < SHORTEST_ID ? `${fileOf(at)} ${id}` : id));
    const proofs = [...ins.flatMap((each) => (each === '' ? [] : insProof(each))), ...namedProofs(person)];
    if (sources.length + proofs.length + local.length === 0) return undefined;
    // For want of better.
    if (proofs.length === 0) proofs.push(...local.map((id) => `id ${id}`));
    const alone =
      proofs.length === 0 && names.some((each) => each !== '') ? JSON.stringify([names, givens]) : undefined;
    const known = [
      ...proofs.flatMap((each) => this.#proofs.get(each) ?? []),
      ...(alone === undefined ? [] : [this.#named.get(alone)?.group ?? []].flat()),
    ];
    const group = this.#groups.rootOf(known[0] ?? this.#groups.add(at));
    for (const each of known) this.#groups.merge(group, each);
    this.#groups.seen(group, at);
    if (proofs.length === 0 && alone === undefined) this.#unknown.add(group);
    for (const each of proofs) this.#proofs.set(each, group);
    if (ins.length > 0) this.#withIns.add(group);
    for (const each of local) setOf(this.#localIds, each).add(group);
    if (alone !== undefined) this.#named.set(alone, { group, names: names.map(keyOf), givens: givens.map(keyOf) });
    for (const source of sources) {
      const same = this.#sources.get(source.id);
      if (same) same.groups.add(group);
      else this.#sources.set(source.id, { values: source.values(), groups: new Set([group]) });
    }
    return group;
  }

  #declaredAs(patient: string): { readonly group: number; readonly told: Set<number> } {
    const known = this.#declared.get(patient);
    if (known) return known;
    const group = this.#groups.add({ path: `${DECLARED}${patient}`, rank: 0 });
    const made = { group, told: new Set<number>() };
    this.#declared.set(patient, made);
    return made;
  }

  #values(): Map<string, Value> {
    const values = new Map<string, Value>();
    for (const { values: all, groups } of this.#sources.values())
      for (const { key, trait, beside } of all) {
        const known = values.get(key);
        if (!known) {
          values.set(key, { trait, beside, groups: [groups] });
          continue;
        }
        if (known.groups.at(-1) !== groups) known.groups.push(groups);
        // Whatever the order: what must always be hidden wins, then the kind that tells most.
        if (known.beside === beside ? TRAITS.indexOf(trait) < TRAITS.indexOf(known.trait) : known.beside)
          known.trait = trait;
        known.beside &&= beside;
      }
    return values;
  }

  /** Merges on what proves less than a matricule or a name with a birth date, always in the same order. */
  #conclude(values: ReadonlyMap<string, Value>): void {
    this.#concludeLinks();
    const withIns = new Set([...this.#withIns].map((each) => this.#groups.rootOf(each)));
    const merge = (a: number, b: number): void => {
      const hasIns = withIns.has(this.#groups.rootOf(a)) || withIns.has(this.#groups.rootOf(b));
      const root = this.#groups.merge(a, b);
      if (hasIns) withIns.add(root);
    };
    for (const id of [...this.#localIds.keys()].sort()) {
      const roots = this.#rootsOf(this.#localIds.get(id) ?? []);
      // Two matricules: the identifier is of two systems, and nothing tells whose the others are.
      if (roots.filter((each) => withIns.has(each)).length > 1) continue;
      for (const each of roots) merge(roots[0] ?? each, each);
    }
    this.#concludeDeclared(withIns, merge);
    for (const { group, namesake } of this.#namesakes(values)) merge(namesake, group);
  }

  /**
   * A matricule and a name go together, unless each goes as often with another: then the artifact gives one patient the matricule of another, which
   * a report must not hide by calling both the same.
   */
  #concludeLinks(): void {
    const [byIns, byName] = [new Map<string, Set<Link>>(), new Map<string, Set<Link>>()];
    for (const link of this.#links.values()) {
      setOf(byIns, link.ins).add(link);
      setOf(byName, link.name).add(link);
    }
    const goesElsewhere = (link: Link, all: Iterable<Link> = []): boolean =>
      [...all].some((each) => each !== link && each.paths.size >= link.paths.size);
    for (const [, link] of [...this.#links].sort(([a], [b]) => (a < b ? -1 : 1)))
      if (!goesElsewhere(link, byIns.get(link.ins)) || !goesElsewhere(link, byName.get(link.name)))
        this.#groups.merge(link.one, link.other);
  }

  #concludeDeclared(withIns: ReadonlySet<number>, merge: (a: number, b: number) => void): void {
    const traits = this.#declared.size === 0 ? new Map<number, Set<string>>() : this.#traitsByRoot();
    // They stay roots, whoever is merged into them.
    const roots = new Set([...this.#declared.values()].map(({ group }) => this.#groups.rootOf(group)));
    for (const [, { group, told }] of [...this.#declared].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const each of this.#rootsOf(told)) {
        const own = this.#groups.rootOf(group);
        const root = this.#groups.rootOf(each);
        if (root === own || (withIns.has(own) && withIns.has(root))) continue;
        if (roots.has(root)) continue;
        const [mine, theirs] = [traits.get(own), traits.get(root)];
        // Another name and another birth date: the document of another patient, which is a fault to show.
        if (mine && theirs && ![...theirs].some((trait) => mine.has(trait))) continue;
        merge(group, each);
      }
    }
  }

  /** Roots, in the order of their first appearance. */
  #rootsOf(groups: Iterable<number>): number[] {
    const roots = [...new Set([...groups].map((each) => this.#groups.rootOf(each)))];
    return roots.sort((a, b) => (isBefore(this.#groups.firstOf(a), this.#groups.firstOf(b)) ? -1 : 1));
  }

  /** Names and birth dates that go together, of each group. */
  #traitsByRoot(): Map<number, Set<string>> {
    const traits = new Map<number, Set<string>>();
    for (const [proof, group] of this.#proofs) {
      if (!proof.startsWith('nom ')) continue;
      const set = setOf(traits, this.#groups.rootOf(group));
      set.add(proof.slice(4, -9)).add(proof.slice(-8));
    }
    return traits;
  }

  /** Those known by a name alone, each with the only person that has this name, and that first name if one is told. */
  #namesakes(values: ReadonlyMap<string, Value>): { group: number; namesake: number }[] {
    if (this.#named.size === 0) return [];
    const proved = new Set([...this.#proofs.values()].map((each) => this.#groups.rootOf(each)));
    const known = new Map<string, ReadonlySet<number>>();
    const holders = (key: string): ReadonlySet<number> => {
      const roots = known.get(key) ?? this.#rootsAmong(values.get(key)?.groups ?? [], proved);
      known.set(key, roots);
      return roots;
    };
    return [...this.#named.values()].flatMap(({ group, names, givens }) => {
      if (proved.has(this.#groups.rootOf(group))) return [];
      const lists = givens.every((given) => given === '') ? [names] : [names, givens];
      const namesake = onlyOneInEach(lists.map((keys) => keys.map(holders)));
      return namesake === undefined ? [] : [{ group, namesake }];
    });
  }

  #rootsAmong(groups: Value['groups'], among: ReadonlySet<number>): ReadonlySet<number> {
    const roots = groups.flatMap((some) => [...some].map((each) => this.#groups.rootOf(each)));
    return new Set(roots.filter((each) => among.has(each)));
  }
}

function setOf<K, V>(sets: Map<K, Set<V>>, key: K): Set<V> {
  const known = sets.get(key);
  if (known) return known;
  const made = new Set<V>();
  sets.set(key, made);
  return made;
}

/** The file of the dossier that holds an artifact. */
function fileOf({ path }: Appearance): string {
  return path.split('!', 1)[0] ?? path;
}
