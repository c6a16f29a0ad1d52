import { type Artifact, type Unreadable, withContents } from '../artifacts/artifact.js';
import type { Person } from '../artifacts/people/person.js';
import { type CheckContext, type DeclaredPatient, declaredTraits } from '../checks/context.js';
import { ExactSecrets } from './exact-secrets.js';
import { hideEncoded } from './hide-encoded.js';
import { hideMatricules, hideTokens } from './hide-forms.js';
import { WordHider } from './hide-words.js';
import { LABEL } from './people/hidden-values.js';
import { People } from './people/people.js';
import { peopleOf } from './people/people-of.js';
import { personOfFileName } from './people/people-of-mail.js';
import { secretsOf } from './secrets/secrets-of.js';

/** Hides patients' identities and tokens in what a report shows of the artifacts. */
export type Mask = (text: string) => string;

/** Shows everything: only when the user asked for it. */
export const NO_MASK: Mask = (text) => text;

/** Whom an artifact names and what it holds that opens something: plain values. */
export interface ToldIdentities {
  readonly path: string;
  /** Declared for the artifact. */
  readonly patient: string | undefined;
  readonly people: readonly Person[];
  readonly secrets: readonly string[];
}

/** The identities that an artifact, and all that it contains, tell. */
export function identitiesOf(artifact: Artifact): ToldIdentities[] {
  // A slice of a document's text would keep the whole document in memory.
  return [...withContents(artifact)].map((each) => ({
    path: each.path,
    patient: each.declared.patient,
    people: structuredClone(peopleOf(each)),
    secrets: structuredClone(secretsOf(each)),
  }));
}

/**
 * The identities of artifacts that are read one after the other and not kept. A patient's pseudonym is its rank in the order of paths, never
 * a hash: a matricule can be guessed from its hash. Matricules and tokens that no artifact declares are recognised by their form.
 */
export class Identities {
  readonly #people = new People();
  readonly #secrets = new ExactSecrets();

  /** Takes note of the identities of an artifact and of what it contains. */
  add(artifact: Artifact): void {
    for (const each of identitiesOf(artifact)) this.take(each);
  }

  /** Takes note of what an artifact tells, as `identitiesOf` gives it. */
  take({ path, patient, people, secrets }: ToldIdentities): void {
    for (const [rank, person] of people.entries()) this.#people.add(person, { path, rank, patient });
    for (const secret of secrets) this.#secrets.add(secret);
  }

  /** Takes note of whom a file that could not be read names all the same. */
  addUnreadable({ path, people = [], declared: { patient } }: Unreadable): void {
    const named = personOfFileName(path.slice(path.lastIndexOf('!') + 1));
    for (const [rank, person] of [...people, ...(named ? [named] : [])].entries())
      this.#people.add(person, { path, rank, patient });
  }

  mask({ patients }: Pick<CheckContext, 'patients'>): Mask {
    for (const patient of patients) this.#people.declare(patient.id, personDeclared(patient));
    const { always, beside } = this.#people.labels();
    const words = new WordHider(always);
    const near = new WordHider(beside);
    const plain = apart((text) => hideMatricules(words.hide(hideTokens(this.#secrets.hide(text)))));
    const hideBeside = apart((text) => near.hide(text));
    const whole = (text: string): string => {
      const hidden = plain(text);
      return near.isKnown(hidden) || TELLING.test(hidden) ? hideBeside(hidden) : hidden;
    };
    const encoded = apart((piece) => hideEncoded(piece, whole));
    return remembered((text) => encoded(whole(text)));
  }
}

/** How many masked texts are remembered. */
const REMEMBERED = 50_000;

/** The same path stands in the result of each check, and in each place where a report tells it. */
function remembered(hide: Mask): Mask {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size === REMEMBERED) known.clear();
    const hidden = hide(text);
    known.set(text, hidden);
    return hidden;
  };
}

/** What the manifest declares of a patient. */
export function personDeclared(patient: DeclaredPatient): Person {
  const { matricule, birthName, usedName, firstGiven, givenList, usedGiven, birthDate, birthPlace } =
    declaredTraits(patient);
  const filled = (...values: readonly (string | undefined)[]): string[] => values.flatMap((each) => each || []);
  return {
    ins: filled(matricule),
    names: filled(birthName, usedName),
    givens: filled(firstGiven, givenList, usedGiven),
    birthDates: filled(birthDate),
    birthPlaces: filled(birthPlace),
  };
}

const HIDDEN = new RegExp(`(${LABEL}|\\[jeton\\])`);
/** What is hidden tells of somebody: a token does not. */
const TELLING = new RegExp(LABEL);

/** What is already hidden stays as it is: a patient may be called NOM. */
function apart(hide: Mask): Mask {
  return (text) =>
    text
      .split(HIDDEN)
      .map((piece, index) => (index % 2 === 1 ? piece : hide(piece)))
      .join('');
}
