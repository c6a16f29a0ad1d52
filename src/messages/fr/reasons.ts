import type { NeedCode } from '../../checks/define.js';
import type { ReasonCode } from '../../engine/plan.js';

/** Why a verdict is what it is, beside findings. `{text}` is a text of the requirement base. */
export const reasons = {
  'reason/profile': 'Profil {profile} : le produit ne le demande pas (applies.profiles de segur.yaml).',
  'reason/condition-false':
    'Sans objet pour ce produit : « {text} » a reçu la réponse non (conditions.{condition} de segur.yaml). Joindre au dépôt la déclaration signée qui le dit.',
  'reason/condition-unanswered':
    'Question sans réponse : « {text} » Ajouter {condition}: true ou false sous conditions dans segur.yaml.',
  'reason/no-scenario':
    "La base de travail n'a pas de scénario pour cette exigence ; la REM en vigueur peut en avoir un. {text}",
  'reason/other-mode': 'Une autre des modalités admises a été fournie.',
  'reason/informative':
    "Scénario que le classeur officiel n'a plus : jugé à titre d'information, sans effet sur le verdict de l'exigence ni sur le code de sortie.",
  'reason/too-few-artifacts':
    "Pièces « {name} » ({selector}) : {found} trouvée(s), {minimum} attendue(s). Ajouter l'export au dossier.",
  'reason/undeclared-artifacts':
    "Le fichier {path} pourrait convenir si segur.yaml disait ce qu'il est ; ajouter sous artifacts : {line}",
  'reason/no-artifact-optional': 'Aucune pièce « {name} » ({selector}) dans le dossier : étape sans objet.',
  'reason/unreadable-content': "{path} contient une partie illisible : il n'est pas jugé à moitié.",
  'reason/nothing-looked-at': "Le contrôle {check} n'a rien trouvé à regarder dans {path}.",
  'reason/no-check-applies': "Aucun contrôle de l'étape ne concerne les pièces fournies.",
  'reason/check-failed':
    "Le contrôle {check} a échoué sur {path} : {reason}. C'est un défaut de l'outil ou de la règle, pas du produit.",
  'reason/dossier-check-failed':
    "Le contrôle {check} a échoué sur le dossier : {reason}. C'est un défaut de l'outil ou de la règle, pas du produit.",
  'reason/dossier-not-tested':
    "Le contrôle {check} n'a rien trouvé à regarder dans le dossier : sans effet sur le résultat.",
  'reason/human-step': 'Étape à vérifier par une personne sur les preuves du scénario.',
  'reason/evidence-missing': "Preuve non fournie. L'ajouter au dossier et la nommer sous evidence dans segur.yaml.",
  'reason/evidence-file-missing':
    "Le fichier {path} n'existe pas dans le dossier. Le fournir, ou corriger evidence dans segur.yaml.",
  'reason/evidence-unreadable': 'Le fichier {path} est illisible.',
  'reason/evidence-wrong-form':
    'Une preuve de nature « {wanted} » est attendue ; segur.yaml donne une preuve de nature « {given} ». Fournir le fichier attendu.',
  'reason/evidence-wrong-host':
    "Le permalien {link} n'est pas recevable : refaire le test sur https://{wanted} et donner son lien (interop.esante.gouv.fr ne sert qu'à prévisualiser).",
  'reason/evidence-earlier-host':
    "Le permalien vient de l'ancienne plateforme ; la plateforme actuelle est https://{wanted}.",
  'reason/kind-without-check':
    'Pièce lue sans erreur ; aucun contrôle de cette version ne porte sur la nature {kind} prise seule.',
  'reason/kind-not-selected':
    'Pièce lue sans erreur ; aucun des contrôles choisis (--checks) ne porte sur la nature {kind}.',
  'reason/need': '{need} ({check}, {path})',
  'reason/redacted':
    "Dossier expurgé : {path} n'est pas dans la copie, où ce fichier ne pouvait être réécrit sans secret ni identité. Le juger dans le dossier d'origine.",
  'reason/evidence-redacted':
    "Dossier expurgé : {path} n'est pas dans la copie. Cette preuve se montre avec le dossier d'origine.",
  'reason/rule-without-document':
    "{check} : une règle lit un fichier que le paquet n'a pas, ou qui est illisible ({detail}). Elle est en {place} du paquet, motif « {pattern} ». C'est un défaut du paquet, pas du produit ; les autres règles sont jugées.",
  'reason/rule-error':
    "{check} : une règle s'arrête sur une erreur de XPath ({detail}). Elle est en {place} du paquet, motif « {pattern} ». Ce n'est pas un constat sur le produit ; les autres règles sont jugées.",
  'reason/rule-not-run':
    "{check} : une règle ne peut pas être compilée ({detail}). Elle est en {place} du paquet, motif « {pattern} ». C'est un défaut du paquet ou de l'outil, pas du produit ; les autres règles sont jugées.",
  'reason/schema-undetermined':
    "{check} n'a pas pu être jugé : {detail}. C'est un défaut du paquet ou de l'outil, pas du produit ; le reste est jugé.",
  'reason/include-missing':
    "{check} : le fichier {file}, inclus en {place}, manque au paquet ou est illisible. Les règles qu'il porte ne sont pas jugées ; les autres le sont. C'est un défaut du paquet, pas du produit.",
  'reason/rules-without-document':
    "{check} : {count} règles lisent un fichier que le paquet n'a pas, ou qui est illisible ({detail}). Elles sont en {places} du paquet. C'est un défaut du paquet, pas du produit ; les autres règles sont jugées.",
  'reason/rules-error':
    "{check} : {count} règles s'arrêtent sur la même erreur de XPath ({detail}). Elles sont en {places} du paquet. Ce n'est pas un constat sur le produit ; les autres règles sont jugées.",
  'reason/rules-not-run':
    "{check} : {count} règles ne peuvent pas être compilées, pour la même raison ({detail}). Elles sont en {places} du paquet. C'est un défaut du paquet ou de l'outil, pas du produit ; les autres règles sont jugées.",
  'reason/includes-missing':
    "{check} : {count} fichiers de règles manquent au paquet ou sont illisibles : {files}. Les règles qu'ils portent ne sont pas jugées ; les autres le sont. C'est un défaut du paquet, pas du produit : segur-check pack verify énumère ce qui est perdu.",
  'reason/unresolved-phase':
    "{check} : la phase par défaut « {name} », nommée en {place}, n'est pas dans le schéma : aucune de ses règles n'est jugée.",
  'reason/unresolved-pattern':
    "{check} : la phase demande en {place} le motif « {name} », que le schéma n'a pas. Ses règles ne sont pas jugées ; les autres le sont.",
  'reason/unresolved-rule':
    "{check} : une règle reprend en {place} la règle « {name} », que le schéma n'a pas. Ce qu'elle apporterait n'est pas jugé ; le reste l'est.",
  'reason/unresolved-abstract':
    "{check} : un motif est fait en {place} du motif abstrait « {name} », que le schéma n'a pas. Ses règles ne sont pas jugées ; les autres le sont.",
  'reason/schema-without-rules':
    "{check} : le schéma {file} du paquet n'a aucune règle à appliquer. C'est un défaut du paquet, pas du produit.",
  'reason/more-undetermined': "{check} : {count} autre(s) cause(s) d'indétermination ne sont pas détaillées.",
} satisfies Record<ReasonCode, string>;

