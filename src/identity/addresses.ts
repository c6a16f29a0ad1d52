import { matriculeFault } from './matricule.js';

/** Domain of the espace de confiance: the référentiel writes a mailbox `xxx@xxx.mssante.fr` (ECO.2.2.7). */
const MSSANTE_DOMAIN = 'mssante.fr';

/** Domain of the citizens' mailboxes of Mon espace santé. */
const PATIENT_DOMAIN = `patient.${MSSANTE_DOMAIN}`;

/** Official mailbox that simulates a patient's answers: its local part is not a matricule (ANS FAQ). */
export const PATIENT_TEST_ADDRESS = 'reponse.automatique-test@patient.mssante.fr';

/** True for the address of a citizen. */
export function isPatientAddress(address: string): boolean {
  return address.toLowerCase().endsWith(`@${PATIENT_DOMAIN}`);
}

/** True for an address, or its URL, that carries a matricule: a citizen's, except the official mailbox of test. */
export function tellsMatricule(address: string): boolean {
  const bare = address.trim().replace(/^mailto:/i, '');
  return isPatientAddress(bare) && bare.toLowerCase() !== PATIENT_TEST_ADDRESS;
}

/** True for a mailbox of a professional, a structure or a software: of the espace de confiance, and no citizen's. */
export function isProfessionalAddress(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return (domain === MSSANTE_DOMAIN || domain.endsWith(`.${MSSANTE_DOMAIN}`)) && domain !== PATIENT_DOMAIN;
}

/** True for an address whose local part is a matricule with its right key, whatever its domain: no mailbox but a citizen's has such a name. */
export function namesMatricule(address: string): boolean {
  return matriculeFault(address.slice(0, address.lastIndexOf('@')).toUpperCase()) === undefined;
}

/** Two writings of one address: no server of the espace de confiance tells capitals from small letters. */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** An address with the name written before it. */
export interface Mailbox {
  /** As transmitted, without its quotes and comments; encoded words are left as they are. Empty for an address alone. */
  readonly name: string;
  readonly address: string;
}

/** Mailboxes of an address list (RFC 5322 §3.4), in order; groups are flattened. */
export function mailboxesOf(field: string): Mailbox[] {
  const found: Mailbox[] = [];
  let name = '';
  let bare = '';
  let angle: string | undefined;
  let inside = false;
  let commentsClose = true;
  const restart = (): void => {
    [name, bare, angle, inside] = ['', '', undefined, false];
  };
  const end = (): void => {
    const address = (angle ?? bare).trim();
    if (address.includes('@')) found.push({ name: angle === undefined ? '' : oneSpace(name), address });
    restart();
  };
  const write = (text: string): void => {
    if (inside) angle += text;
    else if (angle === undefined) [name, bare] = [name + text, bare + text];
  };
  for (let at = 0; at < field.length; ) {
    const character = field.charAt(at);
    const after = character === '(' && commentsClose ? commentEnd(field, at) : at + 1;
    if (after === undefined) {
      // No later one can be told from a text either, and looking for each end would take quadratic time.
      commentsClose = false;
      continue;
    }
    if (character === '"') {
      const { text, next } = quotedString(field, at);
      if (inside) angle += field.slice(at, next);
      else if (angle === undefined) name += text;
      at = next;
      continue;
    }
    if (character === '=' && field.charAt(after) === '?') {
      ENCODED_WORD.lastIndex = at;
      const word = ENCODED_WORD.exec(field)?.[0] ?? character;
      write(word);
      at += word.length;
      continue;
    }
    if (character === ',' || character === ';') end();
    else if (character === ':' && !inside && angle === undefined) restart();
    else if (character === '<') [angle, inside] = angle === undefined || inside ? ['', true] : [angle, false];
    else if (character === '>') inside = false;
    else if (after === at + 1) write(character);
    at = after;
  }
  end();
  return found;
}

/** Addresses of an address list (RFC 5322 §3.4), without display names; groups are flattened. */
export function addressesOf(field: string): string[] {
  return mailboxesOf(field).map(({ address }) => address);
}

/** A word of RFC 2047, whose commas and signs part nothing, though §5 does not let it hold any. */
const ENCODED_WORD = /=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=/y;

/** Where the text goes on after a comment, which may hold others (RFC 5322 §3.2.2); undefined when nothing closes it. */
function commentEnd(field: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < field.length; at++) {
    const character = field.charAt(at);
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** What a quoted string holds; an opening quote that nothing closes takes the rest. */
function quotedString(field: string, start: number): { text: string; next: number } {
  let text = '';
  let at = start + 1;
  for (; at < field.length && field.charAt(at) !== '"'; at++) {
    if (field.charAt(at) === '\\') at++;
    text += field.charAt(at);
  }
  return { text, next: Math.min(at + 1, field.length) };
}

/** Blanks of RFC 5322 only: U+00A0 is a byte of `à` here. */
function oneSpace(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}
