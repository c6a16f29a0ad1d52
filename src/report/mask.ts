import { type Artifact, isKind, withContents } from '../artifacts/artifact.js';
import { headersNamed } from '../artifacts/mail.js';
import type { XmlElement } from '../artifacts/xml/tree.js';
import type { CheckContext } from '../checks/context.js';
import { addressesOf, isPatientAddress, PATIENT_TEST_ADDRESS } from '../identity/addresses.js';
import { matriculeFault } from '../identity/matricule.js';
import { capitals, withoutDiacritics } from '../identity/names.js';
import { isInsOid } from '../identity/oids.js';

/** Hides patients' identities and tokens in what a report shows of the artifacts. */
export type Mask = (text: string) => string;

type Trait = 'INS' | 'id' | 'nom' | 'prenom' | 'naissance';

interface Secret {
  readonly words: readonly string[];
  readonly label: string;
}

/** Shows everything: only when the user asked for it. */
export const NO_MASK: Mask = (text) => text;

/**
 * Builds the mask of a dossier from the identities found in it. A patient's pseudonym is its rank in the order of paths, never a hash: a
 * matricule can be guessed from its hash. Matricules and tokens that no artifact declares are recognised by their form.
 */
export function maskFor(artifacts: readonly Artifact[], context: CheckContext): Mask {
  const identities = new Identities();
  for (const artifact of artifacts) identities.add(artifact);
  return identities.mask(context);
}

/** The identities of artifacts that are read one after the other and not kept. */
export class Identities {
  readonly #people = new People();

  /** Takes note of the identities of an artifact and of what it contains. */
  add(artifact: Artifact): void {
    for (const each of withContents(artifact)) collect(each, this.#people);
  }

  mask(context: CheckContext): Mask {
    for (const patient of context.patients) if (patient.matricule) this.#people.add([['INS', patient.matricule]]);
    const secrets = this.#people.secrets();
    return (text) => hideWords(hideForms(text), secrets);
  }
}

/** Shorter values are words of any text: hiding a local identifier `1` would hide every 1. */
const SHORTEST: Readonly<Record<Trait, number>> = { INS: 10, id: 5, nom: 2, prenom: 2, naissance: 8 };

class People {
  readonly #ranks = new Map<string, number>();
  readonly #values = new Map<string, Trait>();
  #count = 0;

  /** Adds what is known of one person; a value already seen joins it to the person who had it. */
  add(traits: readonly (readonly [Trait, string])[]): void {
    const given = traits.filter(([, value]) => value.trim() !== '');
    const known = given.map(([, value]) => this.#ranks.get(keyOf(value))).find((rank) => rank !== undefined);
    const rank = known ?? ++this.#count;
    for (const [trait, value] of given) {
      const key = keyOf(value);
      if (key.length < SHORTEST[trait] || this.#ranks.has(key)) continue;
      this.#ranks.set(key, rank);
      this.#values.set(key, trait);
    }
  }

  /** Secrets by their first word, longest first. */
  secrets(): ReadonlyMap<string, readonly Secret[]> {
    const byFirst = new Map<string, Secret[]>();
    for (const [key, trait] of this.#values) {
      const words = key.split(' ');
      const secret = { words, label: `[P${this.#ranks.get(key)}-${trait}]` };
      const list = byFirst.get(words[0] ?? '');
      if (list) list.push(secret);
      else byFirst.set(words[0] ?? '', [secret]);
    }
    for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
    return byFirst;
  }
}

function keyOf(value: string): string {
  return wordsOf(capitals(value))
    .map(({ word }) => word)
    .join(' ');
}

function collect(artifact: Artifact, people: People): void {
  if (isKind(artifact, 'cda')) {
    for (const patient of artifact.content.patients) {
      const ids = patient.ids.map(({ root, extension }) => [isInsOid(root) ? 'INS' : 'id', extension ?? ''] as const);
      const names = patient.node.first('patient', 'name');
      people.add([
        ...ids,
        ...textsOf(names?.childrenNamed('family')).map((text) => ['nom', text] as const),
        ...textsOf(names?.childrenNamed('given'))
          .flatMap((text) => [text, ...text.split(' ')])
          .map((text) => ['prenom', text] as const),
        ...writingsOfDate(patient.birthTime?.attribute('value')).map((date) => ['naissance', date] as const),
      ]);
    }
  }
  if (isKind(artifact, 'xdm')) {
    for (const { metadata } of artifact.content.subsets) {
      for (const entry of metadata.documentEntries) {
        const ids = [
          entry.identifier('DocumentEntry.patientId')?.value,
          ...entry.slot('sourcePatientId').map((each) => each.value),
        ];
        people.add(ids.flatMap((id) => (id ? [['id', id.split('^')[0] ?? ''] as const] : [])));
      }
    }
  }
  if (isKind(artifact, 'mail')) {
    for (const header of ['from', 'to', 'cc', 'reply-to'].flatMap((name) => headersNamed(artifact.content, name))) {
      for (const address of addressesOf(header.value)) {
        if (isPatientAddress(address) && address !== PATIENT_TEST_ADDRESS)
          people.add([['INS', address.split('@')[0] ?? '']]);
      }
    }
  }
}

function textsOf(elements: readonly XmlElement[] | undefined): string[] {
  return (elements ?? []).map((element) => element.normalizedText);
}

/** The ways a birth date is written: `19850714`, `14/07/1985`, `1985-07-14`. */
function writingsOfDate(value: string | undefined): string[] {
  const parts = /^(\d{4})(\d{2})(\d{2})/.exec(value ?? '');
  if (!parts) return [];
  const [whole, year, month, day] = parts;
  return [whole, `${day} ${month} ${year}`, `${year} ${month} ${day}`, `${day}${month}${year}`];
}

function hideForms(text: string): string {
  return text
    .replace(/eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+){1,2}/g, '[jeton]')
    .replace(/(?<![0-9A-Za-z])[1-478]\d{5}[0-9AB]\d{8}(?![0-9A-Za-z])/g, (found) =>
      matriculeFault(found) ? found : '[INS]',
    );
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    word: withoutDiacritics(match[0]).toUpperCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function hideWords(text: string, secrets: ReadonlyMap<string, readonly Secret[]>): string {
  if (secrets.size === 0) return text;
  const words = wordsOf(text);
  let hidden = '';
  let done = 0;
  for (let at = 0; at < words.length; ) {
    const secret = secrets
      .get(words[at]?.word ?? '')
      ?.find((each) => each.words.every((word, offset) => words[at + offset]?.word === word));
    if (!secret) {
      at++;
      continue;
    }
    const last = words[at + secret.words.length - 1];
    hidden += text.slice(done, words[at]?.start) + secret.label;
    done = last?.end ?? done;
    at += secret.words.length;
  }
  return hidden + text.slice(done);
}