/** What a check needs and nobody gave. */
export const needs = {
  'need/pdf-reader':
    "Le texte du PDF n'a pas été lu : la bibliothèque facultative qui l'extrait n'est pas installée. Lancer npm install @hyzyla/pdfium à côté de segur-check, puis relancer le contrôle.",
  'need/pdf-text':
    "Le texte du PDF n'a pas pu être extrait (page numérisée, mot de passe, fichier endommagé ou trop long à lire) : ouvrir le PDF et vérifier son contenu à l'œil.",
  'need/tls-server':
    'Le journal ne dit pas avec quel serveur la session TLS a été ouverte : garder la ligne de commande (openssl s_client -connect serveur:port), le nom demandé (SNI) ou le port.',
  'need/handshake-end':
    "Le journal s'arrête avant la fin de la poignée de main TLS : rien ne dit si le client a accepté ce que le serveur a choisi. Exporter le journal jusqu'à la fin de la session.",
  'need/session-time':
    "Le journal ne donne ni la date de la session TLS ni le résultat de la vérification du certificat : sa validité n'est pas jugée. Exporter un journal daté, ou la sortie d'un outil qui vérifie le certificat.",
  'need/connection-start':
    "Le journal commence après l'ouverture de la connexion : rien ne dit si STARTTLS l'a chiffrée. L'exporter depuis l'accueil du serveur (220, ou * OK).",
  'need/authentication-shown':
    "{file} masque toute l'authentification {protocol} : sa forme n'est pas jugée. Exporter un journal qui montre la commande et sa chaîne en base64 (mail.debug.auth=true avec Jakarta Mail), en remplaçant avant l'encodage le seul jeton ou mot de passe par ***.",
  'need/mail-login':
    "Aucun journal ne montre l'ouverture d'une BAL en {protocol} : ajouter au dossier celui d'une connexion {protocol} que le serveur accepte.",
  'need/opened-mailbox':
    'Rien ne dit si la BAL ouverte dans {file} est personnelle, organisationnelle ou applicative : ajouter sous artifacts, dans segur.yaml, « - { path: {file}, mailbox: PER } » (ou ORG, ou APP).',
  'need/client-certificate':
    "Rien ne dit si le client a présenté son certificat à l'ouverture de {file} : ajouter le journal TLS de la même connexion (javax.net.debug, curl -v, openssl s_client -msg, Wireshark).",
  'need/dated-session':
    'Aucun journal SMTP ou IMAP ouvert par jeton ne donne ses heures avec leur date et leur décalage (2026-11-20T10:00:07+01:00) : la fin des sessions ne peut être comparée au refus du renouvellement.',
  'need/session-close':
    "Aucun journal ne montre une session SMTP ou IMAP encore ouverte quand Pro Santé Connect a refusé le renouvellement, puis sa fermeture (QUIT ou LOGOUT) : exporter le journal jusqu'à la fin de la session.",
  'need/autoconfig-answer':
    "La capture ne montre aucune réponse 200 du serveur d'autoconfiguration avec un document clientConfig qui donne les serveurs de réception et d'envoi : reprendre la capture avec le contenu des réponses.",
  'need/mailbox-test':
    "Aucun journal ne montre le test de connexion qui suit l'autoconfiguration : ajouter le journal SMTP ou IMAP de l'ouverture d'une BAL du domaine {domain}.",
  'need/trust-anchors':
    "Aucune autorité de confiance donnée : le certificat de la signature n'est rattaché à personne. Ajouter --trust FICHIER.pem, ou trust: [certs/ac.pem] dans segur.yaml, avec les certificats des autorités de l'IGC-Santé (de test ou de production) que l'ANS publie. L'intégrité de la signature est jugée sans cela.",
  'need/fhir-package':
    'Aucun des paquets donnés ne définit le profil {profile}, que la ressource déclare : ajouter --pack avec le paquet FHIR (.tgz) qui le publie, dans cette version.',
  'need/fhir-snapshot':
    "Le paquet donné définit {profile} sans snapshot : rien n'est jugé d'après ce profil. Donner le paquet publié par le guide d'implémentation, dont les définitions ont un snapshot.",
  'need/nil': 'Numéro du produit non déclaré : ajouter nil ou product-reference sous candidate dans segur.yaml.',
  'need/annex-3': "Liste des documents de l'annexe 3 non fournie : ajouter annex-3 dans segur.yaml.",
  'need/patient-status':
    "Statut d'identité du patient non déclaré : dans segur.yaml, ajouter patient: A au fichier, sous artifacts, et - { id: A, status: … } sous patients (provisoire, récupérée, validée ou qualifiée).",
  'need/mailbox-kind':
    "Genre de la boîte d'envoi non déclaré : dans segur.yaml, ajouter mailbox: PER, ORG ou APP (personnelle, organisationnelle, applicative) au message, sous artifacts. L'intitulé de l'expéditeur en dépend.",
  'need/token-exchange':
    "La demande de jeton manque : ajouter la capture de l'échange entre votre serveur et Pro Santé Connect.",
  'need/client-authentication':
    "La capture {file} ne montre pas comment le logiciel s'authentifie auprès de Pro Santé Connect : l'exporter avec les entêtes (Authorization) et le corps (client_id) des requêtes du serveur, jusqu'à une réponse de succès.",
  'need/psc-trust-space':
    "Rien ne dit si le produit est de l'Espace de confiance de Pro Santé Connect, où un secret est interdit : ajouter psc-trust-space: true ou false sous conditions dans segur.yaml.",
  'need/masked-value':
    "Valeur masquée ou expurgée : {name}. Elle ne prouve plus rien. Pour cette étape, donner la capture ou le dossier d'origine (jetons du bac à sable, session close) : le rapport ne montre jamais ces valeurs.",
  'need/psc-leg':
    'Une étape manque dans la capture Pro Santé Connect : {leg}. Prolonger la capture, ou ajouter celle qui la montre (navigateur ou serveur).',
  'need/psc-mode-ciba':
    "La capture est déclarée psc-mode: {mode}, et la connexion qu'elle montre se fait en CIBA, sans navigateur : déclarer psc-mode: ciba sous artifacts dans segur.yaml, ou donner la capture du mode déclaré.",
  'need/psc-mode-browser':
    "La capture est déclarée psc-mode: ciba, et la connexion qu'elle montre se fait par un navigateur : déclarer psc-mode: web, external-browser ou embedded-browser sous artifacts dans segur.yaml, ou donner la capture d'une connexion en CIBA.",
  'need/exchanged-subject':
    "Le jeton présenté à l'échange (subject_token) n'est pas reconnu, peut-être masqué : ajouter la capture de la connexion à Pro Santé Connect qui l'a donné.",
  'need/token-answer':
    "Les réponses du point d'accès des jetons (token) n'ont pas de corps dans la capture : l'exporter à nouveau avec les corps (« Enregistrer tout en HAR avec le contenu »).",
  'need/exchange-answer':
    "La réponse de l'échange de jeton n'est pas dans la capture, ou le serveur n'a pas pu en donner (5xx) : la refaire, avec le corps des réponses.",
  'need/jwks':
    "Clés publiques de Pro Santé Connect non fournies, ou pas celles qui ont signé : ajouter la réponse de …/protocol/openid-connect/certs de la plateforme, prise le même jour, dans la capture ou dans un fichier jwks.json (déclaré du même psc-mode). Sans elles la signature n'est pas prouvée.",
  'need/act-date': "La date de l'acte manque.",
  'need/no-reply': 'Souhait du professionnel non déclaré : ajouter no-reply sous artifacts dans segur.yaml.',
  'need/capture-time':
    "L'heure de réception manque : la validité dans le temps n'est pas jugée. Un fichier exporté seul ne la dit pas : donner une capture HAR (startedDateTime), ou le texte HTTP avec l'en-tête Date des réponses ou l'heure que curl --trace-time écrit.",
  'need/connected-user':
    "Utilisateur connecté inconnu : ajouter au dossier le jeton d'identité, la réponse userinfo ou la capture HAR de sa connexion à Pro Santé Connect.",
  'need/own-session':
    'Session Pro Santé Connect inconnue pour {file} : plusieurs professionnels sont connectés, ou aucun à cette heure. Ajouter la capture de la connexion de celui qui agit et, dans segur.yaml, le même « user: 1 » (ou 2) à la capture et à {file}, sous artifacts.',
  'need/account-columns':
    'Colonnes non déclarées ({columns}) : ajouter sous artifacts dans segur.yaml, pour {log} : columns: { professional: …, actor: …, mode: … } (identifiant national, compte local, moyen de connexion).',
  'need/account-of-session':
    "Aucune ligne de {log} n'a l'identifiant national du professionnel de la session Pro Santé Connect capturée : exporter le journal de cette connexion-là.",
  'need/second-means':
    "Aucun professionnel du journal ne s'est connecté à la fois par Pro Santé Connect et par un autre moyen (carte, mot de passe…) : exporter les deux connexions. Si Pro Santé Connect est l'unique moyen, ne pas déclarer la colonne professional : la capture d'écran de la mire suffit.",
  'need/insi-log':
    "Journal applicatif de l'appel à INSi non fourni : l'ajouter au dossier, et déclarer ses colonnes sous artifacts dans segur.yaml : { path: journal.csv, columns: { instant: …, actor: …, mode: … } }.",
  'need/insi-log-columns':
    'Colonnes non déclarées ({columns}) : ajouter sous artifacts dans segur.yaml, pour {log} : columns: { instant: …, actor: …, mode: … }.',
  'need/mail-trace-columns':
    'Trace fonctionnelle dont des colonnes ne sont pas déclarées ({columns}) : ajouter sous artifacts dans segur.yaml « - { path: {log}, columns: { instant: …, actor: …, action: …, request: …, response: …, mailbox: …, message: … } } » avec le nom de chaque colonne.',
  'need/acknowledgement':
    'Acquittement non fourni du message {id} de {file} : joindre le message ACK dont MSA-2 vaut {id}, dans le même fichier ou à côté.',
  'need/message-role':
    "Sens de l'échange non déclaré pour {file} : ajouter sous artifacts, dans segur.yaml, « - { path: {file}, role: incoming } » si le logiciel a reçu le message, « role: outgoing » s'il l'a émis.",
  'need/message-order':
    "Rien ne dit lequel de {file} et {other} précède l'autre (même heure en MSH-7) : ajouter order à chacun sous artifacts, dans segur.yaml.",
  'need/strict-trait-change':
    "Aucun message émis ne montre un trait strict modifié : joindre, pour un même patient, le message émis avant la modification et l'A31 émis après, déclarés « role: outgoing » sous artifacts dans segur.yaml.",
  'need/used-name-change':
    "Aucun message émis ne montre un nom utilisé modifié : joindre, pour un même patient, le message émis avant la modification et l'A31 émis après, déclarés « role: outgoing » sous artifacts dans segur.yaml.",
  'need/ins-removal':
    "Message A47 non fourni : après la modification que montre {file}, joindre le message ADT^A47 dont MRG-1 porte l'INS retirée, déclaré « role: outgoing » sous artifacts dans segur.yaml.",
  'need/acknowledged-message':
    'Message {id} non fourni, dont {file} rend compte ({event}) : joindre le message ORU ou MDM dont MSH-10 vaut {id}.',
  'need/business-acknowledgement':
    'Accusé métier {event} non fourni : le message {id} de {file} le demande (ACK_RECEPTION ou ACK_LECTURE_MSS à Y). Joindre le message ZAM^{event} dont OBX-4 vaut {id}, déclaré « role: incoming » (reçu) ou « role: outgoing » (émis) sous artifacts dans segur.yaml.',
  'need/forwarded-message':
    "Message de remise non fourni : joindre, pour chaque CDA de l'archive de {file}, le message MDM qui le transmet au logiciel métier, déclaré « role: outgoing » sous artifacts dans segur.yaml.",
  'need/platform-mail':
    "Courriel non fourni : le message de {file} demande d'écrire à l'adresse de {recipient}, à laquelle aucun des courriels fournis n'est envoyé. Joindre le courriel que la PFI a produit pour ce destinataire.",
  'need/reported-mail':
    "Courriel d'origine non fourni : {file} rend compte du courriel <{id}>. Joindre la source de ce courriel, déclaré « role: outgoing » sous artifacts dans segur.yaml.",
  'need/mail-receipt':
    'Accusé de lecture non fourni : {file} en demande un (Disposition-Notification-To). Joindre le courriel MDN dont Original-Message-ID vaut <{id}>, déclaré « role: outgoing » sous artifacts dans segur.yaml.',
  'need/accepted-delivery':
    'Tous les messages fournis sont refusés, dont celui de {file} : joindre aussi un échange où le logiciel intègre le document (MSA-1 = AA).',
  'need/dmp-call':
    'Aucun échange {call} dans les pièces : exporter la requête et sa réponse pendant la démonstration, en messages SOAP ou en capture HAR, et les ajouter au dossier.',
  'need/dmp-answer':
    "Réponse du DMP non fournie à l'appel {call} de {file} : ajouter le message SOAP qui lui répond (wsa:RelatesTo), ou la capture de l'échange entier.",
  'need/call-order':
    "Rien ne dit lequel des appels de {file} et de {other} précède l'autre (mêmes heures, ou aucune) : ajouter sous artifacts, dans segur.yaml, « - { path: {file}, order: 1 } » et « - { path: {other}, order: 2 } », dans l'ordre où ils ont eu lieu.",
  'need/access-check':
    "Aucun TD0.2 ni TD0.4 du même utilisateur pour le patient consulté dans {file} : ajouter au dossier le contrôle du droit d'accès qui précède cette consultation, et sa réponse.",
  'need/two-users':
    "Appels au DMP de l'utilisateur {user} non déclarés : ajouter sous artifacts, dans segur.yaml, « - { path: …, user: {user} } » sur ses messages.",
  'need/psc-dmp-call':
    "Aucun appel au DMP n'est dit fait sous Pro Santé Connect : ajouter le message SOAP, ou sa capture, et sous artifacts, dans segur.yaml, « - { path: …, psc-mode: web } » (ou le mode du produit).",
  'need/multi-criteria':
    'Aucune recherche TD3.1 des pièces ne filtre sur des critères : exporter celle de la démonstration, qui en combine au moins deux (type et date, par exemple).',
  'need/legal-entity':
    "Aucun envoi historique des pièces ne nomme une personne morale parmi ses auteurs : ajouter l'archive ou le message d'un tel envoi, déclaré « role: historical » sous artifacts dans segur.yaml.",
  'need/replacement':
    "Aucun des messages donnés n'envoie la nouvelle version d'un document : ajouter celui dont le CDA a un relatedDocument RPLC.",
  'need/replaced-document':
    "Première version introuvable : {file} remplace le document {id}, qu'aucun des messages donnés n'envoie. Ajouter le message qui l'avait envoyé.",
  'need/deleted-document':
    'Le message qui annonce une suppression est seul : ajouter celui qui avait envoyé le document supprimé.',
  'need/laboratory-report':
    'Aucun compte rendu de biologie (CDA de type 11502-2) dans ce que portent ces messages : ajouter celui qui en envoie un, déclaré « role: outgoing » sous artifacts dans segur.yaml.',
  'need/partial-report':
    'Aucun compte rendu partiel dans les pièces : ajouter le CDA dont documentationOf/serviceEvent/lab:statusCode vaut active.',
  'need/complete-report':
    'Version complète non fournie du compte rendu partiel {file} : ajouter le CDA dont le statut est completed et qui le remplace.',
} satisfies Record<NeedCode, string>;

