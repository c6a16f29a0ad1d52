import type { CheckTexts } from '../../check-texts.js';
import { insRules } from './ins-rules.js';

export const insDocuments = {
  'ins/document-identity': {
    title: 'INS du document et ses traits',
    what: 'Quand recordTarget porte une INS, elle est seule, vient en premier, a une forme et une clé justes, et les traits qui l’accompagnent sont écrits comme INSi les donne.',
    why: 'Le validateur officiel vérifie que ces données sont là, pas ce qu’elles valent : un matricule faux range le document dans le dossier d’une autre personne, un trait mal écrit empêche de le ranger.',
    rules: {
      'matricule-form': insRules['matricule-form'],
      'matricule-key': insRules['matricule-key'],
      'matricule-key-test': insRules['matricule-key-test'],
      'matricule-unusual': insRules['matricule-unusual'],
      'ins-c': insRules['ins-c'],
      'name-form': insRules['name-form'],
      'first-given': insRules['first-given'],
      sex: insRules.sex,
      'birth-date': insRules['birth-date'],
      'birth-place': insRules['birth-place'],
      'birth-place-unknown': insRules['birth-place-unknown'],
      'given-elements': {
        finding: 'Les prénoms de naissance sont écrits en plusieurs éléments given sans qualifier, dont « {actual} ».',
        expected: 'Un seul given sans qualifier : la liste des prénoms, séparés par des espaces, comme INSi la donne.',
        remedy: 'Écrire toute la liste dans un élément, et le premier prénom seul dans given BR.',
      },
      'several-ins': {
        finding: 'Le patient porte {count} identifiants INS, dont « {actual} ».',
        expected: "Un seul patientRole/id sous un OID d'INS.",
        remedy: "N'écrire que le matricule actif, sous l'OID qu'INSi donne avec lui (NIR ou NIA).",
      },
      'ins-first': {
        finding: "Le premier identifiant du patient n'est pas son INS : il est sous l'OID « {actual} ».",
        expected:
          "L'INS en premier patientRole/id dans un document destiné au DMP ou à un autre système partagé, les identifiants locaux ensuite.",
        remedy: "Écrire l'identifiant INS avant l'IPP.",
      },
      'birth-hour': {
        finding: 'La date de naissance « {actual} » comporte une heure.',
        expected: "Avec une INS, l'année, le mois et le jour d'INSi : AAAAMMJJ.",
        remedy: "N'écrire que les 8 chiffres de la date.",
      },
      mailbox: {
        finding: "L'adresse de messagerie « {actual} » n'est pas celle du matricule du patient.",
        expected: 'mailto: suivi du matricule INS de recordTarget et de @patient.mssante.fr.',
        remedy: "Composer l'adresse à partir du matricule du document, jamais d'un autre dossier.",
      },
      'matricule-oid': {
        finding:
          "« {actual} » a la forme d'un matricule INS, clé et naissance comprises, mais son OID, « {authority} », n'est pas celui de l'INS.",
        expected:
          'Un matricule INS sous 1.2.250.1.213.1.4.8 (NIR) ou .9 (NIA), .10 ou .11 en test ; un numéro de sécurité sociale sous .13 ou .14.',
        remedy:
          "Si c'est l'INS qualifiée, l'écrire sous l'OID reçu d'INSi ; si l'identité n'est pas qualifiée, ne pas émettre ce numéro.",
      },
    },
  },
  'ins/metadata-identity': {
    title: 'Patient des métadonnées XDS',
    what: 'Dans METADATA.XML, patientId et sourcePatientId sont des identifiants bien formés, sous l’INS quand les documents la portent, et sourcePatientInfo donne les traits de cette identité.',
    why: 'Le destinataire et le DMP rattachent l’archive au patient d’après ces métadonnées, avant d’ouvrir le document.',
    rules: {
      'matricule-form': insRules['matricule-form'],
      'matricule-key': insRules['matricule-key'],
      'matricule-key-test': insRules['matricule-key-test'],
      'matricule-unusual': insRules['matricule-unusual'],
      'ins-c': insRules['ins-c'],
      'several-ins': insRules['several-ins'],
      'name-form': insRules['name-form'],
      'first-given': insRules['first-given'],
      sex: insRules.sex,
      'birth-date': insRules['birth-date'],
      'birth-place': insRules['birth-place'],
      'birth-place-unknown': insRules['birth-place-unknown'],
      'id-form': {
        finding: "{attribute} « {actual} » est mal formé : {component} n'est pas comme XDS l'attend.",
        expected:
          "identifiant^^^&OID&ISO^type : identifiant (CX.1), OID de l'autorité (CX.4.2), ISO (CX.4.3) et type (CX.5) remplis, nom de l'autorité (CX.4.1) vide.",
        remedy: "Ne pas recopier le PID-3 d'un message HL7 v2, qui nomme l'autorité : recomposer l'identifiant.",
      },
      'ins-type': {
        finding: "{attribute} « {actual} » porte l'INS sous un type (CX.5) autre que NH.",
        expected: "matricule^^^&OID&ISO^NH : dans XDS, le type de l'INS est NH ; INS est celui des messages HL7 v2.",
        remedy: 'Écrire NH dans le type (CX.5), dernier composant.',
      },
      'local-type': {
        finding: "{attribute} « {actual} » est un identifiant local d'un type (CX.5) autre que PI.",
        expected: "identifiant^^^&OID&ISO^PI pour un identifiant de la structure ; NH est réservé à l'INS.",
        remedy: 'Écrire PI dans le type (CX.5), dernier composant.',
      },
      'patient-id-ins': {
        finding: "patientId « {actual} » n'est pas l'INS, que les documents portent pourtant.",
        expected: "matricule^^^&OID&ISO^NH, celui de recordTarget ; l'identifiant local va dans sourcePatientId.",
        remedy: "Composer patientId à partir de l'INS qualifiée du document.",
      },
      'info-form': {
        finding: 'La valeur « {actual} » de sourcePatientInfo ne dit pas de quel champ PID elle est.',
        expected: 'PID-n|valeur, par exemple PID-8|F.',
        remedy: "Écrire une Value par champ, précédée du numéro du champ PID et d'une barre.",
      },
      'info-repeated': {
        finding: 'sourcePatientInfo donne plusieurs fois {field}, dont « {actual} ».',
        expected: 'Chaque champ une fois au plus, sauf PID-3 et PID-5.',
        remedy: "Garder la valeur de l'identité du document et retirer les autres.",
      },
      'info-name': {
        finding: 'sourcePatientInfo ne donne pas le nom du patient.',
        expected: 'Un PID-5 au moins, par exemple PID-5|NOM^PRENOM^LISTE DES PRENOMS^^^^L.',
        remedy: 'Écrire le nom de naissance, le premier prénom et la liste des prénoms de recordTarget.',
      },
      'birth-name': {
        finding:
          "Avec une INS, sourcePatientInfo ne donne pas toute l'identité de naissance : il manque {component} dans « {actual} ».",
        expected:
          "PID-5|nom de naissance^premier prénom^liste des prénoms^^^^L. Un validateur officiel a refusé à tort la liste des prénoms (FAQ de l'ANS) : la laisser.",
        remedy: 'Écrire les trois parties du nom et le type L ; le nom utilisé va dans un autre PID-5, de type D.',
      },
      'birth-place-unread': {
        finding: 'PID-11 « {actual} » ne donne pas le lieu de naissance.',
        expected:
          'PID-11|^^^^^^BDL^^ suivi du code officiel géographique : le type BDL en 7e composant, le code en 9e.',
        remedy: 'Placer le code INSEE du lieu de naissance en 9e composant.',
      },
      'matricule-oid': {
        finding:
          "« {actual} » a la forme d'un matricule INS, clé et naissance comprises, mais son OID, « {authority} », n'est pas celui de l'INS.",
        expected:
          'Un matricule INS sous 1.2.250.1.213.1.4.8 (NIR) ou .9 (NIA), .10 ou .11 en test ; un numéro de sécurité sociale sous .13 ou .14.',
        remedy:
          "Si c'est l'INS qualifiée, l'écrire sous l'OID reçu d'INSi ; si l'identité n'est pas qualifiée, ne pas émettre ce numéro.",
      },
    },
  },
  'ins/mailbox-identity': {
    title: 'Messagerie du patient et matricule',
    what: 'Une adresse de patient.mssante.fr est faite d’un matricule juste.',
    why: 'L’adresse est le seul lien avec le citoyen : un chiffre d’écart envoie ses documents à quelqu’un d’autre, ou à personne.',
    rules: {
      'matricule-form': {
        finding: "L'adresse « {actual}@patient.mssante.fr » n'est pas faite d'un matricule INS : {fault}.",
        expected:
          'Les 15 caractères du matricule, clé comprise, devant @patient.mssante.fr ; ou la boîte de test reponse.automatique-test.',
        remedy: "Composer l'adresse à partir du matricule de l'identité qualifiée, sans la laisser saisir.",
      },
      'matricule-key-test': insRules['matricule-key-test'],
      'matricule-unusual': insRules['matricule-unusual'],
    },
  },
} satisfies Record<string, CheckTexts>;
