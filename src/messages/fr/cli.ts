import type { UserErrorCode } from '../../dossier/user-error.js';
import type { MistakeCode } from '../../scenarios/parse-yaml.js';
import { secretWords } from './secret-words.js';

/** Help of the command line. */
export const help = {
  headings: {
    'Usage:': 'Usage :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Commands:': 'Commandes :',
    'Global Options:': 'Options communes :',
    'Expert options:': 'Options expertes :',
  },
  description:
    'Pré-vérification des logiciels de santé avant le référencement Ségur : joue les scénarios de conformité sur ce que votre logiciel exporte.',
  help: "afficher l'aide",
  version: 'afficher la version',
  run: "jouer les scénarios applicables d'un dossier",
  runDossier: 'dossier qui contient segur.yaml (par défaut : le dossier courant)',
  check: 'juger des fichiers sans dossier : leur nature est reconnue, tous les contrôles applicables sont joués',
  checkFiles: 'fichiers ou dossiers',
  scenarios: "ce que contient la base d'exigences et de scénarios",
  scenariosList: 'lister les exigences',
  scenariosShow: 'montrer une exigence et ses scénarios',
  scenariosShowId: "numéro d'exigence, par exemple MSS/CONF.25",
  scenariosLint: 'vérifier des fichiers de scénarios : chaque erreur est nommée à sa place',
  scenariosLintFiles: 'fichiers YAML (par défaut : la base fournie)',
  coverage: 'quelles exigences sont contrôlées, par quoi, et pourquoi les autres ne le sont pas',
  explain: 'expliquer un contrôle, un code de constat ou une exigence',
  explainId: 'par exemple mss/subject-form, mss/subject-form/prefix ou MSS/CONF.25',
  redact:
    "écrire une copie d'un dossier dont les secrets et les identités sont remplacés, à juger et transmettre à sa place",
  redactOutput: "dossier de la copie : il n'existe pas, ou est vide",
  redactList: 'dire seulement quels secrets du dossier sont encore utilisables',
  seal: "sceller un dossier : une archive avec ses pièces, ses preuves, son rapport et de quoi vérifier que rien n'a été changé",
  sealOutput: "archive à écrire ; si elle est dans le dossier, elle n'en fait pas partie",
  sealKey: "signer avec cette clé privée (PEM : Ed25519, RSA ou EC), dans FICHIER.sig à côté de l'archive",
  sealCertificate: 'certificat X.509 de la clé, puis ceux des autorités intermédiaires (PEM)',
  sealAllowSecrets: 'sceller un dossier qui contient des secrets encore utilisables',
  sealForce: "remplacer l'archive et la signature qui existent",
  replay: 'vérifier un scellé et le rejouer : identique, ou chaque différence avec la règle qui a changé',
  replayKey: 'vérifier la signature avec cette clé publique (PEM)',
  replayTrust: 'vérifier la signature et que son certificat mène à celui-ci (PEM ou DER), répétable',
  replayPack: 'redonner un paquet de règles qui a jugé, répétable : son empreinte est vérifiée',
  replayAcross: "rejouer même si l'outil ou un paquet n'est pas celui qui a jugé",
  compare:
    'dire ce qui diffère entre deux rapports JSON, dossiers ou scellés : régressions, corrections, exigences et contrôles nouveaux ou retirés',
  compareVerbose: 'écrire toutes les lignes',
  compareReport: 'format FORMAT[=CHEMIN], répétable : text, json, markdown',
  corridor: 'couloir : LGC, BIO, RIS, DPI, PFI, DB',
  report:
    'rapport FORMAT[=CHEMIN], répétable ; formats : terminal, json, ndjson, html, junit, xlsx, xlsx-rem, svrl, sarif, github, gitlab, markdown, tar, deposit',
  reportList: 'rapport FORMAT : terminal ou json, sur la sortie standard',
  scenario: 'ne jouer que les scénarios ou exigences de ce motif, par exemple "MSS/*" (rapport partiel)',
  checks:
    'ne jouer que les contrôles de ce motif, répétable, par exemple "ins/*" ou "TestContenuCDA-3-0/**" (rapport partiel)',
  jobs: "juger N fichiers à la fois, chacun dans un fil d'exécution (par défaut : le nombre de cœurs ; 1 : l'un après l'autre)",
  trust:
    'faire confiance aux autorités de ce fichier (PEM ou DER), répétable : certificats des signatures VIHF et de lot',
  pack: "juger aussi d'après ce paquet de règles, répétable : le dossier des règles officielles des CDA (TestContenuCDA de l'ANS), un paquet FHIR (.tgz) ou un dossier qui en contient",
  rem: "classeur REM du couloir publié par l'ANS (.xlsx) : énoncés, numéros, chapitres, criticités et natures officiels (docs/rem.md)",
  packs: 'quels paquets de règles contient un dossier, et sont-ils complets',
  packList: 'énumérer les paquets, avec leur version et leur empreinte',
  packVerify: 'vérifier que toutes les règles peuvent être jugées : chaque fichier qui manque, avec les règles perdues',
  rems: "reprendre les textes et la numérotation d'un classeur d'exigences (REM) de l'ANS",
  remImport: "lire un classeur de l'ANS (.xlsx), dire ce qui en est repris et réparé, et l'épingler dans le dossier",
  remDossier: "dossier où épingler le classeur (par défaut : le dossier courant, s'il contient segur.yaml)",
  denyProductionIdentities:
    "refuser comme une erreur tout matricule INS sous un OID de production dans un dossier de test, sauf celui d'un patient déclaré fictif",
  lang: 'langue : fr ou en (les rapports sont en français par défaut, le terminal suit la locale)',
  unmask: 'montrer les identités des patients et les jetons',
  quiet: 'ne rien écrire au terminal que les erreurs',
  verbose: 'détailler aussi ce qui est conforme ou à vérifier',
  color: 'couleurs : auto, always ou never',
  limit: 'changer une limite de lecture, répétable, par exemple xmlDepth=512 (docs/limits.md)',
  exitCodes:
    "Codes de sortie : 0 rien à corriger · 1 non conforme · 2 usage ou configuration · 3 preuve manquante ou illisible · 4 indéterminé (défaut de l'outil) · 130 interrompu",
};

