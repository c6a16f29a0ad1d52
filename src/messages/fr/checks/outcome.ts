import type { RuleTexts } from '../../check-texts.js';

/** Rules on any answer of the DMP. */
export const outcome = {
  refused: {
    finding: 'Le DMP a refusé la requête : {codes}.',
    expected: 'Une réponse de succès.',
    remedy: "Corriger ce que le code d'erreur désigne, puis refaire l'échange avant de le joindre comme preuve.",
  },
  outcome: {
    finding: 'La réponse ne dit pas clairement son résultat : statut « {actual} », erreurs : {errors}.',
    expected: 'Un statut connu : un succès sans erreur, ou un échec avec au moins une erreur.',
    remedy: "Vérifier que la réponse est exportée en entier, telle que le DMP l'a envoyée.",
  },
} satisfies Record<string, RuleTexts>;
