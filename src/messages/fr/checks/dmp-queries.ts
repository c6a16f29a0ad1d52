import type { CheckTexts } from '../../check-texts.js';
import { outcome } from './outcome.js';

export const dmpQueries = {
  'dmp/existence-test': {
    title: "Test d'existence du DMP (TD0.2)",
    what: "La requête (PRPA_IN201307UV02) demande au DMP, pour le motif TEST_EXST, si un patient et un seul a un DMP ; la réponse est celle de cette question et donne l'état de l'autorisation.",
    why: "C'est de cette réponse que dépend l'accès : mal formée, la question est refusée ; attribuée à une autre, la réponse ouvre le mauvais dossier.",
    rules: {
      refused: outcome.refused,
      receiver: {
        finding: 'Le destinataire a pour identifiant « {actual} ».',
        expected: 'receiver/device/id de root 1.2.250.1.213.4.1.1.1, celui du DMP.',
        remedy: 'Écrire cet OID dans receiver/device/id/@root.',
      },
      identifiers: {
        finding: '{element} est absent ou sans root.',
        expected:
          "Un identifiant du message, de l'émetteur (sender/device/id) et de la question (queryId), chacun avec un root.",
        remedy: "Écrire {element} avec un OID de l'éditeur en root.",
      },
      'creation-time': {
        finding: "creationTime vaut « {actual} », qui n'est pas une date et une heure.",
        expected: 'AAAAMMJJhhmmss.',
        remedy: "Écrire la date et l'heure de la requête, à la seconde.",
      },
      interaction: {
        finding: 'interactionId a pour extension « {actual} ».',
        expected: "{expected}, le nom de l'élément du corps.",
        remedy: 'Écrire {expected} dans interactionId/@extension.',
      },
      reason: {
        finding: "Le motif de la requête (reasonCode) est « {actual} », ou n'est pas de la bonne nomenclature.",
        expected: 'code TEST_EXST, codeSystem 1.2.250.1.213.1.1.4.11.',
        remedy: 'Écrire ce reasonCode dans controlActProcess.',
      },
      patient: {
        finding: 'La requête porte sur {count} identifiants de patient.',
        expected: 'Un patientIdentifier avec une seule valeur : le matricule INS et son OID.',
        remedy: 'Faire une requête par patient, avec son seul matricule INS.',
      },
      semantics: {
        finding: 'semanticsText vaut « {actual} ».',
        expected: 'Patient.id',
        remedy: 'Écrire Patient.id dans patientIdentifier/semanticsText.',
      },
      'answer-target': {
        finding: 'La réponse désigne le message « {actual} », ou une autre question que celle de la requête.',
        expected: 'targetMessage/id et queryId repris de la requête : {expected}.',
        remedy: 'Vérifier que la réponse jointe est bien celle de cette requête.',
      },
      'answer-code': {
        finding: 'queryResponseCode vaut « {actual} ».',
        expected: 'OK si le patient a un DMP, NF sinon.',
        remedy: 'Vérifier que la réponse est celle du DMP, entière.',
      },
      'no-authorization': {
        finding: "La réponse trouve le DMP sans dire l'état de l'autorisation de l'utilisateur.",
        expected: 'Une attentionLine de mot clé AUTORISATION, avec une valeur.',
        remedy: 'Vérifier que la réponse est exportée en entier.',
      },
    },
  },
  'dmp/authorization': {
    title: "Autorisation d'accès au DMP (TD0.3)",
    what: "La requête setAuthorization ajoute ou supprime une autorisation avec les mots du service, et la réponse du DMP dit qu'elle l'est.",
    why: "Un mot que le service ne connaît pas fait refuser la requête, et l'utilisateur reste sans accès.",
    rules: {
      ...outcome,
      action: {
        finding: 'action vaut « {actual} ».',
        expected: 'AJOUT ou SUPPRESSION.',
        remedy: "Écrire AJOUT pour donner l'autorisation, SUPPRESSION pour la retirer.",
      },
      role: {
        finding: 'role vaut « {actual} ».',
        expected: "MEDECIN_TRAITANT, ou pas d'élément role.",
        remedy: "N'écrire role que pour se déclarer médecin traitant.",
      },
    },
  },
  'dmp/patient-list': {
    title: 'Liste des DMP autorisés (TD0.4)',
    what: "La requête patientList demande les DMP que l'utilisateur peut ouvrir depuis une date d'un type connu, et la réponse désigne chaque patient par un identifiant.",
    why: 'Un type de date inconnu fait refuser la requête ; une date mal écrite donne une liste vide.',
    rules: {
      ...outcome,
      'start-date': {
        finding: 'startDate vaut « {actual} ».',
        expected: 'AAAAMMJJhhmmss.',
        remedy: "Écrire la date et l'heure, sans séparateur.",
      },
      'date-type': {
        finding: 'dateType vaut « {actual} ».',
        expected: 'LASTAUTORIZATION ou LASTDOC.',
        remedy: "Écrire une de ces deux valeurs, avec l'orthographe du WSDL.",
      },
      'unnamed-patient': {
        finding: "Un patient de la liste n'a pas d'identifiant.",
        expected: 'nationalId et nationalIdType pour chaque patient.',
        remedy: 'Vérifier que la réponse est exportée en entier.',
      },
    },
  },
  'dmp/search': {
    title: 'Recherche de documents dans le DMP (TD3.1)',
    what: 'La requête (ITI-18) appelle une requête enregistrée connue, avec ses paramètres obligatoires, écrits comme le registre les lit : apostrophes droites, parenthèses, codes avec leur nomenclature, dates UTC.',
    why: 'Un paramètre mal écrit fait échouer la recherche ; un paramètre inconnu est ignoré, et la liste contient plus que ce qui était demandé.',
    rules: {
      ...outcome,
      'query-id': {
        finding: "L'identifiant de requête « {actual} » n'est celui d'aucune requête enregistrée d'IHE.",
        expected: 'Par exemple urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d (FindDocuments).',
        remedy: "Écrire dans AdhocQuery/@id l'identifiant de la requête voulue.",
      },
      'return-type': {
        finding: 'returnType vaut « {actual} ».',
        expected: 'LeafClass pour les entrées, ObjectRef pour leurs seuls identifiants.',
        remedy: 'Écrire une de ces deux valeurs dans ResponseOption/@returnType.',
      },
      'required-parameter': {
        finding: "La requête {query} n'a pas de paramètre {parameter}.",
        expected: 'Le paramètre {parameter}, avec une valeur.',
        remedy: 'Ajouter un Slot de ce nom.',
      },
      'unknown-parameter': {
        finding: "FindDocuments n'a pas de paramètre « {actual} » : le registre l'ignore.",
        expected: "Un paramètre qu'IHE définit pour FindDocuments.",
        remedy: 'Corriger le nom du Slot, casse et $ compris, ou le retirer.',
      },
      quotes: {
        finding: "La valeur de {parameter}, « {actual} », n'est pas entre apostrophes droites.",
        expected: 'Chaque texte entre apostrophes droites, séparés par des virgules, dans des parenthèses.',
        remedy:
          'Écrire la valeur entre apostrophes droites, dans des parenthèses ; une apostrophe dans le texte est doublée.',
      },
      list: {
        finding: "La valeur de {parameter}, « {actual} », n'est pas entre parenthèses.",
        expected: 'Une liste entre parenthèses, même pour une seule valeur.',
        remedy: 'Entourer la valeur de parenthèses.',
      },
      status: {
        finding: "Le statut « {actual} » n'est pas un statut de document du DMP.",
        expected:
          'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved ou Deprecated, urn:asip:ci-sis:2010:StatusType:Archived ou Deleted.',
        remedy: 'Écrire un de ces statuts en entier.',
      },
      'coded-value': {
        finding: "La valeur de {parameter}, « {actual} », n'a pas la forme d'un code.",
        expected: 'code^^OID de la nomenclature.',
        remedy: "Ajouter ^^ puis l'OID de la nomenclature après le code.",
      },
      'unknown-code': {
        finding: "Le code « {actual} » de {parameter} n'est pas dans {set}, dans notre copie du {version}.",
        expected: 'Un code de {set}.',
        remedy: "Corriger le code ; s'il est plus récent que cette copie, ne rien changer.",
      },
      date: {
        finding: "La date de {parameter}, « {actual} », n'est pas une date UTC du registre.",
        expected: 'AAAA à AAAAMMJJhhmmss, en UTC, sans décalage ni séparateur.',
        remedy: "Convertir la date en UTC et l'écrire sans séparateur.",
      },
      period: {
        finding: 'La période se termine ({actual}) avant de commencer ({start}).',
        expected: 'Un début antérieur à la fin.',
        remedy: 'Inverser les deux bornes.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
