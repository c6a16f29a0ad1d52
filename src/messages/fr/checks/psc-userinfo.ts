import type { CheckTexts } from '../../check-texts.js';

const REAL_ANSWER =
  "Si c'est bien la réponse de Pro Santé Connect, telle quelle, le logiciel n'est pas en cause : vérifier qu'il sait la lire.";

/** Texts of the checks on what Pro Santé Connect says of the professional. */
export const pscUserinfo = {
  'psc/userinfo': {
    title: 'Réponse userinfo de Pro Santé Connect : membres et types',
    what: "La réponse du point d'accès userinfo, en JSON ou signée (application/jwt), a les membres que Pro Santé Connect donne, du type qu'il leur donne, selon la forme de l'époque : 2021, février 2023, novembre 2023, ou la forme réduite d'un service sans scope_all. Les membres inconnus sont admis.",
    why: "C'est de là que viennent l'identité, la profession et le lieu d'exercice du professionnel. Une réponse d'un simulateur ou retouchée à la main ne prouve rien de ce que le logiciel sait lire.",
    rules: {
      'no-subject': {
        finding: "La réponse userinfo n'a pas de sub.",
        expected: "sub, toujours présent, égal à celui de l'ID token.",
        remedy: `Refuser une réponse sans sub. Rejouer la connexion sur le bac à sable et exporter la réponse sans la modifier.`,
      },
      missing: {
        finding: 'Membres absents de la réponse userinfo, sous {parent} ({count}) : {members}.',
        expected: 'Tous les membres que Pro Santé Connect donne ; une chaîne vide tient lieu de valeur absente.',
        remedy: `Exporter la réponse entière du bac à sable, sans la retoucher ni la simuler. ${REAL_ANSWER}`,
      },
      'activity-members': {
        finding: "Membres absents de l'activité {parent} ({count}) : {members}.",
        expected: "Les trente membres d'une activité, vides s'ils sont sans objet.",
        remedy: `Exporter la réponse entière du bac à sable. ${REAL_ANSWER}`,
      },
      type: {
        finding: '{member} est de type JSON « {actual} ».',
        expected: 'Le type JSON « {expected} ».',
        remedy: `Lire les codes et les numéros comme des chaînes : un nombre perd ses zéros de tête. ${REAL_ANSWER}`,
      },
      empty: {
        finding: '{member} est vide.',
        expected: 'Une valeur : identifiant national, nom, un exercice au moins.',
        remedy:
          "Ne pas ouvrir de compte sans identifiant national : prendre une identité de test complète du bac à sable, et refaire l'export.",
      },
      'scope-not-granted': {
        finding:
          "La connexion demande scope_all, mais la réponse n'a pas SubjectRefPro : c'est la forme réduite, celle d'un service à qui scope_all n'a pas été accordé.",
        expected: 'La réponse entière, avec les exercices et les activités du professionnel.',
        remedy:
          'Vérifier auprès de Pro Santé Connect que le service a droit à scope_all, et que userinfo est appelé avec le jeton de cette connexion : sans cela, ni profession ni structure pour le VIHF et les habilitations.',
      },
      reduced: {
        finding:
          "La réponse n'a pas SubjectRefPro : c'est la forme réduite, celle d'un service à qui scope_all n'a pas été accordé.",
        expected: 'La réponse entière, avec les exercices et les activités du professionnel.',
        remedy:
          'Demander scope=openid scope_all, et vérifier auprès de Pro Santé Connect que le service y a droit : sans cela, ni profession ni structure pour le VIHF et les habilitations.',
      },
    },
  },
  'psc/userinfo-identity': {
    title: 'Identité donnée par Pro Santé Connect : un seul professionnel partout',
    what: "Dans la réponse userinfo, SubjectNameID, preferred_username, la fin de sub et l'identifiant de qualité 1 d'otherIds sont les mêmes, de la forme d'un identifiant national (8 et RPPS avec sa clé, 0 et ADELI, structure et numéro interne, identités de test ANS…) ; sub est celui de l'ID token, et les jetons de la même session désignent le même professionnel. Aucun identifiant n'est montré.",
    why: "SubjectNameID est le pivot du rapprochement des comptes (EXI PSC 19) : si les réponses ne désignent pas la même personne, le logiciel ouvre le compte d'une autre.",
    rules: {
      subject: {
        finding: "Le sub de la réponse userinfo n'est pas celui de l'ID token de la session ({file}).",
        expected: 'Le même sub, exactement.',
        remedy:
          "Comparer les deux dans le logiciel, et ne rien utiliser de la réponse s'ils diffèrent (OpenID Connect). Si les pièces viennent de deux connexions, les exporter d'une seule, ou les distinguer par user sous artifacts.",
      },
      'token-user': {
        finding: 'Le jeton {token} de la session désigne un autre professionnel que la réponse userinfo ({file}).',
        expected: 'Le même identifiant national dans tous les jetons et réponses de la session.',
        remedy:
          "Vérifier que userinfo est appelé avec le jeton d'accès de cet utilisateur, sans cache partagé entre sessions ; si les pièces viennent de deux connexions, les refaire ensemble.",
      },
      'same-identifier': {
        finding: '{member} ne désigne pas le même professionnel que SubjectNameID.',
        expected: 'SubjectNameID = preferred_username = fin de sub.',
        remedy: `Prendre SubjectNameID comme identifiant national. Remplacer une réponse retouchée par celle du bac à sable. ${REAL_ANSWER}`,
      },
      'identifier-form': {
        finding: "SubjectNameID ({length} caractères) n'a la forme d'aucun identifiant national de professionnel.",
        expected:
          '8 et onze chiffres (RPPS), 0 et le numéro ADELI, 3 et le FINESS, 5 et le SIRET ou une autre structure, suivis de / et du numéro interne, ou une identité de test (ANS et quatorze chiffres).',
        remedy:
          'Ne pas garder un identifiant local comme pivot : exporter la réponse de Pro Santé Connect avec une identité de test du bac à sable.',
      },
      'rpps-key': {
        finding: 'Le numéro RPPS de SubjectNameID a une clé fausse (onzième chiffre).',
        expected: 'Onze chiffres dont le dernier est la clé de Luhn, précédés du 8.',
        remedy: "Reprendre l'identifiant reçu sans le transformer ; ne pas inventer de RPPS pour les essais.",
      },
      'other-ids': {
        finding: "Des {count} identifiant(s) d'otherIds, aucun de qualité 1 n'est celui de SubjectNameID.",
        expected:
          "Une entrée de qualité 1 (RPPS ou EDIT) avec cet identifiant ; après une fusion, les autres s'y ajoutent.",
        remedy: `Rapprocher les comptes sur l'identifiant de qualité 1, pas sur un identifiant PSI (qualité 2). ${REAL_ANSWER}`,
      },
      'other-id-origin': {
        finding: "Un identifiant d'otherIds est dit d'origine RPPS sans être un 8 suivi de onze chiffres.",
        expected: '8 et le numéro RPPS.',
        remedy: `Comparer à la réponse du bac à sable, sans la retoucher. ${REAL_ANSWER}`,
      },
    },
  },
  'psc/userinfo-codes': {
    title: 'Codes du professionnel dans la réponse userinfo',
    what: "Secteur d'activité, rôle, civilité, profession, catégorie, savoir-faire, mode d'exercice, section, fonction et genre d'activité sont des codes des tables de l'ANS, avec l'OID attendu après le ^ ; le rôle est celui d'un exercice, le secteur celui d'une activité, le savoir-faire de la table de son type, la section celle d'un pharmacien ; SIRET, SIREN et FINESS ont leur clé.",
    why: 'Le logiciel en tire les habilitations, le VIHF du DMP et les auteurs des documents : un code inconnu ou incohérent y sera refusé.',
    rules: {
      'unknown-code': {
        finding: "{member} : le code {actual} n'est pas dans {table}.",
        expected: 'Un code de {table} (copie du {version} : un code plus récent est possible).',
        remedy: `Chercher le code dans la version en vigueur de la table, et vérifier que le logiciel la tient à jour. ${REAL_ANSWER}`,
      },
      'code-system': {
        finding: "{member} n'est pas de la forme code^{expected}.",
        expected: 'code^{expected}.',
        remedy: `Lire le code avant le ^ et l'OID après, sans supposer l'un ou l'autre. ${REAL_ANSWER}`,
      },
      'sector-activity': {
        finding: "Le secteur d'activité {actual} n'est celui d'aucune activité (secteurs : {sectors}).",
        expected: "Le secteur d'une des activités du professionnel.",
        remedy: `Faire choisir la situation d'exercice et prendre le secteur de celle-ci. ${REAL_ANSWER}`,
      },
      'role-practice': {
        finding: "Le rôle {actual} n'est celui d'aucun exercice (professions : {professions}).",
        expected: "La profession d'un des exercices.",
        remedy: `Prendre pour le VIHF la profession de l'exercice choisi. ${REAL_ANSWER}`,
      },
      'know-how': {
        finding: 'Le savoir-faire {code} va avec le type {types}, et non « {actual} ».',
        expected: 'codeTypeSavoirFaire = {types}.',
        remedy: `Lire ensemble le type et le code du savoir-faire : chaque type a sa table. ${REAL_ANSWER}`,
      },
      'pharmacy-section': {
        finding:
          '{member} : section {actual} du tableau des pharmaciens, pour un exercice de la profession {profession}.',
        expected: 'Une section pour les seuls pharmaciens (profession 21).',
        remedy: `N'utiliser la section que pour la profession 21. ${REAL_ANSWER}`,
      },
      'structure-key': {
        finding:
          "{member} n'est pas un numéro {register} valable (forme, clé, ou SIREN d'une autre entreprise que le SIRET).",
        expected:
          'FINESS : neuf caractères ; SIREN : neuf chiffres ; SIRET : quatorze, qui commencent par le SIREN ; avec leur clé.',
        remedy: `Lire ces numéros comme des chaînes, sans perdre de zéro. ${REAL_ANSWER}`,
      },
    },
  },
  'psc/introspection': {
    title: "Introspection d'un jeton par Pro Santé Connect",
    what: "L'introspection est un formulaire POST avec token ; la réponse a les membres documentés, ou active=false seul ; elle est du client et du professionnel du jeton, avec une échéance à venir au moment de la capture ; un jeton dit inactif n'est plus présenté ensuite.",
    why: "C'est ainsi qu'un service sait si le jeton reçu vaut encore : mal demandée ou ignorée, l'introspection laisse entrer sous une session close.",
    rules: {
      form: {
        finding: "L'introspection n'est pas un formulaire POST avec le paramètre token (méthode : {actual}).",
        expected: 'POST …/token/introspect, application/x-www-form-urlencoded, token=….',
        remedy: "Envoyer le jeton dans le corps du formulaire, jamais dans l'URL, avec l'authentification du client.",
      },
      refused: {
        finding: "Pro Santé Connect répond {actual} à l'introspection.",
        expected: 'Une réponse 200, que le jeton soit actif ou non.',
        remedy:
          '401 : authentifier le client (Basic, ou certificat client et client_id). 400 : vérifier le formulaire. Puis refaire la capture.',
      },
      members: {
        finding: "Membres absents de la réponse d'introspection ({count}) : {members}.",
        expected: 'Tous les membres documentés pour un jeton actif.',
        remedy: `Exporter la réponse de Pro Santé Connect sans la retoucher ni la simuler. ${REAL_ANSWER}`,
      },
      'inactive-members': {
        finding: 'La réponse active=false donne aussi {count} autre(s) membre(s).',
        expected: '{"active":false} seul.',
        remedy: `Ne rien utiliser d'un jeton inactif. ${REAL_ANSWER}`,
      },
      client: {
        finding: "Le client_id {actual} de la réponse n'est pas celui à qui le jeton a été donné.",
        expected: '{owner}.',
        remedy: "Vérifier quel jeton est introspecté, et refuser celui d'un service qui n'est pas attendu.",
      },
      expired: {
        finding: 'La réponse dit actif un jeton périmé depuis le {actual}, alors que la capture est du {received}.',
        expected: 'exp après la capture, à cinq minutes près.',
        remedy: "Vérifier l'heure du poste, et que la réponse ne vient pas d'un cache ou d'un simulateur.",
      },
      user: {
        finding: "{member} de la réponse d'introspection désigne un autre professionnel que le jeton de la session.",
        expected: 'Le professionnel du jeton.',
        remedy: "Introspecter le jeton de l'appel en cours, sans cache partagé entre utilisateurs.",
      },
      'refresh-identity': {
        finding: "L'introspection d'un jeton de renouvellement donne SubjectNameID.",
        expected: "SubjectNameID pour un jeton d'accès seulement.",
        remedy: "Ne pas compter dessus : introspecter le jeton d'accès pour connaître le professionnel.",
      },
      'used-inactive': {
        finding: 'Un jeton que Pro Santé Connect a dit inactif est encore présenté ensuite (à {actual}).',
        expected: 'Un nouveau jeton (renouvellement), ou une nouvelle connexion.',
        remedy:
          'Écarter le jeton dès active=false, en obtenir un autre par le jeton de renouvellement, sinon redemander une connexion.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
