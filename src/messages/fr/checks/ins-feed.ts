import type { CheckTexts } from '../../check-texts.js';

const OTHER = '{other}, ligne {other-line}, {other-path}';

const refused = {
  finding: `Le message reçu ({other}, ligne {other-line}) est acquitté par « {actual} » : le logiciel ne l'a pas accepté.`,
  expected: 'MSA-1 vaut AA (ou CA pour un acquittement de transport).',
  remedy:
    "Lire le segment ERR de l'acquittement et corriger l'intégration du message ; rejouer ensuite l'échange et joindre le nouvel acquittement.",
};

const lost = {
  finding: `Ce message part sans INS, alors que le message reçu auparavant donnait une INS qualifiée à ce patient : ${OTHER}.`,
  expected: "PID-3 porte l'INS reçue : matricule, OID de l'autorité d'affectation, type INS.",
  remedy: "Enregistrer l'INS du message reçu avec l'identité du patient, et la placer en PID-3 des messages émis.",
};

const changed = {
  finding: `Ce message porte l'INS {actual}, qui n'est pas celle que le message reçu auparavant donnait à ce patient : ${OTHER}.`,
  expected: 'PID-3 porte la même INS que le message reçu, au caractère près.',
  remedy:
    "Reprendre le matricule et l'OID du message reçu sans les recalculer ; vérifier que deux patients n'ont pas été confondus lors du rapprochement.",
};

