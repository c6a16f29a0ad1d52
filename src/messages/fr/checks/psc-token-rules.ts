import type { RuleTexts } from '../../check-texts.js';

/** Texts of the rules that the claims of every token of Pro Santé Connect obey (`claim-faults.ts`). */
export const pscTokenRules = {
  'claim-type': {
    finding: "{claim} n'a pas le type attendu dans le jeton.",
    expected: 'Une valeur JSON de type « {type} ».',
    remedy:
      "Vérifier que le jeton n'est pas réécrit par un relais ; dans le logiciel, lire ce champ selon son type (les instants sont des nombres de secondes).",
  },
  'subject-form': {
    finding: "Le sub du jeton n'a pas la forme que Pro Santé Connect lui donne.",
    expected: 'f:<uuid>:<identifiant national>.',
    remedy:
      "Vérifier que le jeton vient de Pro Santé Connect. Dans le logiciel, traiter sub comme une valeur opaque et prendre l'identifiant national dans SubjectNameID.",
  },
  identity: {
    finding: '{claim} et {other} du même jeton ne donnent pas le même identifiant national.',
    expected: 'Le même identifiant dans sub (après le dernier deux-points), preferred_username et SubjectNameID.',
    remedy:
      "Vérifier que le jeton n'est pas réécrit par un relais : le professionnel est celui que Pro Santé Connect a authentifié, sous un seul identifiant.",
  },
} satisfies Record<string, RuleTexts>;
