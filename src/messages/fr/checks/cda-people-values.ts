import type { CheckTexts } from '../../check-texts.js';

export const cdaPeopleValues = {
  'cda/people-codes': {
    title: "Codes des personnes de l'entête",
    what: "La profession, le rôle fonctionnel, le cadre d'exercice, le lien avec le patient et les titres des personnes de l'entête viennent des jeux de valeurs du CI-SIS.",
    why: 'Les métadonnées de partage reprennent ces codes ; un code inconnu fait rejeter le dépôt ou s’affiche sans libellé.',
    rules: {
      'unknown-code': {
        finding: 'Le code « {actual} » de {element} n’est pas dans {set} (copie du {version}).',
        expected: 'Un code de ce jeu de valeurs.',
        remedy:
          'Traduire le code interne vers ce jeu de valeurs, ou vérifier que ce code est plus récent que notre copie.',
      },
      'code-system': {
        finding: 'Le code « {code} » de {element} est sous le système « {actual} ».',
        expected: 'Le système que {set} donne pour ce code.',
        remedy: 'Prendre ensemble, dans le jeu de valeurs, le code, son système et son libellé.',
      },
      incomplete: {
        finding: "L'élément {element} n'a pas de {attribute}.",
        expected: 'code, codeSystem et displayName (facultatif pour functionCode) ; à défaut de code, originalText.',
        remedy: 'Prendre ensemble, dans le jeu de valeurs du CI-SIS, le code, son système et son libellé.',
      },
      'unknown-title': {
        finding: 'Le {element} « {actual} » n’est pas dans {set} (copie du {version}).',
        expected: 'Civilité (prefix) : M ou MME. Titre (suffix) : DR, PR, MC, MG, PC ou PG.',
        remedy: 'Écrire le code et non le libellé : MME plutôt que Madame, DR plutôt que Docteur.',
      },
    },
  },
  'cda/people-identifiers': {
    title: "Identifiants des personnes et des structures de l'entête",
    what: "Les personnes et les structures de l'entête ont des identifiants complets, dans la forme que leur autorité leur donne.",
    why: "Le DMP et l'annuaire santé ne connaissent que les identifiants nationaux bien formés : un préfixe oublié et le professionnel n'est pas reconnu.",
    rules: {
      missing: {
        finding: "Une personne ou une entité (assignedEntity) n'a pas d'identifiant.",
        expected: 'Au moins un id avec root et extension.',
        remedy: 'Ajouter le PS_IdNat du professionnel, ou l’INS du patient.',
      },
      incomplete: {
        finding: "Un identifiant n'a pas de {attribute}.",
        expected: "root (l'OID de l'autorité) et extension (la valeur).",
        remedy: 'Écrire les deux attributs, ou un nullFlavor là où il est permis.',
      },
      'root-form': {
        finding: "La racine « {actual} » d'un identifiant n'est ni un OID ni un UUID.",
        expected: 'Un OID en chiffres et points, sans zéro en tête ni préfixe, ou un UUID.',
        remedy: "Écrire l'OID seul, sans « urn:oid: ».",
      },
      'organization-root': {
        finding: "L'identifiant d'une structure est sous l'OID « {actual} ».",
        expected:
          'root="1.2.250.1.71.4.2.2" (Struct_IdNat), ou "1.3.2" (SIREN de l’éditeur d’un service numérique référencé).',
        remedy: "Écrire l'identifiant national de la structure, avec son préfixe.",
      },
      'professional-form': {
        finding: "L'identifiant « {actual} » n'a pas la forme d'un PS_IdNat.",
        expected:
          "8 puis le numéro RPPS (11 chiffres), 0 puis ADELI (9 caractères), ou l'identifiant préfixé d'une structure, « / » et un identifiant interne.",
        remedy: 'Ajouter le préfixe qui dit la nature du numéro, sans espace.',
      },
      'structure-form': {
        finding: "L'identifiant « {actual} » n'a pas la forme d'un Struct_IdNat.",
        expected:
          '1 puis FINESS (9 caractères), 2 puis SIREN (9 chiffres), 3 puis SIRET (14 chiffres), 4 puis RPPS et rang du cabinet, ou 0 puis ADELI et rang.',
        remedy: 'Ajouter le préfixe qui dit la nature du numéro, sans espace.',
      },
    },
  },
  'cda/null-flavors': {
    title: "Données non renseignées de l'entête",
    what: "Un élément de l'entête ne dit pourquoi il n'est pas renseigné (nullFlavor) que là où c'est permis, pour un motif admis, et sans valeur à côté.",
    why: 'Ces éléments alimentent les métadonnées obligatoires du partage : un nullFlavor à leur place bloque le dépôt.',
    rules: {
      forbidden: {
        finding: 'L\'élément {element} porte nullFlavor="{actual}", interdit à cette place.',
        expected: 'Une valeur : le tableau 3 de la structuration minimale interdit nullFlavor sur cet élément.',
        remedy: 'Remplir {element}, ou retirer cette occurrence si une autre est remplie.',
      },
      reason: {
        finding: "L'élément {element} porte nullFlavor=\"{actual}\", qui n'est pas un motif admis dans l'entête.",
        expected:
          'UNK (inconnu), NASK (non demandé), ASKU (demandé mais non connu), NAV (indisponible) ou MSK (masqué).',
        remedy: 'Choisir le motif qui convient ; retirer l’élément s’il est facultatif et sans objet.',
      },
      beside: {
        finding: 'L\'élément {element} porte nullFlavor="{actual}" et une valeur.',
        expected: "L'un ou l'autre.",
        remedy: 'Retirer nullFlavor si la valeur est bonne, sinon retirer la valeur.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
