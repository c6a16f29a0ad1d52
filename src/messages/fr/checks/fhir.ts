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
  'fhir/profile': {
    title: 'Ressource FHIR : profils des paquets fournis',
    what: "La ressource respecte les profils qu'elle déclare dans meta.profile, et ses extensions leur définition, tels que les paquets donnés par --pack les publient : cardinalités, types, valeurs imposées, jeux de valeurs, tranches, références, invariants.",
    why: "Un serveur qui valide ses profils refuse la ressource, ou la reçoit sans y retrouver ce qu'il attend.",
    rules: {
      'profile-type': {
        finding: 'Le profil {profile} est celui de {type}, pas de {actual}.',
        expected: 'Dans meta.profile, des profils du type de la ressource.',
        remedy: 'Retirer ce profil de meta.profile, ou le remplacer par celui du type {actual}.',
      },
      missing: {
        finding: "L'élément « {element} » figure {count} fois ; le profil {profile} en demande au moins {min}.",
        expected: '{element} présent {min} fois au moins.',
        remedy: 'Ajouter {element}, ou ne pas déclarer ce profil.',
      },
      'too-many': {
        finding: "L'élément « {element} » figure {count} fois ; le profil {profile} en admet {max} au plus.",
        expected: '{element} présent {max} fois au plus.',
        remedy: 'Ne garder que {max} valeur(s) de {element}.',
      },
      forbidden: {
        finding: "Le profil {profile} exclut l'élément « {element} ».",
        expected: 'Pas de {element}.',
        remedy: 'Retirer {element}.',
      },
      type: {
        finding: 'La valeur « {element} » est du type {actual}, que le profil {profile} exclut.',
        expected: "Une valeur de l'un de ces types : {expected}.",
        remedy: "Écrire la valeur dans l'un de ces types : {expected}.",
      },
      'type-profile': {
        finding: 'La valeur de « {element} » ne respecte aucun des profils que {profile} admet à cet endroit.',
        expected: "Une valeur conforme à l'un de ces profils : {profiles}.",
        remedy: "Choisir l'un de ces profils et compléter {element} en conséquence : {profiles}.",
      },
      target: {
        finding: 'La ressource {actual} que « {element} » référence ne convient pas au profil {profile}.',
        expected: "Une référence vers une ressource conforme à l'un de ces profils : {expected}.",
        remedy: 'Corriger la référence, ou la ressource référencée, pour respecter : {expected}.',
      },
      fixed: {
        finding: "La valeur de « {element} » n'est pas celle que le profil {profile} impose.",
        expected: 'Exactement {wanted}.',
        remedy: 'Écrire {wanted}.',
      },
      pattern: {
        finding: "La valeur de « {element} » n'a pas ce que le profil {profile} impose.",
        expected: 'Une valeur qui contient au moins {wanted}.',
        remedy: 'Compléter {element} avec {wanted}.',
      },
      binding: {
        finding:
          "Le code « {actual} » de « {element} » n'est pas dans le jeu de valeurs que le profil {profile} impose.",
        expected: 'Un code de {valueSet}, avec son système.',
        remedy: 'Remplacer le code par celui de {valueSet} qui convient.',
      },
      'binding-extensible': {
        finding:
          "Le code « {actual} » de « {element} » n'est pas dans le jeu de valeurs {valueSet}, qui couvre pourtant son système.",
        expected: 'Un code de {valueSet} dès que l’un d’eux convient ; un autre seulement si aucun ne convient.',
        remedy: 'Vérifier le code, ou en prendre un de {valueSet}.',
      },
      'slice-missing': {
        finding:
          '« {element} » a {count} valeur(s) de la tranche « {slice} » ; le profil {profile} en demande au moins {min}.',
        expected: '{min} valeur(s) de {element} au moins qui relèvent de la tranche {slice}.',
        remedy:
          'Ajouter à {element} la valeur que décrit la tranche {slice} du profil, ou corriger ce qui la distingue.',
      },
      'slice-too-many': {
        finding:
          '« {element} » a {count} valeurs de la tranche « {slice} » ; le profil {profile} en admet {max} au plus.',
        expected: '{max} valeur(s) de {element} au plus qui relèvent de la tranche {slice}.',
        remedy: 'Ne garder que {max} valeur(s) de la tranche {slice}.',
      },
      'slice-closed': {
        finding:
          "Cette valeur de « {element} » ne relève d'aucune des tranches du profil {profile}, qui n'en admet pas d'autre.",
        expected: "Une valeur de l'une de ces tranches : {slices}.",
        remedy: "Retirer la valeur, ou corriger ce qui la rattache à l'une de ces tranches : {slices}.",
      },
      'slice-order': {
        finding:
          "Cette valeur de « {element} » n'est pas à la place que le profil {profile} lui donne parmi les autres.",
        expected: "Les valeurs dans l'ordre des tranches ({slices}), celles d'aucune tranche à la fin.",
        remedy: "Remettre les valeurs de {element} dans l'ordre des tranches : {slices}.",
      },
      invariant: {
        finding: "L'invariant {invariant} du profil {profile} n'est pas respecté.",
        expected: '{human}',
        remedy: "Corriger l'élément pour que l'invariant {invariant} soit vrai.",
      },
      'invariant-warning': {
        finding: "La recommandation {invariant} du profil {profile} n'est pas suivie.",
        expected: '{human}',
        remedy: 'Suivre la recommandation {invariant} si rien ne s’y oppose.',
      },
      'unknown-modifier': {
        finding: "L'extension {actual} change le sens de la ressource, et aucun paquet fourni ne la définit.",
        expected: 'Dans modifierExtension, des extensions que le destinataire comprend.',
        remedy: 'Retirer cette extension, ou fournir avec --pack le paquet qui la définit.',
      },
      'unknown-profile': {
        finding: "Le profil {actual} n'est défini par aucun paquet fourni : il n'a pas été jugé.",
        expected: 'Le paquet qui le définit, dans la version déclarée.',
        remedy: 'Ajouter --pack avec le paquet FHIR (.tgz) qui définit ce profil.',
      },
      'not-judged': {
        finding:
          "Les codes du jeu de valeurs {valueSet} ne sont pas tous dans les paquets fournis : ceux de la ressource n'ont pas été jugés.",
        expected: 'Un paquet qui contient ce jeu de valeurs et ses systèmes de codes.',
        remedy: 'Ajouter --pack avec le paquet de terminologie dont le profil dépend, ou vérifier le code à la main.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
