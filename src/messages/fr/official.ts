import type { OfficialCode } from '../../packs/official/codes.js';
import type { RuleTexts } from '../check-texts.js';

export const official = {
  'official/assertion': {
    finding: '{text}',
    expected: 'Test du schématron vrai sur cet élément : {test}',
    remedy:
      "Corriger l'élément d'après le modèle du CI-SIS. La règle est en {place} du paquet, motif « {pattern} », contexte {context}.",
  },
  'official/report': {
    finding: '{text}',
    expected: 'Test du schématron faux sur cet élément : {test}',
    remedy:
      "Corriger l'élément d'après le modèle du CI-SIS. La règle est en {place} du paquet, motif « {pattern} », contexte {context}.",
  },
  'official/xsd': {
    finding: 'Non conforme au schéma XML {schema} : {text}',
    expected: 'Élément conforme au schéma XML {schema} (message de libxml2, en anglais).',
    remedy:
      "Corriger l'élément : nom, place parmi ses voisins, attributs ou valeur. Parmi les enfants d'un même élément, seule la première erreur est dite : relancer après correction.",
  },
  'official/volet-version': {
    finding:
      "Le document se dit du volet {volet} en version {version}, que le paquet n'a pas : il n'est pas jugé par les règles de ce volet.",
    expected: 'Version du volet {volet} que le paquet a : {known}.',
    remedy:
      "Vérifier l'extension du templateId {template}, ou donner un paquet qui a cette version. La plus proche ({nearest}) n'est pas employée à sa place.",
  },
  'official/volet-missing': {
    finding:
      "Le document se dit du volet {volet}, que le paquet n'a pas : il n'est pas jugé par les règles de ce volet.",
    expected: 'Volet dont le paquet a le schématron.',
    remedy: 'Vérifier le templateId {template} (extension {version}), ou donner un paquet qui a ce volet.',
  },
  'official/volet-unversioned': {
    finding:
      'Le document se dit du volet {volet} sans dire la version : il est jugé par la plus ancienne du paquet, {used}.',
    expected: "templateId {template} avec l'extension qui dit la version du volet.",
    remedy: "Ajouter au templateId {template} l'extension de la version suivie, sauf si le volet la précède.",
  },
  'official/no-volet': {
    finding: "Le document ne se dit d'aucun volet : aucune règle de volet n'est appliquée.",
    expected: "templateId d'un volet du CI-SIS, pour un document structuré.",
    remedy: "Ajouter le templateId du volet que le document suit, s'il en suit un.",
  },
} satisfies Record<OfficialCode, RuleTexts>;