/** Mistakes of whoever runs the command. */
export const usage: Record<UserErrorCode, string> = {
  'no-manifest':
    'Pas de segur.yaml dans « {path} ». Créer ce fichier à la racine du dossier (voir README), ou juger des fichiers seuls : segur-check check FICHIER…',
  'not-a-folder': "« {path} » n'est pas un dossier. Donner le dossier qui contient segur.yaml.",
  'no-file': "« {path} » n'existe pas.",
  'not-a-file': "« {path} » n'est pas un fichier ordinaire : un lien ou un dossier n'est pas lu.",
  'not-a-seal-or-report':
    "« {path} » n'est ni un rapport JSON de segur-check (--report json=CHEMIN), ni un dossier, ni un scellé qui contient report/report.json.",
  'other-report-version':
    "Le rapport « {path} » est d'une version inconnue ({name}) : cette version de segur-check lit segur-check/report/1.",
  'wrong-report': "Le rapport « {path} » n'a pas la forme de report.schema.json, en {place} : {reason}.",
  'other-command':
    'Un rapport de {a} ne se compare pas à un rapport de {b} : donner deux rapports de run, ou deux rapports de check.',
  'written-over': '« {path} » est déjà lu ou écrit par cette commande : donner un autre chemin à --report.',
  'too-large': '« {path} » est trop gros : {maximum} octets au plus. En donner un plus petit.',
  'too-many-files': 'Plus de {maximum} fichiers dans « {path} ». Donner le dossier des pièces seules.',
  mistakes: '{count} erreur(s) de configuration.',
  'no-artifact':
    'Le dossier « {path} » ne contient aucun fichier à juger. Y mettre les exports du logiciel et les preuves.',
  'nothing-applicable':
    "Aucune exigence ne s'applique (couloir {corridor}, vague {wave}, profils {profiles}). Corriger applies dans segur.yaml.",
  'nothing-recognised':
    "Aucun fichier n'a été reconnu comme une pièce (CDA, archive XDM, courriel, HAR, jeton, FHIR, PDF…). Vérifier les exports.",
  'no-scenario-matches':
    'Aucun scénario applicable ne correspond à « {pattern} ». segur-check scenarios list montre les numéros.',
  'no-check-matches':
    'Aucun contrôle ne correspond à « {pattern} ». Les noms sont dans docs/checks.fr.md ; * reste dans un segment, ** les traverse.',
  'invalid-jobs': 'Valeur « {value} » refusée pour --jobs : un entier de 1 à {maximum} est attendu.',
  'unknown-format': 'Format de rapport inconnu « {name} ». Formats : {expected}.',
  'format-needs-path': "Le format {name} s'écrit dans un fichier : --report {name}=CHEMIN.",
  'two-on-stdout':
    'Un seul rapport peut aller sur la sortie standard : donner un chemin aux autres, --report FORMAT=CHEMIN.',
  'several-parts':
    'Le format {name} a {count} fichiers à écrire, un par document et par schéma : lui donner un dossier, --report {name}=DOSSIER.',
  'same-report-path':
    'Deux rapports iraient dans le même fichier, « {other} » et « {path} » : leur donner deux noms, qui ne diffèrent pas que par la casse.',
  'report-in-report':
    "Un rapport irait dans le dossier d'un autre (« {other} », « {path} ») : leur donner deux emplacements.",
  'report-is-folder': '« {path} » est un dossier : donner un fichier au format {name}, --report {name}=FICHIER.',
  'report-over-input': '« {path} » est lu par cette commande : un rapport ne le remplace pas. Donner un autre chemin.',
  'deposit-needs-folder': "Le dépôt s'écrit dans un dossier : --report deposit=DOSSIER.",
  'deposit-needs-dossier':
    "Le dépôt range les preuves d'un dossier : le demander à segur-check run DOSSIER, qui lit segur.yaml.",
  'deposit-twice': 'Un seul dépôt peut être demandé : --report deposit=DOSSIER.',
  'deposit-not-folder':
    "« {path} » n'est pas un dossier : donner au dépôt un dossier qui n'existe pas, est vide, ou contient un dépôt précédent.",
  'deposit-not-ours':
    "« {path} » n'est ni vide ni un dépôt que segur-check a écrit : rien n'est effacé. Donner un autre dossier.",
  'deposit-edited':
    "Le dépôt « {path} » n'est plus tel que segur-check l'a écrit ({names}) : rien n'est effacé. Déplacer ce dossier ou ces fichiers, ou donner un autre dossier.",
  'deposit-holds': 'Le dépôt « {path} » ne peut contenir « {name} » : lui donner un dossier à part.',
  'deposit-changed':
    "« {path} » a changé pendant la copie, ou n'est plus un fichier du dossier : relancer. Aucun dépôt n'est écrit.",
  'not-replaceable': "« {path} » est un périphérique ou un tube : donner le chemin d'un fichier.",
  'cannot-write':
    "Impossible d'écrire « {path} » ({reason}) : vérifier que son dossier existe, qu'il reste de la place et que l'on peut y écrire.",
  'pack-rule':
    "« {name} » se lit comme une règle d'un paquet, dont les textes ne sont pas dans segur-check : le constat d'un rapport donne le texte de la règle, son test et sa place dans le paquet (fichier:ligne).",
  'unknown-id': "« {name} » n'est ni un contrôle, ni un code de constat, ni une exigence.",
  'invalid-option': 'Valeur « {value} » refusée pour {option} : {expected}.',
  'unknown-limit': 'Limite inconnue « {name} ». Limites : {expected}.',
  'invalid-limit': 'Valeur « {value} » refusée pour --limit {name} : un entier positif est attendu, --limit {name}=N.',
  'invalid-trust':
    '« {path} » ne contient pas de certificat X.509 lisible : donner un fichier PEM (BEGIN CERTIFICATE) ou DER, sans clé ni mot de passe (pas de .p12).',
  'no-pack':
    "Le dossier « {path} » ne contient ni paquet FHIR (.tgz), ni règles officielles : il faut l'arbre TestContenuCDA de l'ANS, ou le dossier qui le contient (schematrons, jeuxDeValeurs, infrastructure).",
  'not-a-pack':
    "Le dossier « {path} » n'est pas un paquet de règles : il faut l'arbre TestContenuCDA de l'ANS (schematrons, jeuxDeValeurs, infrastructure), ou des paquets FHIR (.tgz).",
  'several-trees':
    'Le dossier « {path} » contient plusieurs arbres de règles officielles ({names}) : en donner un seul.',
  'pack-archive':
    '« {path} » est une archive : la décompresser, puis donner le dossier obtenu, qui contient schematrons, jeuxDeValeurs et infrastructure.',
  'pack-part':
    "« {path} » n'est qu'une partie des règles officielles : donner le dossier « {whole} » qui le contient, entier.",
  'pack-part-alone':
    "« {path} » est un fichier seul : donner le dossier des règles officielles entier (schematrons, jeuxDeValeurs, infrastructure), tel que l'ANS le publie.",
  'pack-unreadable':
    "« {path} » n'est pas un paquet FHIR : une archive .tgz est attendue, telle que packages.fhir.org ou le site du guide d'implémentation la publie.",
  'pack-without-manifest':
    "« {path} » n'est pas un paquet FHIR : l'archive ne contient pas package/package.json avec name et version.",
  'pack-not-json': 'Le paquet FHIR « {path} » contient un fichier qui ne se lit pas : {detail}.',
  'pack-too-large': 'Le paquet FHIR « {path} » est trop gros : 200 Mo au plus, 512 Mo décompressé.',
  'pack-other-fhir':
    'Le paquet FHIR « {path} » est écrit pour FHIR {version} : seule la version R4 (4.0.1) est jugée. Donner le paquet R4 du même guide.',
  'pack-twice':
    'Le paquet {name} est donné deux fois, avec deux contenus (versions {first} et {second}). N’en garder qu’un.',
  'redact-manifest':
    "segur.yaml contient un secret ou une identité qui ne peut être remplacé (dans un commentaire, une clé ou un texte) : l'en retirer, puis recommencer. Aucune copie n'est écrite.",
  'redact-output':
    "« {path} » ne peut recevoir la copie : donner un dossier qui n'existe pas ou est vide, hors du dossier à expurger et sans le contenir.",
  'seal-exists': '« {path} » existe déjà. Donner un autre nom, ou --force pour le remplacer.',
  'seal-key':
    '« {path} » ne contient pas de clé privée utilisable : une clé Ed25519, RSA ou EC au format PEM (PKCS#8), sans mot de passe, est attendue.',
  'seal-certificate': "Le premier certificat de « {path} » n'est pas celui de la clé donnée par --key.",
  'seal-name':
    'Le nom « {path} » ne peut pas être écrit sur tous les systèmes (caractère réservé, point ou espace final, nom réservé de Windows) : renommer le fichier, puis sceller.',
  'seal-twin':
    "« {path} » et « {other} » deviendraient un seul fichier sur un autre système : renommer l'un des deux, puis sceller.",
  'seal-file':
    '« {path} » ne peut être lu ({reason}) : un scellé contient tous les fichiers du dossier. Rendre le fichier lisible, ou le retirer.',
  'seal-changed':
    "« {path} » a changé pendant la lecture : rien n'est scellé. Recommencer quand plus rien n'écrit dans le dossier.",
  'seal-too-large':
    'Le dossier est trop gros pour un scellé : {bytes} octets et {entries} fichiers au plus. Compresser les vidéos.',
  'seal-secrets':
    '{count} secret(s) encore utilisable(s) dans le dossier, que le scellé transmettrait : les révoquer, sceller une copie expurgée (segur-check redact), ou accepter de les transmettre (--allow-secrets).',
  'replay-key':
    '« {path} » ne contient pas de clé publique utilisable : une clé Ed25519, RSA ou EC au format PEM est attendue.',
  'replay-not-a-seal': "« {path} » n'est pas un scellé : donner le fichier écrit par segur-check seal.",
  'replay-version':
    "« {path} » est un scellé d'un autre format ({version}) : prendre la version de segur-check qui le lit.",
  'replay-lock':
    "lock.json ne se lit pas : ce scellé est d'une autre version de segur-check, ou n'a pas été écrit par lui.",
  'replay-limits':
    'Ce scellé a été fait avec des limites de lecture relevées. Si vous les acceptez sur cette machine, les redonner : {options}.',
  'replay-extract': '« {path} » ne peut être écrit dans le dossier temporaire ({reason}).',
  'replay-no-certificate':
    "La signature « {path} » est d'une clé seule, sans certificat : --trust n'y peut rien, donner la clé publique par --key.",
  'rem-not-workbook':
    "« {path} » n'est pas un classeur Excel (.xlsx). Donner le classeur du REM tel que l'ANS le publie.",
  'rem-encrypted':
    "« {path} » est protégé par un mot de passe, ou au format .xls d'avant 2007. L'ouvrir et l'enregistrer au format .xlsx, sans mot de passe.",
  'rem-too-large':
    '« {path} » dépasse ce que peut contenir un REM ({limit} : {maximum} au plus) : il ne sera pas ouvert.',
  'rem-unreadable':
    "« {path} » ne se lit pas comme un classeur ({reason}). L'ouvrir dans un tableur, l'enregistrer au format .xlsx, et recommencer.",
  'rem-no-sheet': "« {path} » n'a aucune feuille remplie.",
  'rem-corridor': 'Le nom du classeur {path} ne dit pas son couloir. Le donner : --corridor LGC',
  'rem-not-pinned':
    "Le classeur {path} (sha256 {sha256}) n'est pas celui que segur.lock.json épingle : {name} (sha256 {pinned}). Donner celui-là à --rem, ou épingler l'autre : segur-check rem import {path}, avec --dossier.",
  'rem-pinned-absent':
    "segur.lock.json épingle le classeur {name} (sha256 {sha256}), qui n'est pas dans le dossier. Le donner : --rem FICHIER.xlsx, ou ôter rem de segur.lock.json pour juger sans lui.",
  'rem-columns':
    'Dans « {path} », feuille « {sheet} », aucune colonne reconnue pour : {missing}. En-têtes lus : {headers}. Écrire dans segur.yaml à quel champ chacun correspond, par exemple rem: { columns: { "Mon en-tête": statement } } ; champs : {fields}.',
  'unknown-command': 'Commande inconnue « {name} ». segur-check --help montre les commandes.',
  'unknown-option': 'Option inconnue « {name} ». segur-check --help montre les options.',
  'too-many-arguments': "Trop d'arguments. segur-check --help montre l'usage de chaque commande.",
  'missing-argument': "Argument manquant : {name}. segur-check --help montre l'usage.",
};

