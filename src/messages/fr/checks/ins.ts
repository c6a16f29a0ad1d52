import type { CheckTexts } from '../../check-texts.js';

export const ins = {
  'ins/unqualified-document': {
    title: "Document d'un patient non qualifié : pas d'INS",
    what: "Le document d'un patient dont l'identité n'est pas qualifiée l'identifie par ses traits et un identifiant local, jamais par le matricule INS ni par son OID.",
    why: "Une INS qui circule sans que l'identité ait été vérifiée sur pièce peut ranger le document dans le dossier d'une autre personne.",
    rules: {
      'ins-id': {
        finding: "Le patient, non qualifié, est identifié sous l'OID de l'INS {oid}.",
        expected: 'Aucun patientRole/id sous les OID 1.2.250.1.213.1.4.8, .9, .10 ou .11.',
        remedy:
          "Avant de produire le document, lire le statut de l'identité : s'il n'est pas « qualifiée », n'écrire que l'identifiant local et les traits.",
      },
      matricule: {
        finding: "Le patient, non qualifié, est identifié par son matricule INS « {actual} », sous l'autorité {oid}.",
        expected: "Un identifiant local qui n'est pas le matricule.",
        remedy: "Ne pas écrire le matricule, même sous l'OID de la structure, tant que l'identité n'est pas qualifiée.",
      },
      mailbox: {
        finding: "L'adresse « {actual} » contient le matricule d'un patient non qualifié.",
        expected: "Aucun telecom à l'adresse du patient dans patient.mssante.fr.",
        remedy: "Ne pas déduire l'adresse de la messagerie du patient tant que son identité n'est pas qualifiée.",
      },
    },
  },
  'ins/unqualified-archive': {
    title: "Archive d'un patient non qualifié : pas d'INS dans les métadonnées",
    what: "Les métadonnées XDS d'une archive ne portent l'INS nulle part quand l'identité du patient n'est pas qualifiée : ni patientId, ni sourcePatientId, ni sourcePatientInfo.",
    why: "Le destinataire rattache l'archive au patient d'après ces métadonnées, avant même d'ouvrir le document : l'INS qui y reste a les mêmes effets que dans le document.",
    rules: {
      'ins-oid': {
        finding: "{attribute} porte l'OID de l'INS {oid} alors que l'identité n'est pas qualifiée.",
        expected: "Un identifiant local sous l'OID de la structure, de type PI.",
        remedy:
          "Composer patientId et sourcePatientId à partir de l'identifiant local, et ne mettre dans sourcePatientInfo que les traits.",
      },
      matricule: {
        finding: "Le patient, non qualifié, est identifié par son matricule INS « {actual} », sous l'autorité {oid}.",
        expected: "Un identifiant local qui n'est pas le matricule.",
        remedy: "Ne pas écrire le matricule, même sous l'OID de la structure, tant que l'identité n'est pas qualifiée.",
      },
      mailbox: {
        finding: "{attribute} porte l'adresse « {actual} », faite du matricule d'un patient non qualifié.",
        expected: 'Aucune adresse du patient dans patient.mssante.fr.',
        remedy: "Ne pas déduire l'adresse de la messagerie du patient tant que son identité n'est pas qualifiée.",
      },
    },
  },
  'ins/unqualified-mail': {
    title: "Message sur un patient non qualifié : pas d'INS",
    what: "Un message au sujet d'un patient dont l'identité n'est pas qualifiée n'est pas adressé à sa messagerie et n'annonce pas d'INS dans X-MSS-INS.",
    why: "L'adresse du patient est faite de son matricule, et X-MSS-INS: O dit au logiciel destinataire qu'il peut intégrer sans vérifier.",
    rules: {
      recipient: {
        finding: "{field} contient l'adresse « {actual} », faite du matricule d'un patient non qualifié.",
        expected: 'Aucun destinataire dans patient.mssante.fr, sauf la boîte de test reponse.automatique-test.',
        remedy: "Ne proposer l'envoi au patient que lorsque son identité est qualifiée.",
      },
      'x-mss-ins': {
        finding: "X-MSS-INS vaut {actual} alors que l'identité n'est pas qualifiée.",
        expected: 'X-MSS-INS: N quand une archive IHE_XDM est jointe, pas de X-MSS-INS sinon.',
        remedy: "Calculer cet entête à partir du statut de l'identité au moment de l'envoi.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
