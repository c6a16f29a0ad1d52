import type { CheckTexts } from '../../check-texts.js';
import { insRules } from './ins-rules.js';

export const insHl7v2 = {
  'ins/message-identity': {
    title: "Message HL7 v2 : l'identité qui accompagne l'INS",
    what: 'Dans chaque segment PID qui porte une INS : le matricule et sa clé, son OID et son type (PID-3), le nom et les prénoms de naissance (PID-5 de type L), la date de naissance (PID-7), le sexe (PID-8) et le code du lieu de naissance (PID-11 de type BDL) ; dans le message, les destinataires désignés par un matricule (PRT).',
    why: "Le destinataire rapproche l'identité reçue de la sienne trait par trait : un trait mal placé ou mal écrit fait rejeter l'INS, ou range les données dans le dossier d'un autre patient.",
    rules: {
      ...insRules,
      oid: {
        finding:
          "L'identifiant « {actual} » de PID-3 se dit INS, mais l'OID de son autorité d'affectation, « {oid} », n'est pas celui d'une INS.",
        expected: 'CX.4.2 = 1.2.250.1.213.1.4.8 (NIR) ou .9 (NIA), .10 (test) ou .11 (démonstration).',
        remedy:
          "Écrire en CX.4 l'OID reçu d'INSi avec le matricule, par exemple ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO.",
      },
      'ins-type': {
        finding: "Le type (CX.5) de l'identifiant INS est « {actual} », et non INS.",
        expected: 'INS en CX.5 de PID-3 ; NH ne vaut que dans les métadonnées XDS et le VIHF.',
        remedy: 'Écrire INS en CX.5 de la répétition de PID-3 qui porte le matricule.',
      },
      'oid-type': {
        finding: "Le type (CX.4.3) de l'autorité d'affectation de l'INS est « {actual} », et non ISO.",
        expected: 'ISO en CX.4.3, puisque CX.4.2 est un OID.',
        remedy: "Écrire ISO comme troisième sous-composant de l'autorité d'affectation.",
      },
      namespace: {
        finding: "L'autorité d'affectation s'appelle « {actual} », mais l'OID {oid} est celui d'un {nature}.",
        expected: "Un nom (CX.4.1) qui dit la même nature que l'OID (CX.4.2) : c'est l'OID qui fait foi.",
        remedy: "Écrire ASIP-SANTE-INS-NIR ou ASIP-SANTE-INS-NIA selon l'OID reçu d'INSi.",
      },
      'effective-date': {
        finding: "La date d'effet « {actual} » de l'identifiant INS n'est pas une date HL7.",
        expected: 'AAAAMMJJ en CX.7, ou rien.',
        remedy: "Écrire la date d'effet sans séparateur, ou laisser CX.7 vide.",
      },
      'trait-missing': {
        finding: "L'INS est transmise sans ce trait : {trait}.",
        expected:
          'Le nom de naissance (PID-5.1, type L), le premier prénom de naissance (PID-5.2), la date de naissance (PID-7) et le sexe (PID-8).',
        remedy:
          "Remplir le trait avec ce qu'INSi a donné ; le nom utilisé (type D) ne remplace pas le nom de naissance.",
      },
      'name-type': {
        finding: "Aucune répétition de PID-5 n'est de type L : rien ne dit lequel des noms est celui de naissance.",
        expected: 'XPN.7 = L pour le nom de naissance, D pour le nom utilisé.',
        remedy: 'Écrire L en septième composant de la répétition de PID-5 qui porte le nom de naissance.',
      },
      'given-list': {
        finding: "L'INS est transmise sans la liste des prénoms de naissance.",
        expected: 'XPN.3 de la répétition de type L : tous les prénoms de naissance, séparés par des espaces.',
        remedy: "Écrire en PID-5.3 la liste ListePrenom de la réponse d'INSi.",
      },
      'birth-place-missing': {
        finding: "L'INS est transmise sans le code du lieu de naissance.",
        expected: 'Une répétition de PID-11 avec XAD.7 = BDL et le code officiel géographique en XAD.9.',
        remedy:
          'Ajouter à PID-11 la répétition ^^^^^^BDL^^ suivie du code INSEE du lieu de naissance, par exemple ^^^^^^BDL^^2B033.',
      },
      'pam-profile': {
        finding: "MSH-21 ne dit pas l'édition de PAM France que suit ce message ADT : {actual}.",
        expected: '2.11^IHE_FRANCE-2.11-PAM, ou celle que le logiciel suit.',
        remedy: 'Écrire en MSH-21 la version et le profil : la place des traits et les codes de PID-32 en dépendent.',
      },
      'birth-date-form': {
        finding: "La date de naissance « {actual} » n'est pas écrite sur huit chiffres.",
        expected: 'AAAAMMJJ en PID-7, sans heure ni séparateur.',
        remedy: "N'écrire en PID-7 que l'année, le mois et le jour.",
      },
      'used-name': {
        finding: 'Le nom utilisé « {actual} » (type D) est en PID-6, le champ du nom de la mère.',
        expected: 'Le nom utilisé dans une répétition de PID-5, avec XPN.7 = D.',
        remedy: 'Ajouter le nom utilisé à PID-5 après le séparateur ~, et non dans le champ suivant.',
      },
      mailbox: {
        finding: "Le matricule du patient destinataire n'est pas l'INS de PID-3.",
        expected:
          'Le matricule de PID-3 en PRT-5, et ce matricule suivi de @patient.mssante.fr en PRT-15 ou en PID-13.',
        remedy: "Former l'adresse du patient à partir du matricule de PID-3, sans rien y ajouter.",
      },
      'test-oid': {
        finding: "MSH-11 dit le message de production ({actual}), alors que l'INS est sous un OID de test, {oid}.",
        expected: 'MSH-11 = D ou T pour un patient de test ; les exemples officiels ont P.',
        remedy: "S'assurer que ce patient de test n'est pas en base de production.",
      },
    },
  },
  'ins/message-status': {
    title: "Message HL7 v2 : le statut de l'identité",
    what: "Dans chaque segment PID, la fiabilité de l'identité (PID-32) : validée quand une INS est transmise, provisoire quand l'identité est douteuse ou fictive ; et ce que ZFD dit de son obtention et d'une date de naissance corrigée.",
    why: "Le destinataire n'enregistre l'INS que si PID-32 contient VALI ; une identité douteuse ou fictive ne porte jamais d'INS.",
    rules: {
      'ins-not-validated': {
        finding: 'Une INS est transmise alors que PID-32 vaut « {actual} ».',
        expected: 'VALI en PID-32 dès que PID-3 porte une INS.',
        remedy:
          "Écrire VALI si l'identité est qualifiée ; sinon, retirer l'INS de PID-3 : le destinataire ne l'enregistrera pas.",
      },
      'ins-with-doubt': {
        finding: 'Une INS est transmise pour une identité douteuse ou fictive (PID-32 : {actual}).',
        expected: "Ni DOUT ni FICT avec une INS : ces attributs ramènent l'identité au statut provisoire.",
        remedy: "À la pose de l'attribut, repasser l'identité en PROV et ne plus transmettre le matricule.",
      },
      'doubt-not-provisional': {
        finding: "L'identité est dite douteuse ou fictive sans être provisoire (PID-32 : {actual}).",
        expected: 'PROV~DOUT ou PROV~FICT.',
        remedy: "À la pose de l'attribut, repasser l'identité au statut provisoire.",
      },
      'doubt-without-status': {
        finding: "L'identité est dite douteuse ou fictive sans son statut (PID-32 : {actual}).",
        expected: 'PROV dans une répétition, et DOUT ou FICT dans une autre.',
        remedy: 'Écrire aussi le statut : PROV~DOUT ou PROV~FICT.',
      },
      'attributes-together': {
        finding: 'Ces attributs ne vont pas ensemble (PID-32 : {actual}).',
        expected: 'Un seul attribut, ou douteuse et homonyme.',
        remedy: "Interdire à la saisie qu'une identité fictive soit aussi douteuse ou homonyme.",
      },
      'several-statuses': {
        finding: 'PID-32 donne plusieurs statuts à la même identité : {actual}.',
        expected: 'Un seul statut, suivi des attributs : VALI, PROV ou PROV~DOUT.',
        remedy: "N'écrire que le statut courant de l'identité.",
      },
      'unknown-code': {
        finding: "« {actual} » n'est pas un code connu de PID-32.",
        expected: 'Un code de la table 0445 étendue en France : PROV, VALI, DOUT, FICT, HOMD, HOMA…',
        remedy: 'Émettre VALI pour une identité qualifiée, PROV pour une identité provisoire ou récupérée.',
      },
      'lunar-date-form': {
        finding: "La date lunaire n'est pas écrite en trois composants.",
        expected: 'JJ^MM^AAAA en ZFD-1, 00 pour un jour ou un mois inconnu.',
        remedy: "Séparer le jour, le mois et l'année par le séparateur de composants.",
      },
      'lunar-date': {
        finding: "La date lunaire, corrigée selon le RNIV, n'est pas la date de naissance de PID-7.",
        expected: 'En PID-7 la date lunaire corrigée : jour inconnu, 01 ; mois inconnu, 01 ; les deux, 31/12.',
        remedy: 'Calculer PID-7 à partir de la date lunaire, ou laisser ZFD-1 vide si la date est connue.',
      },
      'correction-untold': {
        finding: 'Le jour ou le mois de la date lunaire est inconnu, mais ZFD-4 vaut « {actual} ».',
        expected: 'Y en ZFD-4 : la date de PID-7 est une date corrigée.',
        remedy: 'Écrire Y en ZFD-4 dès que PID-7 résulte des règles de correction du RNIV.',
      },
      'corrected-date': {
        finding: 'ZFD-4, date corrigée, vaut « {actual} ».',
        expected: 'Y ou N.',
        remedy: 'Écrire Y si la date de naissance a été corrigée selon le RNIV, N sinon.',
      },
      'collection-mode': {
        finding: "« {actual} » n'est pas un mode d'obtention de l'identité connu (ZFD-5).",
        expected: 'SM (saisie manuelle), CV (carte Vitale), INSI (téléservice INSi), CB, RFID ou AV en ZFD-5.',
        remedy: 'Écrire INSI quand les traits viennent de ce téléservice, SM quand ils ont été saisis.',
      },
      'insi-date': {
        finding: "L'identité vient d'INSi (ZFD-5) sans la date de l'interrogation.",
        expected: "La date d'interrogation d'INSi en ZFD-6.",
        remedy: "Conserver la date de l'appel à INSi avec l'identité, et l'émettre.",
      },
      'zfd-date': {
        finding: "La date « {actual} » de ZFD n'est pas une date HL7.",
        expected: "AAAAMMJJ, éventuellement suivi de l'heure.",
        remedy: 'Écrire la date sans séparateur.',
      },
    },
  },
  'ins/unqualified-message': {
    title: "Message HL7 v2 sur un patient non qualifié : pas d'INS",
    what: "Un message sur un patient dont l'identité n'est pas qualifiée ne porte l'INS ni en PID-3, ni dans une adresse de messagerie, ni ailleurs. L'INS que MRG retire n'est pas en cause.",
    why: "Une INS qui circule sans que l'identité ait été vérifiée sur pièce peut ranger des données dans le dossier d'une autre personne.",
    rules: {
      'ins-id': {
        finding: "PID-3 porte l'INS « {actual} » (OID « {oid} ») d'un patient non qualifié.",
        expected: 'Des identifiants locaux seulement (type PI).',
        remedy:
          "Lire le statut de l'identité avant d'émettre : s'il n'est pas « qualifiée », ne pas écrire la répétition de type INS.",
      },
      'ins-oid': {
        finding: "Ce champ contient l'OID de l'INS {oid} alors que l'identité n'est pas qualifiée.",
        expected: "Aucun OID d'INS dans le message, sauf en MRG pour retirer une ancienne INS.",
        remedy: "Retirer l'INS de tous les segments, y compris de ceux que le logiciel ajoute (Z…).",
      },
      mailbox: {
        finding: 'Le patient, non qualifié, est désigné par un matricule dans PRT ou PID-13.',
        expected: 'Ni matricule en PRT-5, ni adresse dans patient.mssante.fr.',
        remedy: "Ne pas déduire l'adresse de la messagerie du patient tant que son identité n'est pas qualifiée.",
      },
      matricule: {
        finding: "Le patient, non qualifié, est identifié par son matricule INS « {actual} », sous l'autorité {oid}.",
        expected: "Un identifiant local qui n'est pas le matricule.",
        remedy: "Ne pas écrire le matricule, même sous l'OID de la structure, tant que l'identité n'est pas qualifiée.",
      },
      validated: {
        finding: 'PID-32 vaut {actual}, un statut plus sûr que celui que segur.yaml déclare pour le patient.',
        expected: 'PROV pour une identité provisoire ou récupérée ; VALI sans INS pour une identité validée.',
        remedy:
          "Émettre en PID-32 le statut de l'identité au moment de l'envoi, ou corriger le statut déclaré dans segur.yaml.",
      },
      'status-untold': {
        finding: 'PID-32 vaut {actual}, sans {expected} : le message ne dit pas le statut déclaré du patient.',
        expected: 'PROV pour une identité provisoire ; VALI sans INS pour une identité validée.',
        remedy:
          "Émettre en PID-32 le statut de l'identité au moment de l'envoi, ou corriger le statut déclaré dans segur.yaml.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
