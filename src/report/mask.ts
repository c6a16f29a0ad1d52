import { type Artifact, type Unreadable, withContents } from '../artifacts/artifact.js';
import type { CheckContext } from '../checks/context.js';
import { ExactSecrets } from './exact-secrets.js';
import { hideEncoded } from './hide-encoded.js';
import { hideMatricules, hideTokens } from './hide-forms.js';
import { WordHider } from './hide-words.js';
import { People } from './people/people.js';
import { peopleOf } from './people/people-of.js';
import { personOfFileName } from './people/people-of-mail.js';
import { secretsOf } from './secrets/secrets-of.js';

/** Hides patients' identities and tokens in what a report shows of the artifacts. */
export type Mask = (text: string) => string;

/** Shows everything: only when the user asked for it. */
export const NO_MASK: Mask = (text) => text;

/**
 * The identities of artifacts that are read one after the other and not kept. A patient's pseudonym is its rank in the order of paths, never
 * a hash: a matricule can be guessed from its hash. Matricules and tokens that no artifact declares are recognised by their form.
 */
export class Identities {
  readonly #people = new People();
  readonly #secrets = new ExactSecrets();

  /** Takes note of the identities of an artifact and of what it contains. */
  add(artifact: Artifact): void {
    // A slice of a document's text would keep the whole document in memory.
    for (const each of withContents(artifact)) {
      for (const person of peopleOf(each)) this.#people.add(structuredClone(person));
      for (const secret of secretsOf(each)) this.#secrets.add(structuredClone(secret));
    }
  }

  /** Takes note of whom a file that could not be read names all the same. */
  addUnreadable({ path, people = [] }: Unreadable): void {
    const named = personOfFileName(path.slice(path.lastIndexOf('!') + 1));
    for (const person of [...people, ...(named ? [named] : [])]) this.#people.add(person);
  }

  mask(context: CheckContext): Mask {
    for (const { matricule } of context.patients) if (matricule) this.#people.add({ ins: [matricule] });
    const words = new WordHider(this.#people.secrets());
    const plain = apart((text) => hideMatricules(words.hide(hideTokens(this.#secrets.hide(text)))));
    return apart((text) => hideEncoded(plain(text), plain));
  }
}

const HIDDEN = /(\[(?:P\d+-)?(?:INS|id|nom|prenom|naissance|jeton)\])/;

/** What is already hidden stays as it is: a patient may be called NOM. */
function apart(hide: Mask): Mask {
  return (text) =>
    text
      .split(HIDDEN)
      .map((piece, index) => (index % 2 === 1 ? piece : hide(piece)))
      .join('');
}
