import { groupBy } from '../../artifacts/group-by.js';
import { UnionFind } from '../../artifacts/union-find.js';
import type { DeclaredPatient } from '../context.js';
import type { IdentityPart, LinkedIdentities } from './linked-identities.js';
import type { ToldIdentity } from './told-identity.js';

/** An identity and what it stands in. */
export interface IdentityPlace {
  readonly artifact: LinkedIdentities;
  readonly part: IdentityPart;
  readonly identity: ToldIdentity;
  /** The file or the container is about several persons: that this one is meant is only likely. */
  readonly isShared: boolean;
  /** What stands in one another, whatever it is called: a message with its documents. It is one person's, unless something is wrong. */
  readonly whole: unknown;
  /** The patient is declared for it. */
  readonly isDeclared: boolean;
}

/** What a dossier tells of one patient. */
export interface PatientPlaces {
  readonly declared: DeclaredPatient | undefined;
  readonly places: readonly IdentityPlace[];
}

/** A part of an artifact, and the patient declared for it. */
interface Node {
  readonly artifact: LinkedIdentities;
  readonly part: IdentityPart;
  readonly declared: DeclaredPatient | undefined;
}

/**
 * The patients of a dossier, each with all that tells of it: what is declared for a patient; else what an archive or a mail, a mail thread, or the
 * id of a document links, from one to the next; else each by itself. What is linked to two declared patients is neither's.
 */
export function patientsOf(
  artifacts: readonly LinkedIdentities[],
  declared: readonly DeclaredPatient[],
): PatientPlaces[] {
  const byPath = new Map(artifacts.map((each) => [each.path, each]));
  const known = new Map(declared.map((each) => [each.id, each]));
  const nodes = artifacts.flatMap((artifact) => {
    const own = isForwarded(artifact, byPath) ? undefined : known.get(artifact.patient ?? '');
    return artifact.parts.map((part): Node => ({ artifact, part, declared: own }));
  });
  const shared = sharedIn(artifacts);
  const groups = new Map<unknown, { readonly declared: DeclaredPatient | undefined; readonly nodes: Node[] }>();
  const put = (key: unknown, patient: DeclaredPatient | undefined, node: Node): void => {
    const group = groups.get(key);
    if (group) group.nodes.push(node);
    else groups.set(key, { declared: patient, nodes: [node] });
  };
  const all = connect(nodes, byPath);
  const reached = patientsReached(nodes, all);
  const between: Node[] = [];
  for (const node of nodes) {
    const patients = [...(reached.get(all.find(node.part)) ?? [])];
    const patient = node.declared ?? (patients.length === 1 ? patients[0] : undefined);
    if (patient === undefined && patients.length > 1) between.push(node);
    else put(patient ?? all.find(node.part), patient, node);
  }
  const apart = connect(between, byPath);
  for (const node of between) put(apart.find(node.part), undefined, node);
  const wholes = connect(nodes, byPath, false);
  return [...groups.values()].map(({ declared, nodes }) => ({
    declared,
    places: nodes.flatMap((node) => {
      const { artifact, part } = node;
      const about = {
        isShared: shared.has(artifact),
        whole: wholes.find(part),
        isDeclared: node.declared !== undefined,
      };
      return part.identities.map((identity) => ({ artifact, part, identity, ...about }));
    }),
  }));
}

type ByPath = ReadonlyMap<string, LinkedIdentities>;

/** What links parts: what contains them, the only Patient of a Bundle and, unless told otherwise, the names that they share. */
function connect(nodes: readonly Node[], byPath: ByPath, byName = true): UnionFind<unknown> {
  const sets = new UnionFind<unknown>();
  const among = new Set(nodes.map(({ part }) => part));
  const holders = new Holders();
  for (const { artifact, part } of nodes) {
    if (byName) for (const link of part.links) sets.join(part, link);
    const container = artifact.kind === 'mail' ? undefined : containerOf(artifact, byPath);
    const holder = container && holders.of(container, artifact);
    if (holder && among.has(holder)) sets.join(part, holder);
  }
  for (const [bundle, entries] of bundlesIn(nodes, byPath)) {
    if (entries.filter(({ artifact }) => artifact.isPatient).length !== 1) continue;
    for (const { part } of entries) sets.join(part, bundle);
  }
  return sets;
}

/** The nearest container of which something is known; an attached mail is another mail, whatever carries it. */
function containerOf({ containers }: LinkedIdentities, byPath: ByPath): LinkedIdentities | undefined {
  return containers
    .toReversed()
    .map((path) => byPath.get(path))
    .find((each) => each !== undefined);
}

/** The parts of containers by what they hold: a batch has thousands of messages. */
class Holders {
  readonly #byContainer = new Map<LinkedIdentities, ReadonlyMap<string, IdentityPart>>();

  /** The part of a container that a contained artifact belongs to. */
  of(container: LinkedIdentities, { path }: LinkedIdentities): IdentityPart | undefined {
    const [only] = container.parts;
    if (only && container.parts.length === 1 && only.holds === undefined) return only;
    let parts = this.#byContainer.get(container);
    if (!parts) {
      parts = new Map(container.parts.flatMap((part) => (part.holds ?? []).map((name) => [name, part])));
      this.#byContainer.set(container, parts);
    }
    const [name = ''] = path.slice(container.path.length + 1).split('!', 1);
    return parts.get(name) ?? parts.get(/^message\[\d+\]/.exec(name)?.[0] ?? '');
  }
}

/** The declared patients of each set of linked nodes. */
function patientsReached(nodes: readonly Node[], sets: UnionFind<unknown>): Map<unknown, Set<DeclaredPatient>> {
  const reached = new Map<unknown, Set<DeclaredPatient>>();
  for (const { part, declared } of nodes) {
    if (declared === undefined) continue;
    const set = sets.find(part);
    reached.set(set, (reached.get(set) ?? new Set()).add(declared));
  }
  return reached;
}

/** The entries of each Bundle. */
function bundlesIn(nodes: readonly Node[], byPath: ByPath): Map<LinkedIdentities, Node[]> {
  return groupBy(nodes, ({ artifact }) => {
    const bundle = artifact.kind === 'fhir' ? containerOf(artifact, byPath) : undefined;
    return bundle?.kind === 'fhir' ? bundle : undefined;
  });
}

/** True of what stands in a mail attached to another: what is declared of the outer one is not said of it. */
function isForwarded({ kind, containers }: LinkedIdentities, byPath: ByPath): boolean {
  const mails = containers.filter((path) => byPath.get(path)?.kind === 'mail').length + (kind === 'mail' ? 1 : 0);
  return mails > 1;
}

/** What holds, or stands in what holds, several persons for all that one knows. */
function sharedIn(artifacts: readonly LinkedIdentities[]): Set<LinkedIdentities> {
  const persons = new Map<string, number>();
  for (const { isPatient, containers } of artifacts) {
    const bundle = containers.at(-1);
    if (isPatient && bundle !== undefined) persons.set(bundle, (persons.get(bundle) ?? 0) + 1);
  }
  const several = new Set(
    artifacts
      .filter(
        ({ path, kind, parts }) =>
          kind === 'har' ||
          kind === 'log' ||
          (persons.get(path) ?? 0) > 1 ||
          parts.filter(({ identities }) => identities.length > 0).length > 1,
      )
      .map(({ path }) => path),
  );
  return new Set(
    artifacts.filter(({ path, containers }) => several.has(path) || containers.some((each) => several.has(each))),
  );
}
