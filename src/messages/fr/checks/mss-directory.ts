import type { CheckTexts } from '../../check-texts.js';

export const mssDirectory = {
  'mss/directory-search': {
    title: "Les recherches dans l'Annuaire Santé et les adresses auxquelles le logiciel écrit",
    what: "Les adresses des destinataires professionnels des messages envoyés sont cherchées dans les réponses de l'API FHIR de l'Annuaire Santé que contient le dossier ; le type déclaré de la boîte d'envoi est comparé à celui de l'annuaire.",
    why: "L'utilisateur doit pouvoir trouver l'adresse de son correspondant dans l'Annuaire Santé au moment d'écrire : une adresse recopiée à la main peut mener ailleurs.",
    rules: {
      'not-shown': {
        finding:
          "L'adresse {actual}, à laquelle le logiciel écrit (messages envoyés : {count}), n'est dans aucune des recherches fournies.",
        expected:
          "Une recherche dans l'Annuaire Santé qui trouve cette adresse ; elle peut aussi venir d'une recherche plus ancienne ou d'une réponse.",
        remedy: 'Joindre la réponse de la recherche par laquelle le destinataire a été choisi.',
      },
      writing: {
        finding:
          "L'adresse {actual}, à laquelle le logiciel écrit (messages envoyés : {count}), n'est pas écrite comme dans l'annuaire.",
        expected: '{found}',
        remedy: "Reprendre l'adresse telle que l'annuaire la donne, majuscules comprises.",
      },
      unlisted: {
        finding:
          "Le logiciel écrit à {actual}, que l'annuaire donne en liste rouge (messages envoyés : {count} ; voici le premier).",
        expected: "Une adresse publiée : une boîte en liste rouge n'est pas proposée aux utilisateurs.",
        remedy: 'Ne pas afficher dans les résultats les boîtes dont listeRouge vaut true.',
      },
      'other-messaging': {
        finding:
          "Le logiciel écrit à {actual}, qui n'est pas une boîte MSSanté selon l'annuaire (messages envoyés : {count} ; voici le premier).",
        expected: 'Une adresse dont le type de messagerie est MSSANTE.',
        remedy:
          'Ne proposer comme destinataires que les adresses (telecom) de type MSSANTE : les autres sont des contacts ordinaires.',
      },
      'sender-kind': {
        finding:
          "La boîte {address} est déclarée {declared}, mais l'annuaire lui donne le type {actual} (messages envoyés : {count} ; voici le premier).",
        expected: 'Le même type de boîte : PER, ORG ou APP.',
        remedy: "Corriger mailbox dans segur.yaml, ou le type de la boîte auprès de l'opérateur.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
