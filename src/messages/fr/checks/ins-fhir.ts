import type { CheckTexts } from '../../check-texts.js';
import { insRules } from './ins-rules.js';

const { sex: _sex, ...patientRules } = insRules;
const { 'ins-c': _insC, 'several-ins': _several, 'first-given': _first, ...codeRules } = patientRules;

export const insFhir = {
  'ins/resource-identity': {
    title: "Ressource FHIR : l'identité du patient",
    what: "Une ressource Patient qui porte une INS, ou qui se dit conforme au profil FRCorePatientINS, a des identifiants dont le type, l'usage et le système concordent, tous les traits de l'identité, et un statut qui permet de transmettre l'INS. Une référence à un patient par son INS a un matricule juste.",
    why: "Le destinataire rapproche le patient d'après cette ressource : un trait absent ou un statut mal codé fait refuser l'identité, ou la fait accepter à tort comme qualifiée.",
    rules: {
      ...patientRules,
      'identifier-slice': {
        finding:
          "L'identifiant que son type ou son système rattache à l'OID {oid} a « {actual} » dans l'élément {part}.",
        expected: 'Pour un identifiant de cette autorité, {part} vaut : {expected}.',
        remedy:
          "Écrire ensemble le type, l'usage et le système d'un même identifiant : INS-NIR et .8, INS-NIA et .9, INS-NIR-TEST et .10, INS-NIR-DEMO et .11.",
      },
      'identifier-incomplete': {
        finding: "L'identifiant sous l'OID {oid} n'a pas d'élément {part}.",
        expected: 'Le type (fr-core-cs-v2-0203), use, system et value.',
        remedy: 'Renseigner {part} : le profil range les identifiants par leur type et leur usage.',
      },
      'element-missing': {
        finding: "L'élément {element} manque au Patient.",
        expected: 'Tous les éléments que le profil FRCorePatientINS rend obligatoires.',
        remedy:
          "Renseigner {element} d'après la réponse d'INSi, ou ne pas se dire conforme au profil FRCorePatientINS (meta.profile).",
      },
      'trait-missing': {
        finding: "Le Patient porte une INS sans l'élément {element}.",
        expected: "Avec l'INS, le nom de naissance, les prénoms, la date et le lieu de naissance, et le sexe.",
        remedy:
          "Transmettre les traits avec le matricule : le destinataire ne peut pas s'en tenir à lui. Le profil FRCorePatientINS dit où les écrire.",
      },
      'official-name': {
        finding: "L'élément {element} est répété.",
        expected: "Un seul nom d'usage « official », avec un seul given : le premier prénom de naissance.",
        remedy:
          "Écrire le premier prénom dans given, la liste des prénoms dans l'extension birth-list-given-name, et le nom utilisé dans un name d'usage « usual ».",
      },
      sex: {
        finding: 'Le sexe (gender) est « {actual} ».',
        expected: 'male ou female ; le profil tolère unknown.',
        remedy: "Écrire le sexe de la réponse d'INSi : F devient female, M devient male.",
      },
      'sex-unknown': {
        finding: 'Le sexe (gender) est inconnu alors que le Patient porte une INS.',
        expected: "male ou female : INSi ne donne rien d'autre.",
        remedy: "Reprendre le sexe de la réponse d'INSi ; sans lui, l'identité n'est pas qualifiée et part sans INS.",
      },
      'status-system': {
        finding: "Le statut {code} est codé dans « {system} », qui n'est pas une table de FR Core pour les statuts.",
        expected:
          "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0445 (FR Core jusqu'à 2.1) ou …/fr-core-cs-identity-status (à partir de 2.2).",
        remedy: "Écrire l'adresse exacte de la table : VALI n'a pas le même sens dans l'une et dans l'autre.",
      },
      'status-missing': {
        finding: "Le Patient porte une INS sans statut d'identité.",
        expected: "L'extension identityReliability avec un identityStatus.",
        remedy: 'Écrire le statut : VALI dans fr-core-cs-v2-0445, ou QUAL dans fr-core-cs-identity-status.',
      },
      'status-unqualified': {
        finding: 'Le Patient porte une INS alors que son statut est {code} (table {table}), qui ne dit pas qualifiée.',
        expected:
          "Avec une INS, VALI dans la table v2-0445 (FR Core jusqu'à 2.1) ou QUAL dans la table identity-status (à partir de 2.2, où VALI veut dire validée sans INSi).",
        remedy:
          "Si l'identité est qualifiée, écrire le code qui le dit dans la table employée ; sinon, retirer le matricule et son OID.",
      },
      'validated-without-ins': {
        finding: 'Le statut est VALI (table v2-0445) et aucun identifiant ne porte une INS.',
        expected: 'Un identifiant INS-NIR, INS-NIA, INS-NIR-TEST ou INS-NIR-DEMO (fr-core-1).',
        remedy:
          "Dans cette table VALI veut dire qualifiée par INSi : joindre l'INS, ou écrire PROV tant qu'INSi n'a pas répondu.",
      },
      'qualified-without-ins': {
        finding: 'Le statut est {code} et aucun identifiant ne porte une INS.',
        expected: "Une identité qualifiée avec son matricule et l'OID de celui-ci.",
        remedy: "Joindre l'INS si l'échange la demande ; sinon vérifier le statut transmis.",
      },
      'several-official': {
        finding: "{count} identifiants ont l'usage « official ».",
        expected: "Un seul identifiant d'usage « official », l'INS, quand le statut est VALI (fr-core-2).",
        remedy: "Donner aux identifiants locaux l'usage « usual » ou « secondary ».",
      },
      'attribute-status': {
        finding: "L'identité est dite douteuse ou fictive ({codes}) avec le statut {code}.",
        expected: "Le statut PROV dès que l'identité est douteuse (DOUT) ou fictive (FICT).",
        remedy: "Repasser l'identité en provisoire quand l'attribut est posé, et retirer l'INS de ce qui part.",
      },
      'attribute-combination': {
        finding: "Ces attributs de l'identité ne vont pas ensemble : {codes}.",
        expected: 'Douteuse et homonyme peuvent aller ensemble ; fictive va seule.',
        remedy: "Ne garder que l'attribut qui convient : une identité fictive n'est celle de personne.",
      },
    },
  },
  'ins/unqualified-resource': {
    title: "Ressource FHIR d'un patient non qualifié : pas d'INS",
    what: "Une ressource FHIR, ou un Bundle, au sujet d'un patient dont l'identité n'est pas qualifiée le désigne par un identifiant local et ses traits, jamais par l'INS : ni dans Patient, ni dans une référence, ni dans une recherche.",
    why: "Le serveur rattache la ressource au dossier que l'INS désigne : sans vérification sur pièce, ce peut être celui d'une autre personne.",
    rules: {
      'ins-id': {
        finding: "Le patient, non qualifié, est identifié sous l'OID de l'INS {oid}.",
        expected: 'Aucun identifiant sous les OID 1.2.250.1.213.1.4.8, .9, .10 ou .11.',
        remedy:
          "Avant de produire la ressource, lire le statut de l'identité : s'il n'est pas « qualifiée », n'écrire que l'identifiant local et les traits.",
      },
      search: {
        finding: "Le patient, non qualifié, est désigné par une recherche sous l'OID de l'INS {oid}.",
        expected: 'Une référence à la ressource Patient, ou une recherche par identifiant local.',
        remedy: 'Ne chercher un patient par son INS que si son identité est qualifiée.',
      },
      mailbox: {
        finding: "L'adresse « {actual} » contient le matricule d'un patient non qualifié.",
        expected: "Aucun telecom à l'adresse du patient dans patient.mssante.fr.",
        remedy: "Ne pas déduire l'adresse de la messagerie du patient tant que son identité n'est pas qualifiée.",
      },
    },
  },
  'ins/datamatrix-identity': {
    title: 'Datamatrix INS : forme et identité',
    what: "Le datamatrix imprimé pour un patient qualifié suit le format de l'ANS : entête de 26 caractères, champs S1 à S6 et S7 facultatif, séparateurs, date JJ-MM-AAAA ; et l'identité qu'il porte est juste.",
    why: "Le logiciel qui le lit reprend l'identité sans que personne la ressaisisse : un code mal formé ne se lit pas, un code faux donne l'identité d'un autre.",
    rules: {
      ...codeRules,
      'name-shape': {
        finding: "« {actual} » ({trait}) n'a pas la forme que la base nationale admet : {fault}.",
        expected:
          "Pas d'espace ni d'apostrophe doublés, pas de double trait d'union dans un prénom, rien en trop aux deux bouts.",
        remedy: "Imprimer le nom tel qu'INSi le donne : un lecteur compare ce qu'il lit.",
      },
      'other-code': {
        finding: 'Le code est un 2D-Doc (type {type}), pas un datamatrix INS.',
        expected: "Le datamatrix INS, qui commence par IS01 et n'est pas signé.",
        remedy:
          "Imprimer le datamatrix INS sur les documents d'un patient qualifié ; si le 2D-Doc est là pour autre chose, montrer aussi l'autre code.",
      },
      header: {
        finding: "L'entête du datamatrix est « {actual} » ; ce n'est pas celui du format.",
        expected: 'IS, la version 01, puis 22 zéros.',
        remedy: "Écrire l'entête IS010000000000000000000000, puis S1 aussitôt.",
      },
      'field-missing': {
        finding: 'Le champ {id} du datamatrix manque.',
        expected:
          'S1 matricule, S2 OID, S3 prénoms, S4 nom de naissance, S5 sexe, S6 date de naissance ; S7 lieu de naissance est facultatif.',
        remedy: "Écrire {id} ; sans l'un de ces traits, l'identité n'est pas qualifiée et ne donne pas de datamatrix.",
      },
      'field-twice': {
        finding: 'Le champ {id} est écrit deux fois.',
        expected: 'Chaque champ une fois.',
        remedy: "N'écrire {id} qu'une fois : les lecteurs ne prennent pas tous la même valeur.",
      },
      'field-unknown': {
        finding: "Le champ {id} n'est pas du format du datamatrix INS.",
        expected: 'Les champs S1 à S7.',
        remedy: 'Retirer {id} : un lecteur ne sait pas où il finit.',
      },
      'field-order': {
        finding: "Les champs du datamatrix sont dans l'ordre {order}, et non dans celui de leur numéro.",
        expected: "L'ordre S1 à S7, que suivent les logiciels qui écrivent ; un lecteur accepte tous les ordres.",
        remedy: "Écrire les champs dans l'ordre de leur numéro.",
      },
      separator: {
        finding: 'Un séparateur (GS, code 29) suit le champ {id}, où il ne sert pas.',
        expected:
          "Un séparateur derrière S2, S3 ou S4 seulement, quand la valeur n'a pas sa longueur maximale et n'est pas la dernière.",
        remedy: 'Retirer ce séparateur : un lecteur strict y voit un champ vide.',
      },
      oid: {
        finding: "S2 porte l'OID « {actual} », qui n'est pas celui d'une INS.",
        expected: '1.2.250.1.213.1.4.8 (NIR), .9 (NIA), .10 (test) ou .11 (démonstration).',
        remedy: "Écrire dans S2 l'OID qu'INSi donne avec le matricule.",
      },
      sex: {
        finding: 'Le sexe (S5) est « {actual} ».',
        expected: 'F ou M, en capitale.',
        remedy: "Écrire le sexe de la réponse d'INSi ; une identité de sexe indéterminé n'est pas qualifiée.",
      },
      'birth-date-form': {
        finding: "S6 porte « {actual} », qui n'a pas la forme d'une date du datamatrix.",
        expected: 'JJ-MM-AAAA, par exemple 05-03-1972.',
        remedy: "Mettre la date dans cet ordre, avec deux traits d'union.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