export const insFeed = {
  'ins/feed-creation': {
    title: "Flux d'identités : INS qualifiée reçue et conservée",
    what: 'Chaque message de création ou de mise à jour reçu avec une INS et PID-32 à VALI (A28, A31, A01, A04, A05) est acquitté, et les messages émis ensuite pour ce patient portent la même INS, avec VALI.',
    why: "Le logiciel qui suit le flux d'identités de son domaine doit enregistrer l'INS des identités qualifiées : ce qu'il émet montre ce qu'il a enregistré.",
    rules: {
      refused,
      'ins-lost': lost,
      'ins-changed': changed,
      'status-lost': {
        finding: `Ce message porte l'INS, mais PID-32 vaut « {actual} » ; le message reçu auparavant disait VALI : ${OTHER}.`,
        expected: "PID-32 vaut VALI tant que l'identité reste qualifiée.",
        remedy: "Enregistrer le statut de l'identité avec l'INS, et l'écrire en PID-32 des messages émis.",
      },
    },
  },
  'ins/feed-unqualified': {
    title: "Flux d'identités : INS non qualifiée laissée de côté",
    what: 'Chaque message reçu avec une INS mais sans VALI en PID-32 est acquitté, et aucun message émis ensuite pour ce patient ne porte cette INS.',
    why: "Une INS n'est acceptée qu'avec le statut VALI : sans lui, le logiciel enregistre l'identité et ses traits, jamais le matricule ni son OID.",
    rules: {
      refused,
      'ins-kept': {
        finding: `Ce message porte l'INS {actual}, reçue sans le statut VALI : ${OTHER}.`,
        expected:
          "Le patient est identifié par ses identifiants locaux et ses traits, sans matricule INS ni OID de l'INS.",
        remedy: "À la réception, ne lire l'INS de PID-3 que si PID-32 contient VALI.",
      },
    },
  },
  'ins/feed-deletion': {
    title: "Flux d'identités : INS retirée",
    what: "Chaque message qui retire l'INS d'un patient (A47 dont MRG-1 porte l'INS, A31 qui ne la porte plus) est acquitté, et les messages émis ensuite n'ont plus cette INS.",
    why: "Une INS retirée par le domaine était fausse ou n'est plus sûre : la diffuser encore rangerait des données dans le dossier d'une autre personne.",
    rules: {
      refused,
      'ins-kept': {
        finding: `Ce message porte encore l'INS {actual}, que le message reçu auparavant avait retirée : ${OTHER}.`,
        expected: 'Après le retrait, PID-3 ne porte plus que les identifiants locaux du patient.',
        remedy:
          "Traiter l'A47 : chercher l'INS de MRG-1, l'effacer de l'identité avec son OID, et garder le patient et ses autres identifiants.",
      },
    },
  },
  'ins/strict-trait-change': {
    title: 'Trait strict modifié : INS retirée, statut abaissé, changement diffusé',
    what: "Entre deux messages émis à la suite pour un patient, quand un trait strict change : le second est un A31 sans INS, PID-32 est abaissé, et l'INS d'une identité qualifiée est retirée par un A47.",
    why: "L'INS vaut pour des traits : s'ils changent, elle n'est plus sûre. Le logiciel l'efface, abaisse le statut (récupérée → provisoire, qualifiée → validée) et prévient ceux qui l'avaient reçue.",
    rules: {
      event: {
        finding: `Un trait strict change ({trait}) par rapport au message précédent (${OTHER}), mais ce message est un {actual} et non un A31.`,
        expected: "Le changement est diffusé par un ADT^A31 (ou par l'A47 qui retire l'INS).",
        remedy: 'Émettre un ADT^A31 dès que le trait est enregistré, avant tout autre message sur ce patient.',
      },
      'ins-kept': {
        finding: `Un trait strict change ({trait}) par rapport au message précédent (${OTHER}), mais ce message porte encore une INS : {actual}.`,
        expected: "Le message qui diffuse le changement ne porte ni matricule INS ni OID de l'INS.",
        remedy:
          "Effacer le matricule et l'OID quand un trait strict est modifié ; ils reviennent après un nouvel appel à INSi.",
      },
      status: {
        finding: `Un trait strict change ({trait}) par rapport au message précédent (${OTHER}), mais PID-32 vaut « {actual} » : le statut attendu est {status}.`,
        expected:
          'Une identité qualifiée ou validée devient validée (VALI, sans INS) ; une identité récupérée ou provisoire devient provisoire (PROV).',
        remedy: "Calculer le statut à l'enregistrement du trait, puis l'écrire en PID-32.",
      },
      removal: {
        finding: `Aucun A47 ne retire l'INS après la modification d'un trait strict ({trait}) dans ${OTHER} ; le MRG-1 de cet A47 ne la porte pas.`,
        expected: "MRG-1 de l'A47 porte l'INS retirée : matricule, OID et type INS.",
        remedy: "Placer en MRG-1 de l'A47 l'identifiant INS que l'identité portait avant la modification.",
      },
    },
  },
  'ins/used-name-change': {
    title: 'Nom utilisé modifié : INS et statut conservés, changement diffusé',
    what: 'Entre deux messages émis à la suite pour un patient, quand seul le nom ou le prénom utilisé change : le second est un A31, avec le même PID-32 et la même INS.',
    why: "Le nom et le prénom utilisés ne sont pas des traits stricts : leur changement est diffusé, mais il ne retire ni l'INS ni le statut.",
    rules: {
      event: {
        finding: `Le nom utilisé change par rapport au message précédent (${OTHER}), mais ce message est un {actual} et non un A31.`,
        expected: 'Le changement est diffusé par un ADT^A31.',
        remedy: 'Émettre un ADT^A31 dès que le nom utilisé est enregistré, avant tout autre message sur ce patient.',
      },
      'ins-lost': {
        finding: `Seul le nom utilisé change par rapport au message précédent (${OTHER}), mais PID-3 ne porte plus la même INS.`,
        expected: "PID-3 porte toujours l'INS du message précédent.",
        remedy: "Ne retirer l'INS que si un trait strict est modifié.",
      },
      status: {
        finding: `Seul le nom utilisé change par rapport au message précédent (${OTHER}), mais PID-32 passe de « {before} » à « {actual} ».`,
        expected: 'PID-32 garde la valeur du message précédent.',
        remedy: "N'abaisser le statut que si un trait strict est modifié.",
      },
    },
  },
  'ins/message-reception': {
    title: 'Message HL7 v2 reçu avec une INS qualifiée',
    what: 'Chaque message reçu avec une INS et PID-32 à VALI, quel que soit son type (ORM, SIU, ORU, ADT…), est acquitté, et ce qui est transmis ensuite pour ce patient porte la même INS en PID-3.',
    why: "L'INS reçue doit être retenue telle quelle : un message acquitté puis retransmis sans elle, ou avec une autre, coupe le patient de son dossier.",
    rules: { refused, 'ins-lost': lost, 'ins-changed': changed },
  },
  'ins/qualified-message': {
    title: "Message HL7 v2 émis pour un patient qualifié : l'INS est en PID-3",
    what: "Chaque message émis au sujet d'un patient déclaré qualifié porte son INS parmi les identifiants de PID-3.",
    why: "Le logiciel destinataire classe ce qu'il reçoit d'après le segment PID : sans INS, l'identité qualifiée du patient s'arrête au premier échange.",
    rules: {
      'no-ins': {
        finding: "Le patient est déclaré qualifié, mais PID-3 ne porte pas d'INS : il vaut « {actual} ».",
        expected:
          'Une répétition de PID-3 de la forme <matricule>^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.8&ISO^INS (OID .9 pour un NIA, .10 en test).',
        remedy:
          "Ajouter l'INS aux identifiants de PID-3 dans tous les messages émis, quel que soit leur type ; si l'identité n'est plus qualifiée, corriger son statut sous patients dans segur.yaml.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
