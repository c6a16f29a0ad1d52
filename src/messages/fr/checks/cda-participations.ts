import type { CheckTexts } from '../../check-texts.js';

/** The same fault in several participations. */
export const cardinality = {
  finding: 'Dans {parent}, l’élément {element} figure {count} fois.',
  expected: '{element} avec la cardinalité {times} dans {parent}.',
  remedy: 'Ajouter {element} s’il manque ; s’il est répété, ne garder que le bon.',
};

/** Those who take part in a document, each in its role. */
export const cdaParticipations = {
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
    what: "L'opérateur de saisie, les informateurs, les destinataires prévus, les professionnels attestants (authenticator) et les autres participants sont chacun décrits une fois, dans leur rôle.",
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
        expected:
          'root="1.2.250.1.71.4.2.1" (PS_IdNat) ou "1.2.250.1.215.300.5" (numéro donné par l’Assurance maladie).',
        remedy: "Écrire l'identifiant national du professionnel, ou retirer l'élément id.",
      },
      'authenticator-signature': {
        finding: 'Le signatureCode d’un professionnel attestant (authenticator) vaut « {actual} ».',
        expected: '<signatureCode code="S"/>.',
        remedy: 'Écrire S : il dit que le professionnel a validé le contenu.',
      },
      'authenticator-id': {
        finding: 'Un professionnel attestant (authenticator) n’a pas d’identifiant national.',
        expected: 'authenticator/assignedEntity/id avec root="1.2.250.1.71.4.2.1" (PS_IdNat).',
        remedy: "Écrire le PS_IdNat ; seul un professionnel atteste, retirer l'élément pour toute autre personne.",
      },
      'participant-code': {
        finding:
          'L’attribut {attribute} d’un participant vaut « {actual} », qui n’est pas dans {set} (copie du {version}).',
        expected: 'Un code de ce jeu de valeurs.',
        remedy:
          'Choisir le code du rôle (par exemple REF pour le prescripteur), ou ne pas tenir compte de cette alerte si le code y est entré après le {version}.',
      },
      'participant-id': {
        finding: "Un professionnel participant n'a pas d'identifiant national.",
        expected: 'associatedEntity/id avec root="1.2.250.1.71.4.2.1" (PS_IdNat) quand classCode vaut PROV.',
        remedy:
          'Ajouter le PS_IdNat ; pour une personne qui n\'est pas un professionnel de santé, écrire classCode="AGNT".',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
