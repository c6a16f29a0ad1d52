import type { CheckTexts } from '../../check-texts.js';

export const fhir = {
  'fhir/structure': {
    title: 'Ressource FHIR : structure R4',
    what: 'La ressource a la structure que FHIR R4 (4.0.1) donne à son type : noms des éléments, éléments obligatoires, listes, types, formes des valeurs, codes imposés et invariants. Les profils sont jugés à part.',
    why: "Un serveur FHIR rejette d'emblée une ressource mal structurée ; un élément mal nommé, lui, est perdu sans que personne ne le dise.",
    rules: {
      'resource-type': {
        finding: "« {actual} » n'est pas un type de ressource qui puisse figurer là.",
        expected: 'Un type de ressource de {expected}, écrit avec sa majuscule.',
        remedy: 'Corriger resourceType, par exemple Patient, Bundle ou DocumentReference.',
      },
      'unknown-element': {
        finding: "L'élément « {element} » n'existe pas à cet endroit dans FHIR R4.",
        expected: 'Les seuls éléments que la définition R4 du type donne, majuscules comprises.',
        remedy: 'Corriger le nom ou la place de {element}, ou en faire une extension.',
      },
      'missing-element': {
        finding: "L'élément obligatoire « {element} » manque.",
        expected: '{element} présent, et renseigné.',
        remedy: 'Ajouter {element} à cet endroit.',
      },
      'not-a-list': {
        finding: '« {element} » peut se répéter : sa valeur doit être une liste, même pour une seule valeur.',
        expected: 'Un tableau JSON : "{element}": [ … ].',
        remedy: 'Mettre la valeur de {element} entre crochets.',
      },
      'a-list': {
        finding: '« {element} » ne se répète pas : sa valeur ne peut pas être une liste.',
        expected: 'Une valeur seule, sans crochets.',
        remedy: 'Ne garder qu’une valeur pour {element}, sans crochets.',
      },
      'several-types': {
        finding: '« {element} » et « {other} » sont deux écritures du même élément : un seul choix est permis.',
        expected: "Une seule valeur, dans l'un des types permis.",
        remedy: 'Retirer {element} ou {other}.',
      },
      empty: {
        finding: '« {element} » est présent mais vide.',
        expected: "Une valeur, ou pas d'élément du tout.",
        remedy: "Omettre {element} quand il n'y a rien à y mettre.",
      },
      'json-type': {
        finding: "« {element} » n'est pas écrit comme le type {type} se note en JSON.",
        expected:
          'Une valeur de type {type} : nombre et booléen sans guillemets, texte entre guillemets, objet entre accolades.',
        remedy: 'Écrire {element} comme une valeur de type {type}.',
      },
      form: {
        finding: "La valeur de « {element} » n'a pas la forme d'une valeur de type {type}.",
        expected: 'La forme que FHIR R4 donne au type {type} ; une date existe dans le calendrier.',
        remedy: 'Corriger la valeur de {element}.',
      },
      code: {
        finding: "Le code « {actual} » n'est pas dans le jeu de valeurs imposé.",
        expected: 'Un code de {valueSet}.',
        remedy: "Remplacer le code par celui de ce jeu de valeurs qui convient, avec son système s'il en porte un.",
      },
      invariant: {
        finding: "L'invariant {invariant} de FHIR R4 n'est pas respecté.",
        expected: 'Cette expression FHIRPath doit être vraie : {expression}',
        remedy:
          "Lire l'invariant {invariant} sur la page du type dans la spécification R4 et compléter ou corriger l'élément.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
