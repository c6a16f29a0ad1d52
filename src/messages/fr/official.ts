import type { OfficialCode } from '../../packs/official/codes.js';
import type { RuleTexts } from '../check-texts.js';

export const official = {
  'official/assertion': {
    finding: '{text}',
    expected: 'Test du schématron vrai sur cet élément : {test}',
    remedy:
      "Corriger l'élément comme le demande le message, d'après le volet du CI-SIS que suit le document. La règle porte sur : {context}",
  },
  'official/closed': {
    finding: '{text}',
    expected: "L'un des éléments que le modèle prévoit à cette place, avec le contenu prévu (templateId, code, id).",
    remedy:
      "Retirer l'élément s'il est de trop ; sinon en corriger le contenu, pour qu'il soit l'un de ceux que le modèle prévoit. La règle porte sur : {context}",
  },
  'official/report': {
    finding: '{text}',
    expected: 'Test du schématron faux sur cet élément : {test}',
    remedy:
      "Corriger l'élément comme le demande le message, d'après le volet du CI-SIS que suit le document. La règle porte sur : {context}",
  },
  'official/xsd': {
    finding: 'Non conforme au schéma XML {schema} : {text}',
    expected: 'Élément conforme au schéma XML {schema} (message de libxml2, en anglais).',
    remedy:
      "Corriger l'élément : nom, place parmi ses voisins, attributs ou valeur. Parmi les enfants d'un même élément, seule la première erreur est dite : relancer après correction.",
  },
  'official/xsd-unexpected': {
    finding: "« {node} » n'est pas attendu à cette place (schéma XML {schema}).",
    expected: 'À cette place : {wanted}.',
    remedy:
      "Mettre l'élément à sa place dans l'ordre du schéma, corriger son nom ou son espace de noms, ajouter l'élément qui manque avant lui, ou le retirer. Parmi les enfants d'un même élément, seule la première erreur est dite : relancer après correction.",
  },
  'official/xsd-no-more': {
    finding: "« {node} » n'est pas attendu à cette place (schéma XML {schema}).",
    expected: 'Plus aucun élément à cette place.',
    remedy:
      "Mettre l'élément à sa place dans l'ordre du schéma, corriger son nom ou son espace de noms, ou le retirer. Parmi les enfants d'un même élément, seule la première erreur est dite : relancer après correction.",
  },
  'official/xsd-missing': {
    finding: '« {node} » est incomplet : il y manque un élément (schéma XML {schema}).',
    expected: 'À la fin de son contenu : {wanted}.',
    remedy: "Ajouter l'élément qui manque, à sa place dans l'ordre du schéma.",
  },
  'official/xsd-attribute': {
    finding: "L'attribut « {node} » n'est pas permis (schéma XML {schema}).",
    expected: 'Aucun attribut de ce nom sur cet élément, pour son type (xsi:type).',
    remedy: "Retirer l'attribut, ou corriger son nom ou le type (xsi:type) de l'élément.",
  },
  'official/xsd-attribute-missing': {
    finding: "« {node} » n'a pas l'attribut « {attribute} » (schéma XML {schema}).",
    expected: 'Attribut {attribute} présent.',
    remedy: "Ajouter l'attribut {attribute}.",
  },
  'official/xsd-pattern': {
    finding: "« {node} » vaut « {value} », qui n'a pas la forme attendue (schéma XML {schema}).",
    expected: 'Valeur de la forme : {wanted}',
    remedy: 'Écrire la valeur sous la forme attendue.',
  },
  'official/xsd-enumeration': {
    finding: "« {node} » vaut « {value} », qui n'est pas une valeur admise (schéma XML {schema}).",
    expected: "L'une des valeurs : {wanted}.",
    remedy: "Remplacer la valeur par l'une de celles qui sont admises.",
  },
  'official/xsd-value': {
    finding: "« {node} » vaut « {value} », qui n'est pas du type « {wanted} » (schéma XML {schema}).",
    expected: 'Valeur du type {wanted}.',
    remedy: "Corriger la valeur, ou le type (xsi:type) de l'élément.",
  },
  'official/xsd-text': {
    finding: "« {node} » contient du texte, qui n'y est pas permis (schéma XML {schema}).",
    expected: 'Aucun texte directement dans cet élément.',
    remedy: "Retirer le texte, ou le mettre dans l'élément qui doit le porter.",
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
