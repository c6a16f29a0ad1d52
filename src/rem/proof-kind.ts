import type { EvidenceKind } from '../scenarios/scenario.js';

/** Words by which the ANS asks for each kind of proof, the surest first. Lower case without accents. */
const WORDS: readonly (readonly [EvidenceKind, RegExp])[] = [
  ['permalink', /permalien|permalink|lien permanent|gazelle|evs ?client/],
  ['execution', /(identifiant|numero|n°) (de l')?(d')?execution|execution\/show|mss-lps-segur/],
  ['demonstration', /video|(capture|copie|impression)s? d'ecran|screenshot|enregistrement d'ecran|demonstration/],
  ['attestation', /cnda|attestation de conformite|homologation|autorisation d'acces/],
  ['statement', /attestation sur l'honneur|\bdeclaration|\bengagement|declaratif/],
  [
    'log',
    /source (smtp|(du|des|d'un) (message|mail|courriel))|\bdump\b|message soap|code source|\btraces?\b|\bjournal\b|journaux|\blogs?\b/,
  ],
  ['artifact', /ihe_xdm|message hl7|\bpam\b|(fichier|document)s? cda|\beml\b/],
];

/** What a proof is, as far as the words of a workbook tell; a `document` when they do not. */
export function proofKindOf(text: string): EvidenceKind {
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").toLowerCase();
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'document';
}