/** Mistakes in files that people write. */
export const mistakes: Record<MistakeCode, string> = {
  'mistake/yaml': 'YAML invalide : {reason}',
  'mistake/yaml-depth': "imbriqué sur plus de {maximum} niveaux : l'écrire plus à plat",
  'mistake/yaml-tokens':
    'plus de {maximum} valeurs, signes de ponctuation et espaces avant cet endroit : raccourcir le fichier',
  'mistake/yaml-aliases': 'plus de {maximum} ancres et alias : écrire les valeurs en toutes lettres',
  'mistake/yaml-unfolded':
    'des alias font plus de {maximum} valeurs de ce qui est écrit, ou se contiennent eux-mêmes : écrire les valeurs en toutes lettres',
  'mistake/more': "d'autres erreurs de ce fichier ne sont pas listées : corriger d'abord celles-ci",
  'mistake/unknown-key': 'clé inconnue « {name} » ; clés possibles : {expected}',
  'mistake/missing-key': 'clé obligatoire absente : {name}',
  'mistake/value': 'valeur « {name} » refusée ; valeurs possibles : {expected}',
  'mistake/avis-shape':
    "attendu : une liste d'avis (opinions) ou de dérogations (derogations), par exemple « opinions: [{ on: MSS/UX.28.01.01, decision: question, by: ANS – vérificateur 3, date: 2026-11-20, text: Quelle version ? }] ». Sans avis ni dérogation, supprimer le fichier",
  'mistake/type': 'type attendu : {expected}',
  'mistake/unknown-name': '{what} inconnu : « {name} » ; possibles : {expected}',
  'mistake/unknown-corridor':
    'applies.corridor inconnu : « {name} » ; possibles : {expected}. Un couloir que la base ne connaît pas se juge avec son classeur REM : --rem FICHIER.xlsx',
  'mistake/no-file': 'aucun fichier du dossier ne correspond à « {name} »',
  'mistake/duplicate': 'numéro déjà utilisé : {name}',
  'mistake/execution':
    "« {name} » n'est pas une exécution de l'outil de test MSSanté ; donner son numéro (execution: 12345) ou l'adresse de sa page, https://tests-editeur.espacedeconfiance.mssante.fr/project/MSSante/execution/show/12345",
  'mistake/expression': 'expression invalide : {reason}',
  'mistake/date': 'date « {name} » refusée : AAAA-MM-JJ est attendu',
  'mistake/until': 'la dérogation finit (« {name} ») avant sa date ({date})',
  'mistake/opinion-on':
    "« {name} » n'est ni l'empreinte d'un constat (16 chiffres hexadécimaux, montrés par run --verbose et le rapport JSON) ni un numéro de preuve",
  'mistake/invalid': '{reason}',
};

