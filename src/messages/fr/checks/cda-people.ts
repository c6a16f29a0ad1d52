import type { CheckTexts } from '../../check-texts.js';

/** The same fault in several participations. */
const cardinality = {
  finding: 'Dans {parent}, l’élément {element} figure {count} fois.',
  expected: '{element} avec la cardinalité {times} dans {parent}.',
  remedy: 'Ajouter {element} s’il manque ; s’il est répété, ne garder que le bon.',
};

export const cdaPeople = {
  'cda/patient-details': {
    title: 'Naissance, décès et représentants du patient',
    what: "Ce que l'entête dit du patient en plus de son identité est unique et bien formé : lieu de naissance, décès, naissances multiples, représentants.",
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
    title: "Adresses et coordonnées télécom de l'entête",
    what: "Chaque addr et chaque telecom de l'entête est rempli, ou dit pourquoi il ne l'est pas, dans une forme que les logiciels savent lire.",
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
  'cda/author': {
    title: 'Auteur du document',
    what: 'Chaque auteur est décrit selon ce qu’il est : un professionnel, le patient ou un système, avec l’identifiant, la profession ou le rôle et la structure qui vont avec.',
    why: 'Les métadonnées du DMP (auteur, spécialité, structure) se tirent de cet élément : ce qui manque ici manque au dépôt, et le DMP le refuse.',
    rules: {
      cardinality,
      'person-or-device': {
        finding: 'Un auteur a {count} éléments assignedPerson ou assignedAuthoringDevice.',
        expected: 'Soit une personne (assignedPerson), soit un système (assignedAuthoringDevice).',
        remedy: 'Écrire un élément author par auteur.',
      },
      'professional-id': {
        finding: "L'auteur est une personne sans identifiant national de professionnel ni INS.",
        expected:
          'assignedAuthor/id avec root="1.2.250.1.71.4.2.1" (PS_IdNat) pour un professionnel, ou l’OID de l’INS pour le patient.',
        remedy:
          'Écrire le numéro RPPS précédé de 8 (ou ADELI précédé de 0) en extension ; un identifiant interne ne suffit pas.',
      },
      'professional-without': {
        finding: "L'auteur est un professionnel et {element} manque.",
        expected: 'Pour un professionnel : code (profession ou spécialité) et representedOrganization avec id et name.',
        remedy: 'Reprendre ces données de l’annuaire santé ou du paramétrage du logiciel.',
      },
      'professional-contact': {
        finding: "L'auteur est un professionnel et {element} manque.",
        expected: 'addr et telecom pour toute personne physique, au besoin avec un nullFlavor.',
        remedy: 'Écrire <{element} nullFlavor="UNK"/> si la donnée est inconnue, ou "MSK" si elle est masquée.',
      },
      'patient-with': {
        finding: "L'auteur est identifié par une INS, donc le patient, et porte {element}.",
        expected: 'Pour le patient : ni code ni representedOrganization.',
        remedy: 'Retirer {element}, ou identifier le professionnel par son PS_IdNat.',
      },
      'system-id': {
        finding: "L'identifiant d'un système auteur ne contient pas de « / ».",
        expected: 'Identifiant de la structure avec son préfixe, « / », puis identifiant du système dans la structure.',
        remedy: 'Écrire par exemple 1990000028/AUTOMATE-1 sous root="1.2.250.1.71.4.2.1".',
      },
      'system-without': {
        finding: "L'auteur est un système et {element} manque.",
        expected: 'Pour un système : code (rôle) et representedOrganization avec id et name.',
        remedy: 'Écrire le code du type de système (par exemple AUTOMATE) et la structure ou l’éditeur.',
      },
      function: {
        finding: "Un auteur qui n'est pas un professionnel porte un functionCode.",
        expected: 'functionCode seulement pour un professionnel.',
        remedy: 'Retirer functionCode de cet auteur.',
      },
    },
  },
  'cda/custodian': {
    title: 'Structure qui conserve le document',
    what: 'Une structure et une seule conserve le document : un établissement ou un cabinet, par son identifiant national, ou le DMP.',
    why: "Le destinataire s'adresse à elle pour retrouver l'original ; le DMP contrôle son identifiant.",
    rules: {
      cardinality,
      root: {
        finding: "L'identifiant de la structure de conservation est sous l'OID « {actual} ».",
        expected: 'root="1.2.250.1.71.4.2.2" pour une structure, "1.2.250.1.213.4.1" pour le DMP.',
        remedy: "Écrire l'identifiant national de la structure (FINESS précédé de 1, SIRET précédé de 3…).",
      },
      extension: {
        finding: "L'identifiant de la structure de conservation n'a pas d'extension.",
        expected: 'extension avec l’identifiant national de la structure (Struct_IdNat).',
        remedy: "Écrire l'identifiant national de la structure, avec son préfixe.",
      },
      'dmp-extension': {
        finding: "L'identifiant du DMP comme structure de conservation porte une extension.",
        expected: '<id root="1.2.250.1.213.4.1"/>, sans extension.',
        remedy: "Retirer l'extension ; si une structure conserve le document, l'identifier sous 1.2.250.1.71.4.2.2.",
      },
      'dmp-name': {
        finding: 'La structure de conservation est le DMP, sous un autre nom.',
        expected: '<name>DMP</name>.',
        remedy: "Écrire DMP ; si une structure conserve le document, l'identifier sous 1.2.250.1.71.4.2.2.",
      },
    },
  },
  'cda/legal-authenticator': {
    title: 'Responsable du document',
    what: 'Le document a un responsable et un seul, qui en a pris la responsabilité à une date, et qui est décrit selon ce qu’il est : un professionnel, le patient ou un service.',
    why: "Sans responsable identifié, le document n'a pas de valeur pour son lecteur, et le DMP le refuse.",
    rules: {
      cardinality,
      'signature-code': {
        finding: 'Le signatureCode du responsable vaut « {actual} ».',
        expected: '<signatureCode code="S"/>.',
        remedy: 'Écrire S, même sans signature électronique : il dit que la responsabilité est prise.',
      },
      nobody: {
        finding: "Le responsable n'est ni une personne ni une structure.",
        expected: 'assignedPerson pour un professionnel ou le patient, representedOrganization pour un service.',
        remedy: 'Écrire le nom du professionnel qui répond du document, et sa structure.',
      },
      'professional-id': {
        finding: 'Le responsable est une personne sans identifiant national de professionnel ni INS.',
        expected:
          'assignedEntity/id avec root="1.2.250.1.71.4.2.1" (PS_IdNat) pour un professionnel, ou l’OID de l’INS pour le patient.',
        remedy:
          "Écrire le numéro RPPS précédé de 8 (ou ADELI précédé de 0) en extension, sous l'OID complet 1.2.250.1.71.4.2.1.",
      },
      'professional-without': {
        finding: 'Le responsable est un professionnel et {element} manque.',
        expected: 'Pour un professionnel : code (profession ou spécialité) et representedOrganization.',
        remedy: 'Reprendre ces données de l’annuaire santé ou du paramétrage du logiciel.',
      },
      'patient-with': {
        finding: 'Le responsable est identifié par une INS, donc le patient, et porte {element}.',
        expected: 'Pour le patient : pas de representedOrganization.',
        remedy: 'Retirer {element}, ou identifier le professionnel par son PS_IdNat.',
      },
    },
  },
  'cda/participants': {
    title: 'Autres participants au document',
    what: "L'opérateur de saisie, les informateurs, les destinataires prévus, ceux qui attestent et les autres participants sont chacun décrits une fois, dans leur rôle.",
    why: 'Les logiciels lisent ici le prescripteur, le médecin traitant, les personnes à prévenir et les destinataires : un rôle mal codé les fait disparaître.',
    rules: {
      cardinality,
      informant: {
        finding: 'Un informant contient {count} éléments assignedEntity ou relatedEntity.',
        expected:
          'Dans chaque informant, soit assignedEntity (professionnel, patient), soit relatedEntity (entourage).',
        remedy: 'Écrire un élément informant par personne.',
      },
      'informant-class': {
        finding: 'Une personne de l’entourage a pour classCode « {actual} ».',
        expected:
          'CON (informateur), NOK (personne de confiance), ECON (à prévenir en cas d’urgence), CAREGIVER (aidant) ou PAT (aidé).',
        remedy: 'Choisir le code du rôle de cette personne ; en écrire un informant par rôle.',
      },
      'recipient-id': {
        finding: "L'identifiant d'un destinataire prévu est sous l'OID « {actual} ».",
        expected: 'root="1.2.250.1.71.4.2.1" (PS_IdNat) ou "1.2.250.1.215.300.5" (numéro AM).',
        remedy: "Écrire l'identifiant national du professionnel, ou retirer l'élément id.",
      },
      'authenticator-signature': {
        finding: 'Le signatureCode de celui qui atteste vaut « {actual} ».',
        expected: '<signatureCode code="S"/>.',
        remedy: 'Écrire S : il dit que le professionnel a validé le contenu.',
      },
      'authenticator-id': {
        finding: 'Celui qui atteste n’a pas d’identifiant national de professionnel.',
        expected: 'authenticator/assignedEntity/id avec root="1.2.250.1.71.4.2.1" (PS_IdNat).',
        remedy: "Écrire le PS_IdNat ; seul un professionnel atteste, retirer l'élément pour toute autre personne.",
      },
      'participant-code': {
        finding:
          'L’attribut {attribute} d’un participant vaut « {actual} », qui n’est pas dans {set} (copie du {version}).',
        expected: 'Un code de ce jeu de valeurs.',
        remedy:
          'Choisir le code du rôle (par exemple REF pour le prescripteur), ou vérifier que ce code est plus récent que notre copie.',
      },
      'participant-id': {
        finding: "Un professionnel participant n'a pas d'identifiant national.",
        expected: 'associatedEntity/id avec root="1.2.250.1.71.4.2.1" (PS_IdNat) quand classCode vaut PROV.',
        remedy:
          'Ajouter le PS_IdNat ; pour une personne qui n\'est pas un professionnel de santé, écrire classCode="AGNT".',
      },
    },
  },
  'cda/people-names': {
    title: "Noms des personnes de l'entête",
    what: "Chaque personne de l'entête autre que le patient a un nom, avec son nom de famille et au plus un prénom, une civilité et un titre.",
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
} satisfies Record<string, CheckTexts>;
