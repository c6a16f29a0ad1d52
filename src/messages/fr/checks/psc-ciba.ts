import type { CheckTexts } from '../../check-texts.js';

/** Texts of the check on a login without browser. */
export const pscCiba = {
  'psc/ciba-request': {
    title: 'Connexion en CIBA, sans navigateur',
    what: "La demande CIBA a les portées openid et scope_all, l'identifiant national du professionnel et un message de deux chiffres ; le logiciel interroge ensuite la plateforme avec l'auth_req_id reçu, au rythme qu'elle fixe, jusqu'à obtenir les jetons de ce professionnel ou un refus.",
    why: "L'utilisateur compare les deux chiffres de son écran à ceux de sa e-CPS : c'est ce qui lui fait refuser une demande qui n'est pas la sienne.",
    rules: {
      method: {
        finding: 'La demande CIBA est envoyée en {actual}.',
        expected: 'Une requête POST, paramètres dans un corps application/x-www-form-urlencoded.',
        remedy: "Employer POST : dans une adresse, l'identifiant du professionnel resterait dans les journaux.",
      },
      form: {
        finding: 'Les paramètres de la demande CIBA ne sont pas dans un corps de formulaire ({actual}).',
        expected: 'Tous les paramètres dans un corps application/x-www-form-urlencoded, aucun dans l’adresse.',
        remedy:
          'Écrire nom=valeur séparés par & dans le corps, avec cet en-tête Content-Type : ni JSON, ni adresse, où l’identifiant du professionnel resterait dans les journaux.',
      },
      scope: {
        finding: "Les portées de la demande CIBA (scope) n'ont pas openid.",
        expected: 'scope=openid scope_all.',
        remedy: 'Ajouter openid à la liste des portées de la demande CIBA.',
      },
      'scope-all': {
        finding: "Les portées de la demande CIBA (scope) n'ont pas scope_all.",
        expected: 'scope=openid scope_all.',
        remedy: "Ajouter scope_all : sans elle, le UserInfo ne donne ni profession ni lieu d'exercice.",
      },
      'no-login-hint': {
        finding: 'La demande CIBA ne dit pas qui se connecte : login_hint manque.',
        expected: "login_hint avec l'identifiant national du professionnel.",
        remedy: "Demander son identifiant à l'utilisateur, ou le lire sur sa carte, et l'envoyer dans login_hint.",
      },
      'login-hint': {
        finding: "Le login_hint ressemble à un RPPS mais n'en a pas la forme ({length} caractères).",
        expected: 'Pour un RPPS : 8 suivi des onze chiffres, soit douze chiffres.',
        remedy: "Préfixer le RPPS de onze chiffres par 8, le type d'identifiant.",
      },
      'login-hint-form': {
        finding:
          "Le login_hint commence par {type}, mais n'a pas la forme des identifiants de ce type ({length} caractères).",
        expected:
          "0 et l'ADELI ; 3 et le FINESS, 4 et le SIREN, 5 et le SIRET, 6 et le RPPS du cabinet, suivis de / et du numéro interne ; 8 et le RPPS.",
        remedy: "Envoyer l'identifiant national complet du professionnel, et non celui de sa structure seule.",
      },
      'binding-message': {
        finding: "Le binding_message n'est pas fait de deux chiffres.",
        expected: 'Deux chiffres, de 00 à 99, affichés aussi par le logiciel.',
        remedy:
          "Tirer deux chiffres à chaque demande, les afficher à l'utilisateur et les envoyer tels quels, zéro initial compris.",
      },
      'same-message': {
        finding: 'Les {count} demandes CIBA acceptées portent toutes les deux mêmes chiffres.',
        expected: 'Deux chiffres tirés à chaque demande.',
        remedy:
          "Vérifier que le binding_message n'est pas une constante : l'utilisateur ne distinguerait plus sa demande de celle d'un autre.",
      },
      ping: {
        finding: 'La demande envoie client_notification_token, comme pour être prévenu (mode Ping).',
        expected: 'Aucun client_notification_token : Pro Santé Connect ne propose que le mode Poll.',
        remedy: "Retirer ce paramètre et interroger le point d'accès aux jetons : aucune notification ne viendra.",
      },
      environment: {
        finding: 'La même capture mêle les deux plateformes : {first}, puis {other}.',
        expected: 'Bac à sable (…bas.psc.esante.gouv.fr) ou production (…esw.esante.gouv.fr), du début à la fin.',
        remedy:
          "Tirer toutes les adresses du document de découverte d'une seule plateforme ; chercher celle qui est restée écrite en dur.",
      },
      'auth-req-id': {
        finding: "L'interrogation n'envoie pas l'auth_req_id que Pro Santé Connect a donné.",
        expected: "L'auth_req_id de la réponse à la demande CIBA.",
        remedy: "Garder l'auth_req_id de la réponse et l'envoyer tel quel à chaque interrogation.",
      },
      polling: {
        finding: 'Deux interrogations se suivent à {seconds} s alors que Pro Santé Connect demande {interval} s.',
        expected: 'Au moins {interval} s entre deux interrogations.',
        remedy:
          "Attendre la durée interval de la réponse (5 s si elle n'en donne pas), et l'allonger de 5 s sur une erreur slow_down.",
      },
      'vain-poll': {
        finding: "Le logiciel continue d'interroger une demande qui a pris fin ({reason}).",
        expected: 'Plus aucune interrogation après les jetons, access_denied, expired_token, ou la durée expires_in.',
        remedy:
          'Arrêter la boucle sur toute réponse autre que authorization_pending et slow_down, et à la fin de expires_in ; proposer alors une nouvelle demande.',
      },
      'other-user': {
        finding: "L'ID token reçu nomme un autre professionnel que le login_hint ({length} caractères) de la demande.",
        expected: 'preferred_username, SubjectNameID ou un otherIds égal au login_hint.',
        remedy:
          'Comparer les deux et refuser la connexion sinon : des réponses peuvent avoir été échangées entre deux utilisateurs.',
      },
      'no-success': {
        finding: "Aucune connexion CIBA de la capture n'aboutit ; dernière réponse : {actual}.",
        expected: 'Une interrogation à laquelle Pro Santé Connect répond par les jetons.',
        remedy:
          "access_denied : l'utilisateur a refusé. expired_token : il n'a pas répondu à temps. unknown_user_id : le login_hint n'est pas celui d'un professionnel connu. unauthorized_client : CIBA n'est pas activé pour ce service, le demander à l'ANS.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