export const cli = {
  error: 'erreur',
  nearest: 'Vouliez-vous dire « {nearest} » ?',
  failure: "segur-check a échoué : {reason}. C'est un défaut de l'outil : rien n'est conclu. Merci de le signaler.",
  reading: 'lecture {done}/{total}',
  judging: 'exigences {done}/{total}',
  written: 'rapport {format} : {path}',
  writtenParts: 'rapport {format} : {count} fichier(s) dans {path}',
  unjudged:
    "rapport {format} : rien pour {count} document(s) qu'aucun schéma officiel n'a jugé(s) ({paths}). Les règles officielles se donnent par --pack DOSSIER.",
  derogations: {
    expired: 'avis.yaml : la dérogation sur {on} a expiré (fin : {until}).',
    soon: 'avis.yaml : la dérogation sur {on} expire bientôt (fin : {until}).',
  },
  deposit: {
    written:
      'dépôt : {count} preuve(s) dans {path} ; {complete} chapitre(s) complet(s), {incomplete} incomplet(s), {warnings} avertissement(s) : voir {checklist}',
    interrupted: "dépôt : rien n'est écrit, le travail a été interrompu.",
    live: 'dépôt : {path} contient un secret encore utilisable ({what}) : le révoquer avant de déposer.',
    until: "{kind}, jusqu'au {until}",
  },
  lintValid: '{count} fichier(s) valide(s).',
  coverage: {
    checked: 'contrôlée',
    followed: 'suivie par preuves',
    declared: 'déclarée',
    byChecks: 'contrôles : {checks}',
    byProofs: "preuves qu'une personne regarde : {kinds}",
    byProofsAndExports: "preuves qu'une personne regarde : {kinds} ; contrôles si l'export est fourni : {checks}",
    couldBeChecked: 'un export pourrait le montrer : pas encore de contrôle ; {kinds}',
    noScenario: 'pas de scénario dans la base de travail',
    declaration: "engagement du candidat : rien d'automatique à contrôler",
    total: '{checked} contrôlée(s), {followed} suivie(s), {declared} déclarée(s), sur {total}',
  },
  redact: {
    progress: 'copie {done}/{total}',
    noneLive: "Aucun secret encore utilisable n'a été trouvé dans le dossier.",
    live: '{count} secret(s) encore utilisable(s) : les révoquer, ou ne transmettre que la copie expurgée.',
    line: '  {path} : {what}',
    until: "{kind} (jusqu'au {until})",
    kinds: secretWords,
    copied: '{count} fichier(s) réécrit(s), relu(s), et où aucun secret ni aucune identité du dossier ne se retrouve.',
    withheld: '{count} fichier(s) non copié(s) : ce que chacun prouve est une preuve manquante dans la copie.',
    survivors:
      "{count} fichier(s) retiré(s) de la copie : la relecture y a retrouvé une valeur du dossier d'origine. Les autres sont utilisables.",
    reasons: {
      pdf: 'PDF',
      media: 'image ou vidéo',
      workbook: 'classeur ou document bureautique',
      datamatrix: 'datamatrix signé',
      unreadable: 'illisible',
      binary: 'format binaire',
      charset: 'jeu de caractères inconnu',
      signed: 'message signé',
      encrypted: 'message chiffré',
      embedded: 'contient un PDF, une image ou une archive',
      survivor: "une valeur d'origine y restait",
      'changed-kind': 'illisible une fois réécrit',
    },
  },
  explain: {
    /** Between a label and what it tells. */
    colon: ' :',
    marks: {
      primary: 'texte publié',
      observed: 'observée sur des exemples',
      'second-hand': 'de seconde main',
      belief: 'présumée',
    },
    verificationPoints: 'Points de vérification :',
    what: 'Ce qui est vérifié',
    why: 'Pourquoi',
    on: 'Sur',
    rules: 'Constats possibles',
    clause: 'Source',
    mark: 'Certitude',
    severity: 'Gravité',
    samples: 'Échantillons officiels',
    samplesNone: "aucun échantillon officiel n'existe",
    samplesRate: '{broken} en défaut sur {of} ({corpus})',
    finding: 'Constat',
    expected: 'Attendu',
    remedy: 'Correction',
    good: 'Bon exemple',
    bad: 'Mauvais exemple',
    requirements: 'Exigences',
    corridors: 'Couloirs',
    scenarios: 'Scénarios',
    evidence: 'Preuves',
    condition: 'Question posée',
    noRequirement: 'aucune',
    absent: '(rien : le texte du bon exemple manque)',
  },
};
