import { folded } from '../../../identity/names.js';

/** What a row of a trace tells that was done to a mailbox or to what it holds. */
export type Operation = 'send' | 'delete' | 'read' | 'receive' | 'integrate' | 'replace' | 'connect';

/** Nouns and verbs by which software, in French and in English, calls an operation. */
const WORDS: readonly (readonly [Operation, RegExp])[] = [
  [
    'send',
    /envoi|envoyer|\benvoie|\bemission|\bemettre|expedi|\bsend|\bsubmi|\bsmtp|repondre|\breponse|\breply|transfert|transmettre|transmission|forward|diffusion/,
  ],
  [
    'delete',
    /suppression|supprimer|suppress|\bdelet|effacement|effacer|\bremov|purge|expunge|corbeille|\btrash|destruction|detruire|\berase/,
  ],
  [
    'read',
    /consult|lecture|\blire\b|ouvrir|ouverture|\bopen|\bread|afficher|affichage|visuali|\bview|\bdisplay|telecharge|download|\bfetch/,
  ],
  ['receive', /reception|recevoir|\brecei|releve|recuperation|arrivee|incoming|\bpoll|\bget mail/],
  ['integrate', /integr|rattach|class(?:er|ement)|importation|\bimport|\battach to|\bfil(?:e|ing)\b/],
  ['replace', /remplac|replac|annule et remplace/],
  ['connect', /connexion|connect|authenti|\blog ?(?:in|on|out|off)\b|ouverture de session|fermeture de session/],
];

/** What was done to a message as an adjective: it may only tell which one another word is about (« suppression d'un message envoyé »). */
const PARTICIPLES: readonly (readonly [Operation, RegExp])[] = [
  ['send', /envoyee?s?\b|\bsent\b|transmise?s?\b/g],
  ['delete', /supprimee?s?\b|deleted\b|effacee?s?\b|detruite?s?\b/g],
  ['read', /consultee?s?\b|\blue?s?\b|ouverte?s?\b/g],
  ['receive', /\brecue?s?\b|received\b/g],
];

/** A text without case nor accents, names in code taken apart: `messageSent`, `MAIL_DELETE`. */
function plain(text: string): string {
  const apart = text
    .slice(0, 300)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/[_.:/-]+/g, ' ');
  return folded(apart);
}

/** The operation that a text names; undefined when none is known by its words. The first noun or verb wins, else the last participle. */
export function operationOf(text: string): Operation | undefined {
  const read = plain(text);
  const withoutParticiples = PARTICIPLES.reduce((rest, [, form]) => rest.replace(form, ''), read);
  let first: { operation: Operation; at: number } | undefined;
  for (const [operation, form] of WORDS) {
    const at = withoutParticiples.search(form);
    if (at >= 0 && at < (first?.at ?? Number.POSITIVE_INFINITY)) first = { operation, at };
  }
  if (first) return first.operation;
  let last: { operation: Operation; at: number } | undefined;
  for (const [operation, form] of PARTICIPLES)
    for (const { index } of read.matchAll(form)) if (index > (last?.at ?? -1)) last = { operation, at: index };
  return last?.operation;
}

const FAILURE =
  /echec|echou|erreur|\berror|\bfail|refus|\breject|\brejet|\bk\.?o\b|\bnok\b|denied|\bdenie|time ?out|delai depasse|expir|indisponible|unavailable|impossible|invalid|introuvable|unknown|inconnu|unauthori[sz]ed|non autorise|not found|interromp|exception/;
const NO_FAILURE = /\b(?:sans|aucune?|no|pas d'|without|0) ?(?:erreur|error|echec|fail)\w*/g;
/** Replies of SMTP (RFC 5321 §4.2.1) and of HTTP, tagged answers of IMAP (RFC 9051 §7.1). */
const FAILURE_CODE = /^\s*(?:HTTP\/\S{1,4} +)?[45]\d\d(?!\d)|^\s*(?:\S{1,12} +)?(?:NO|BAD)(?![A-Za-z])/;

/** True for what a server answers, or a software notes, when an operation failed. */
export function isFailure(response: string): boolean {
  return FAILURE_CODE.test(response.slice(0, 60)) || FAILURE.test(plain(response).replace(NO_FAILURE, ''));
}

const GENERIC =
  /^(?:(?:compte|utilisateur|user|profil) ?)?(?:admin(?:istrat(?:eur|or))?|systeme?|service|root|user|utilisateur|anonym(?:ous|e)|guest|invite|compte|default|defaut|inconnu|unknown|n a|null|none|undefined|aucun|secretariat|accueil|medecin|test|application|app|batch|daemon|smtp|imap|lps|logiciel|automate|robot) ?\d{0,3}$/;

/** True for the name of an account that is nobody's own. */
export function isGenericActor(actor: string): boolean {
  return GENERIC.test(plain(actor).trim());
}
