import type { CheckTexts } from '../../check-texts.js';
import { cardinality, cdaParticipations } from './cda-participations.js';

export const cdaPeople = {
  'cda/patient-details': {
    title: 'Naissance, décès et représentants du patient',
    what: "Ce que l'en-tête dit du patient en plus de son identité est unique et bien formé : lieu de naissance, décès, naissances multiples, représentants.",
    why: 'Le logiciel destinataire range ces données dans le dossier du patient : répétées ou mal formées, il les perd ou rejette le document.',
    rules: {
      repeated: {
        finding: "L'élément {element} du patient figure plusieurs fois.",
        expected: 'Un seul élément {element}.',
        remedy: 'Ne garder que la valeur en cours.',
      },
      birthplace: {
        finding: "Le lieu de naissance n'a pas un élément place et un seul, avec un nom ou une adresse.",
        expected: 'birthplace avec un seul place, qui contient name ou addr, ou qui porte un nullFlavor.',
        remedy:
          "Écrire le code officiel géographique dans birthplace/place/addr/county ; retirer birthplace si le lieu n'est pas connu et que l'INS est absente.",
      },
      extension: {
        finding: "L'extension {element} a pour valeur « {actual} ».",
        expected:
          'true ou false pour deceasedInd et multipleBirthInd, une date HL7 pour deceasedTime, un entier à partir de 1 pour multipleBirthOrderNumber.',
        remedy: "Écrire la valeur dans l'attribut value, sous cette forme.",
      },
      guardian: {
        finding: 'Un représentant du patient a {count} éléments guardianPerson ou guardianOrganization.',
        expected:
          'Dans chaque guardian, soit une personne (guardianPerson), soit une structure (guardianOrganization).',
        remedy: 'Écrire un élément guardian par représentant.',
      },
      'guardian-code': {
        finding:
          "Le lien de la personne de confiance ou du représentant avec le patient, « {actual} », n'est pas dans {set} ({oid}, version du {version}) sous cette terminologie.",
        expected: 'Un code de {set} avec le codeSystem de ce code, ou pas de code.',
        remedy:
          'Choisir le lien dans {set} (MTH mère, FTH père…) et reprendre son codeSystem, ou vérifier que le code est plus récent que cette version.',
      },
      'guardian-name': {
        finding: "Le nom du représentant du patient n'est pas donné une fois, avec un à trois family.",
        expected: 'guardianPerson/name avec au moins un family.',
        remedy: 'Écrire le nom de la personne dans family et son prénom dans given.',
      },
      'guardian-qualifier': {
        finding: 'Le nom du représentant porte le qualifier « {actual} ».',
        expected: 'BR (nom de famille), SP (nom d’usage) ou CL (pseudonyme).',
        remedy: "Traduire le type de nom du logiciel vers l'un de ces trois codes.",
      },
      'guardian-organization': {
        finding:
          "L'identifiant de la structure qui représente le patient n'est pas un identifiant national de structure.",
        expected: 'root="1.2.250.1.71.4.2.2" et extension remplie (Struct_IdNat).',
        remedy: "Écrire l'identifiant national de la structure, ou retirer l'élément id s'il n'est pas connu.",
      },
    },
  },
  'cda/contact-details': {
    title: "Adresses et coordonnées télécom de l'en-tête",
    what: "Chaque addr et chaque telecom de l'en-tête est rempli, ou dit pourquoi il ne l'est pas, dans une forme que les logiciels savent lire.",
    why: 'Les destinataires écrivent au patient et aux professionnels à ces adresses ; le validateur officiel refuse un préfixe ou un usage hors liste.',
    rules: {
      'addr-use': {
        finding: "L'usage « {actual} » d'une adresse n'est pas admis.",
        expected: 'Un ou plusieurs codes parmi H, HP, HV, WP et TMP, séparés par des espaces.',
        remedy: 'Écrire par exemple use="H" pour le domicile ou use="WP" pour le lieu de travail ; use est facultatif.',
      },
      'addr-empty': {
        finding: 'Une adresse est vide et ne dit pas pourquoi.',
        expected: 'Une adresse remplie, ou un nullFlavor.',
        remedy: 'Remplir l’adresse, écrire <addr nullFlavor="UNK"/> si elle est inconnue, ou retirer l’élément.',
      },
      'addr-form': {
        finding: "Une adresse n'est ni décomposée ni faite de lignes.",
        expected:
          'Soit des éléments (houseNumber, streetName, postalCode, city…), soit jusqu’à sept streetAddressLine ; jamais les deux, ni de texte hors de ces éléments.',
        remedy: 'Choisir une des deux formes et y répartir toute l’adresse.',
      },
      'addr-part': {
        finding: "L'élément {element} figure plusieurs fois dans une adresse.",
        expected: "Chaque élément d'une adresse décomposée une fois au plus.",
        remedy: 'Regrouper la donnée dans un seul {element}, ou écrire l’adresse en lignes streetAddressLine.',
      },
      'telecom-use': {
        finding: "L'usage « {actual} » d'une coordonnée télécom n'est pas admis.",
        expected: 'Un ou plusieurs codes parmi H, HP, HV, WP, DIR, PUB, EC, MC et PG, séparés par des espaces.',
        remedy: 'Écrire par exemple use="MC" pour un mobile ou use="WP" pour le travail ; use est facultatif.',
      },
      'telecom-empty': {
        finding: 'Une coordonnée télécom est vide et ne dit pas pourquoi.',
        expected: 'Un attribut value rempli, ou un nullFlavor.',
        remedy:
          'Remplir value, écrire <telecom nullFlavor="UNK"/> si la coordonnée est inconnue, ou retirer l’élément.',
      },
      'telecom-scheme': {
        finding: 'Une coordonnée télécom n’a pas de préfixe admis (« {actual} »), ou rien après lui.',
        expected: 'value="préfixe:coordonnée", avec tel, fax, mailto, http, ftp ou mllp.',
        remedy: 'Écrire par exemple tel:+33123456789 ou mailto:nom@domaine.fr.',
      },
      'telecom-space': {
        finding: 'Une coordonnée {scheme} contient un espace.',
        expected: 'Aucun espace dans value, quel que soit le préfixe.',
        remedy: 'Retirer les espaces du numéro ou de l’adresse.',
      },
      'telecom-form': {
        finding: 'Une coordonnée {scheme} n’a pas la forme de son préfixe.',
        expected: 'Après tel et fax, un numéro ; après mailto, une adresse nom@domaine.',
        remedy: 'Corriger la coordonnée, ou son préfixe.',
      },
    },
  },
  ...cdaParticipations,
  'cda/people-codes': {
    title: "Codes des personnes de l'en-tête",
    what: "La profession, le rôle fonctionnel, le cadre d'exercice, le lien avec le patient et les titres des personnes de l'en-tête viennent des jeux de valeurs du CI-SIS.",
    why: 'Les métadonnées de partage reprennent ces codes ; un code inconnu fait rejeter le dépôt ou s’affiche sans libellé.',
    rules: {
      'unknown-code': {
        finding: 'Le code « {actual} » de {element} n’est pas dans {set} (copie du {version}).',
        expected: 'Un code de ce jeu de valeurs.',
        remedy:
          'Traduire le code interne vers ce jeu de valeurs, ou ne pas tenir compte de cette alerte si le code y est entré après le {version}.',
      },
      'code-system': {
        finding: 'Le code « {code} » de {element} est donné sous la nomenclature « {actual} ».',
        expected: 'La nomenclature que {set} donne pour ce code.',
        remedy: 'Prendre ensemble, dans le jeu de valeurs, le code, sa nomenclature et son libellé.',
      },
      incomplete: {
        finding: "L'élément {element} n'a pas de {attribute}.",
        expected: 'code, codeSystem et displayName (facultatif pour functionCode) ; à défaut de code, originalText.',
        remedy: 'Prendre ensemble, dans le jeu de valeurs du CI-SIS, le code, sa nomenclature et son libellé.',
      },
      'unknown-title': {
        finding: 'Le {element} « {actual} » n’est pas dans {set} (copie du {version}).',
        expected: 'Civilité (prefix) : M ou MME. Titre (suffix) : DR, PR, MC, MG, PC ou PG.',
        remedy: 'Écrire le code et non le libellé : MME plutôt que Madame, DR plutôt que Docteur.',
      },
    },
  },
  'cda/people-identifiers': {
    title: "Identifiants des personnes et des structures de l'en-tête",
    what: "Les personnes et les structures de l'en-tête ont des identifiants complets, dans la forme que leur autorité leur donne.",
    why: "Le DMP et l'annuaire santé ne connaissent que les identifiants nationaux bien formés : un préfixe oublié et le professionnel n'est pas reconnu.",
    rules: {
      missing: {
        finding: "Une personne ou une structure (assignedEntity) n'a pas d'identifiant.",
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
  'cda/people-names': {
    title: "Noms des personnes de l'en-tête",
    what: "Chaque personne de l'en-tête autre que le patient a un nom, avec son nom de famille et au plus un prénom, une civilité et un titre.",
    why: "C'est ce nom que le lecteur voit comme auteur, responsable ou destinataire, et que les métadonnées de partage reprennent.",
    rules: {
      cardinality,
      empty: {
        finding: 'Le nom de famille d’une personne est vide.',
        expected: 'family rempli, ou un nullFlavor là où il est permis.',
        remedy: 'Écrire le nom d’exercice du professionnel, celui de l’annuaire santé.',
      },
    },
  },
  'cda/null-flavors': {
    title: "Données non renseignées de l'en-tête",
    what: "Un élément de l'en-tête ne dit pourquoi il n'est pas renseigné (nullFlavor) que là où c'est permis, pour un motif admis, et sans valeur à côté.",
    why: 'Ces éléments alimentent les métadonnées obligatoires du partage : un nullFlavor à leur place bloque le dépôt.',
    rules: {
      forbidden: {
        finding: 'L\'élément {element} porte nullFlavor="{actual}", interdit à cette place.',
        expected: 'Une valeur : le tableau 3 de la structuration minimale interdit nullFlavor sur cet élément.',
        remedy: 'Remplir {element}, ou retirer cette occurrence si une autre est remplie.',
      },
      reason: {
        finding: "L'élément {element} porte nullFlavor=\"{actual}\", qui n'est pas un motif admis dans l'en-tête.",
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
