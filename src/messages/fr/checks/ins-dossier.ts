import type { CheckTexts, RuleTexts } from '../../check-texts.js';

function differs(what: string, expected: string): RuleTexts {
  return {
    finding: `${what} « {actual} » ; pour le même patient, un autre endroit dit « {other} » : {where}. Écart : {difference}.`,
    expected,
    remedy:
      "Retrouver laquelle des deux valeurs (--unmask les montre) est celle de l'identité : la réponse d'INSi, sinon la base patients ; puis alimenter tous les exports depuis cette seule identité. Si ce sont deux patients, ou l'identité avant et après une correction, déclarer les deux sous patients dans segur.yaml, et chaque fichier par patient: sous artifacts.",
  };
}

/** Texts of the checks of the dossier as a whole. */
export const insDossier = {
  'ins/one-identity': {
    title: 'Une seule identité par patient dans tout le dossier',
    what: "Pour chaque patient, l'identité déclarée dans segur.yaml ou, à défaut, celle que dit la majorité des pièces est comparée à chaque endroit où elle apparaît : matricule, OID et traits. Les pièces d'un même patient sont celles que segur.yaml lui attribue (patient:), sinon celles que relient une archive, un fil de courriels ou l'identifiant d'un document.",
    why: "Le destinataire range un document d'après l'identité qu'il y lit : un seul trait qui change d'une pièce à l'autre fait refuser le document, ou le range dans le dossier de quelqu'un d'autre.",
    rules: {
      matricule: differs('Matricule INS', 'Le même matricule dans toutes les pièces du patient.'),
      oid: differs(
        'OID du matricule',
        'Le matricule sous le même OID partout : .8 pour un NIR, .9 pour un NIA, .10 en test, .11 en démonstration.',
      ),
      'birth-name': differs(
        'Nom de naissance',
        "Le même nom de naissance partout ; casse, accents, trait d'union, apostrophe et espace ne comptent pas.",
      ),
      'first-given': differs(
        'Premier prénom de naissance',
        'Le même premier prénom partout, et le début de la liste des prénoms.',
      ),
      'given-list': differs('Liste des prénoms de naissance', 'La même liste de prénoms, dans le même ordre, partout.'),
      sex: differs('Sexe', 'Le même sexe dans toutes les pièces du patient.'),
      'birth-date': differs(
        'Date de naissance',
        'La même date partout ; un jour ou un mois inconnu (00) y vaut la date corrigée selon le RNIV.',
      ),
      'birth-place': differs('Code du lieu de naissance', 'Le même code officiel géographique partout.'),
      'used-name': differs('Nom utilisé', 'Le même nom utilisé là où il est dit.'),
      'used-given': differs('Prénom utilisé', 'Le même prénom utilisé là où il est dit.'),
      'another-person': {
        finding:
          "Cette identité est celle d'une autre personne : {count} traits diffèrent de ceux du patient ; le premier, « {other} », est dit à cet autre endroit : {where}.",
        expected: 'La même personne dans tout ce qui se rapporte à un patient.',
        remedy:
          "Vérifier que la bonne pièce a été versée ou jointe. Si elle est d'un autre patient, le déclarer par patient: sous artifacts dans segur.yaml.",
      },
      'message-and-document': {
        finding:
          "Le message HL7 v2 et le document qu'il transporte ne sont pas de la même personne : {count} traits diffèrent ; le premier, « {other} », est dit à cet autre endroit : {where}.",
        expected: 'En PID le patient du document transporté.',
        remedy:
          "Composer PID à partir du recordTarget du document (ou l'inverse). Déclarer le patient du message par patient: sous artifacts dans segur.yaml en fait une erreur.",
      },
      unqualified: {
        finding: "Le matricule « {actual} » est transmis pour un patient dont l'identité n'est pas déclarée qualifiée.",
        expected: "Aucun matricule ni OID d'INS hors du logiciel tant que l'identité n'est pas qualifiée.",
        remedy:
          "Retirer le matricule et son OID de l'export, ou corriger status sous patients dans segur.yaml si l'identité est qualifiée.",
      },
    },
  },
  'ins/production-identity': {
    title: 'Pas de vrai patient dans un dossier de test, pas de patient de test en production',
    what: "Cherche, dans un dossier dont l'environnement est test, les matricules INS qui portent un OID de production (1.2.250.1.213.1.4.8 ou .9), sauf ceux des patients que segur.yaml déclare fictifs ; et, dans un dossier de production, ceux qui portent un OID de test ou de démonstration (.10, .11).",
    why: "Un dossier de référencement se transmet et s'archive : des données de vrais patients n'ont rien à y faire. Certains jeux de test officiels portent des patients fictifs sous ces OID, d'où la déclaration fictitious.",
    rules: {
      production: {
        finding:
          "Le matricule « {actual} » porte l'OID de production {oid} dans un dossier de test : est-ce un vrai patient ?",
        expected: 'Des patients de test, sous les OID .10 (test) ou .11 (démonstration).',
        remedy:
          'Si le patient est réel, retirer le fichier du dossier et refaire l\'export avec un patient de test. S\'il est fictif, le déclarer sous patients dans segur.yaml : { id: F, status: qualifiée, matricule: "…", fictitious: true }.',
      },
      denied: {
        finding:
          "Le matricule « {actual} » porte l'OID de production {oid} dans un dossier de test, ce que --deny-production-identities refuse.",
        expected: 'Des patients de test, sous les OID .10 (test) ou .11 (démonstration).',
        remedy:
          'Si le patient est réel, retirer le fichier du dossier et refaire l\'export avec un patient de test. S\'il est fictif, le déclarer sous patients dans segur.yaml : { id: F, status: qualifiée, matricule: "…", fictitious: true }.',
      },
      'test-identity': {
        finding:
          "Le matricule « {actual} » porte l'OID {oid}, de test ou de démonstration, dans un dossier de production.",
        expected: 'En production, des INS sous les OID .8 (NIR) ou .9 (NIA).',
        remedy:
          "Refaire l'export avec l'INS que rend INSi en production, ou déclarer environment: test si le dossier est un dossier de test.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