/** Legs of a Pro Santé Connect exchange that a capture may lack. */
export const legs: Readonly<Record<string, string>> = {
  authorization: "la demande d'autorisation",
  backchannel: 'la demande CIBA',
  callback: 'le retour vers le logiciel après authentification',
  logout: 'la déconnexion',
  'login-again': 'la nouvelle demande de connexion après déconnexion',
  refresh: 'le renouvellement des jetons (grant_type=refresh_token)',
  'new-login': 'la nouvelle demande de connexion après le refus du renouvellement',
  return: "le retour de l'utilisateur après la déconnexion automatique",
  'pushed-request': "la demande d'autorisation poussée (PAR) à laquelle request_uri renvoie",
  userinfo: "une réponse lisible du point d'accès userinfo (la capture la masque, ou l'appel a échoué)",
  introspection: "une réponse lisible du point d'accès d'introspection (la capture la masque, ou l'appel a échoué)",
  'ciba-approval': "la réponse finale à la demande CIBA, après validation par l'utilisateur",
};

/** What the reader of a report must know before its verdicts. */
export const caveats = {
  preVerification:
    "Pré-vérification : ce rapport n'atteste rien. Seules l'ANS et sa plateforme d'interopérabilité (Gazelle) décident d'un référencement.",
  base: "Base d'exigences : {source}, état du {date}, antérieur à la publication des REM. Les énoncés et numéros officiels sont ceux du classeur REM en vigueur.",
  withoutRem:
    'Intitulés, chapitres, natures et criticités sont les nôtres, faute de classeur : --rem FICHIER.xlsx (ou segur-check rem import) donne ceux du classeur REM du couloir.',
  rem: 'Énoncés, numéros, chapitres, criticités et natures : classeur {file}, feuille « {sheet} » (sha256 {sha256}), {requirements} exigence(s), dont {checked} jugée(s) par des contrôles et {followed} suivie(s) par leurs preuves seules. Étapes et contrôles : {source}, état du {date}.',
  remWrongCorridor: 'Le nom du classeur dit le couloir {other} ; le produit est candidat au couloir {corridor}.',
  remOtherCorridor:
    "Le couloir {corridor} n'est pas dans notre base : son classeur seul dit ce qu'il exige, et une exigence n'est jugée par des contrôles que si un autre couloir porte le même numéro.",
  remLeftOut: "{count} exigence(s) de notre base pour ce couloir que le classeur n'a pas, non jouée(s) : {ids}",
  remObsolete: '{count} exigence(s) que le classeur dit obsolète(s), non jouée(s) : {ids}',
  remInformative:
    "{count} scénario(s) de notre base que le classeur n'a plus, jugé(s) à titre d'information, sans effet sur les verdicts des exigences ni sur le code de sortie : {ids}",
  remDropped:
    '{count} scénario(s) sans contrôle ou preuve(s) de notre base que le classeur ne demande pas, non demandé(s) : {ids}',
  remRepairs: '{count} numéro(s) du classeur réparé(s) : {ids}',
  remOverlays:
    "{count} rectificatif(s) de la FAQ de l'ANS publié(s) ou lu(s) après le classeur (daté du {date}) et appliqué(s) : {ids}. Chaque exigence touchée le nomme.",
  remUndated:
    "La date du classeur est inconnue (rem: { date: … } dans segur.yaml la donne) : {count} rectificatif(s) de la FAQ de l'ANS appliqué(s) quelle que soit leur date : {ids}. Chaque exigence touchée le nomme.",
  limits:
    'Limites de lecture changées par --limit : {limits}. Avec les limites par défaut, le verdict peut être un autre.',
  limit: '{name} {value} ({default} par défaut)',
  notJudged:
    "Sections des REM que cette base ne contient pas et que personne n'a jugées ici : SSI, DOC (sauf DOC/va1.01), LOI, HOP, CSE, ERGO, BIO, CRI, ANN, TBB, VACC, INTRA, RUM, MDV, PORT, RES, AC, AUTH et les exigences propres à la DRIMbox (sauf CO.63 à CO.65).",
  noScenario: "{count} exigence(s) de ce couloir n'ont pas de scénario dans la base : elles sont à vérifier.",
  partial: "Rapport partiel : {why}. Il ne dit rien de ce qui n'a pas été joué.",
  filesInCda:
    "Les fichiers que contiennent les documents CDA (PDF, images) n'ont été ni lus ni listés : aucun des contrôles choisis ne les regarde.",
  omitted:
    "{count} constat(s) de plus ne sont pas listés : au plus 1000 par contrôle et par pièce, les erreurs d'abord. Le verdict tient compte de tous.",
  substitutes:
    '{count} jeu(x) de valeurs manquent au paquet de règles ; un autre fichier du paquet, de même OID ou de même nom, les remplace : {files}',
  undeterminedRules:
    "{count} résultat(s) de règles de paquet sont indéterminés, faute d'un fichier du paquet ou par une erreur d'une règle : la raison est dite sous chaque document. segur-check pack verify dit ce qui manque au paquet.",
  unjudged:
    "{count} pièce(s) reconnue(s) qu'aucune étape n'a regardée(s), faute de déclaration dans segur.yaml : {paths}",
  masked:
    "Les identités et les jetons sont masqués : [P1-nom] est un nom du premier patient rencontré. Deux valeurs différentes d'un même trait ont le même pseudonyme : --unmask les montre.",
};

