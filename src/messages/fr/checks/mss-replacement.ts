import type { CheckTexts } from '../../check-texts.js';

export const mssReplacement = {
  'mss/laboratory-report': {
    title: 'Compte rendu de biologie structuré',
    what: "Parmi les comptes rendus d'examens de biologie (type 11502-2) que portent les messages d'un laboratoire, un au moins est structuré : CDA R2 niveau 3, structuredBody.",
    why: "Un compte rendu en PDF seul oblige le destinataire à ressaisir les résultats : son logiciel n'en lit aucun.",
    rules: {
      'not-structured': {
        finding:
          'Tous les comptes rendus de biologie fournis sont de niveau 1 : leurs résultats ne sont que dans un PDF.',
        expected: "Un compte rendu de niveau 3 (structuredBody), selon le volet CR d'examens de biologie médicale.",
        remedy: 'Produire le document structuré, le PDF/A-1 étant joint à côté, et fournir le message qui le porte.',
      },
    },
  },
  'mss/replacement': {
    title: "Nouvelle version d'un document déjà envoyé",
    what: "Un message qui porte la nouvelle version d'un document (relatedDocument RPLC) est rapproché de celui qui portait la première : même patient, même setId, numéro de version suivant. Le texte du PDF dit « annule et remplace », le message aussi.",
    why: "Le destinataire qui lit le PDF ne voit pas l'entête du CDA : sans la mention, il garde deux documents contraires et peut suivre l'ancien.",
    rules: {
      'pdf-mention': {
        finding: 'Le document en remplace un autre, mais le texte de son PDF ne le dit pas.',
        expected:
          'La mention « annule et remplace », bien visible dans le PDF, avec de quoi reconnaître la version annulée.',
        remedy:
          'Ajouter la mention au modèle du PDF dès que la version dépasse 1 : « Ce document annule et remplace la version 1 du 16/03/2026 ».',
      },
      'pdf-wording': {
        finding: "Le PDF parle d'un remplacement, mais sans les mots « annule et remplace ».",
        expected: 'La mention « annule et remplace », ou des mots tout aussi clairs.',
        remedy: "Écrire « annule et remplace » : c'est la mention que cherchent le destinataire et l'évaluateur.",
      },
      'mail-mention': {
        finding: "Le message porte la nouvelle version d'un document, mais ni son objet ni son texte ne le disent.",
        expected: 'Un texte préparé qui dit « annule et remplace ».',
        remedy:
          "Composer le texte du message d'après la version : « Le document joint annule et remplace celui du 16/03/2026 ».",
      },
      'replaces-nothing': {
        finding: "Le message dit « annule et remplace », mais aucun des documents joints n'en remplace un autre.",
        expected:
          "Dans le CDA, un relatedDocument RPLC qui désigne l'ancienne version, le même setId et un versionNumber plus grand.",
        remedy:
          'Produire le document corrigé comme nouvelle version du premier : sans ce lien, le logiciel du destinataire garde les deux.',
      },
      patient: {
        finding: "Ce document en remplace un d'un autre patient, envoyé par {file}.",
        expected: 'Le même patient dans les deux versions.',
        remedy:
          'Ne pas remplacer un document adressé au mauvais patient : le supprimer, prévenir ses destinataires, puis en créer un nouveau.',
      },
      set: {
        finding: "Le setId {actual} n'est pas celui du document remplacé, envoyé par {file}.",
        expected: '{set}, le même pour toutes les versions.',
        remedy: 'Garder le setId de la première version ; seuls id et versionNumber changent.',
      },
      version: {
        finding: 'Le numéro de version {actual} ne suit pas celui du document remplacé, {version}, envoyé par {file}.',
        expected: 'Un versionNumber plus grand que {version}.',
        remedy: 'Ajouter 1 au versionNumber de la version remplacée.',
      },
      unlinked: {
        finding: 'Ce document a le setId {set} et la version de celui que {file} envoie, sous un autre identifiant.',
        expected:
          "Le même identifiant pour le même document, ou une nouvelle version liée à l'ancienne par relatedDocument RPLC.",
        remedy:
          "Renvoyer le CDA déjà produit sans le régénérer ; s'il a changé, augmenter versionNumber et ajouter relatedDocument RPLC.",
      },
    },
  },
  'mss/deletion-notice': {
    title: "Avertissement de la suppression d'un document",
    what: "Un message qui annonce la suppression d'un document est rapproché de celui qui l'avait envoyé (message auquel il répond ou qu'il joint, document nommé) : il va à tous ses destinataires, et à eux seuls.",
    why: 'Un destinataire oublié continue à se servir du document ; un autre apprend une information qui ne le concerne pas.',
    rules: {
      'no-document': {
        finding: 'Rien dans ce message ne permet de reconnaître, parmi les documents envoyés, celui qui est supprimé.',
        expected:
          "Le titre du document, sa date et le nom du patient, ou le message d'origine en réponse ou en pièce jointe.",
        remedy: 'Préparer le texte avec le titre, la date et le patient du document supprimé.',
      },
      'not-recipient': {
        finding: "L'avertissement va à {actual}, qui n'avait pas reçu le document.",
        expected: 'Les destinataires du document supprimé, eux seuls.',
        remedy: 'Reprendre les adresses du message qui avait envoyé le document.',
      },
      forgotten: {
        finding:
          'Le document supprimé avait été envoyé à {actual} par {file}, mais aucun avertissement ne lui est adressé.',
        expected: 'Un avertissement à chacun des destinataires du document.',
        remedy:
          "Envoyer l'avertissement à toutes les adresses du message qui avait envoyé le document, copies comprises.",
      },
    },
  },
  'mss/document-recipients': {
    title: 'Destinataires nommés dans le document',
    what: "Quand le CDA donne l'adresse MSSanté de ses destinataires (informationRecipient), celles des professionnels du message sont parmi elles.",
    why: 'Un envoi automatique suit la liste du document : une adresse de plus est peut-être une erreur.',
    rules: {
      unnamed: {
        finding: "{actual} n'est pas l'adresse d'un destinataire que le document nomme.",
        expected: 'Une adresse donnée par un informationRecipient du CDA.',
        remedy: "Vérifier le correspondant choisi ; s'il est voulu, l'ajouter aux destinataires du document.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