export const partialReasons = {
  interrupted: 'le traitement a été interrompu',
  narrowed: 'il est limité aux scénarios {pattern}',
  checks: 'il est limité aux contrôles {pattern}',
};

/** A rule that a scenario states itself, when it has no text of its own. */
export const expression = {
  finding: 'La règle du scénario ne tient pas ici : {test}',
  expected: '{test} vrai',
  remedy: "Lire le titre de l'étape et corriger la donnée indiquée.",
};

/** What a reader must know before all else. */
export const alarms = {
  production:
    "ALERTE, PATIENTS RÉELS ? Matricules INS sous un OID de production (.8 ou .9) dans un dossier de test : {count}. Si ce sont de vrais patients, retirer ces fichiers ; s'ils sont fictifs, le déclarer dans segur.yaml, sous patients.",
  patient:
    'Matricule {matricule} (OID {oid}) dans {files}. S\'il est fictif, ajouter sous patients dans segur.yaml : - { id: F, status: qualifiée, matricule: "{matricule}", fictitious: true }',
  declaredPatient: `Matricule {matricule} (OID {oid}) dans {files}. S'il est fictif, ajouter à la ligne de {patient} sous patients dans segur.yaml : fictitious: true`,
  hidden: `Entre les guillemets de la ligne à ajouter, écrire le matricule lui-même et non le libellé qui le masque ici : --unmask le montre.`,
  moreFiles: '{files} et {count} autre(s) fichier(s)',
  morePatients: '… et {count} autre(s) matricule(s) : voir les constats ins/production-identity.',
};
