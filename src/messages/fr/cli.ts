import type { UserErrorCode } from '../../dossier/user-error.js';
import type { MistakeCode } from '../../scenarios/parse-yaml.js';

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
  compare:
    'dire ce qui diffère entre deux rapports JSON, dossiers ou scellés : régressions, corrections, exigences et contrôles nouveaux ou retirés',
  compareVerbose: 'écrire toutes les lignes',
  compareReport: 'format FORMAT[=CHEMIN], répétable : text, json, markdown',
  corridor: 'couloir : LGC, BIO, RIS, DPI, PFI, DB',
  report:
    'rapport FORMAT[=CHEMIN], répétable ; formats : terminal, json, ndjson, junit, xlsx, svrl, sarif, github, gitlab, markdown, tar',
  scenario: 'ne jouer que les scénarios ou exigences de ce motif, par exemple "MSS/*" (rapport partiel)',
  checks:
    'ne jouer que les contrôles de ce motif, répétable, par exemple "ins/*" ou "TestContenuCDA-3-0/**" (rapport partiel)',
  jobs: "juger N fichiers à la fois, chacun dans un fil d'exécution (par défaut : le nombre de cœurs ; 1 : l'un après l'autre)",
  trust:
    'faire confiance aux autorités de ce fichier (PEM ou DER), répétable : certificats des signatures VIHF et de lot',
  pack: "juger aussi d'après ce paquet de règles, répétable : le dossier des règles officielles des CDA (TestContenuCDA de l'ANS), un paquet FHIR (.tgz) ou un dossier qui en contient",
  packs: 'quels paquets de règles contient un dossier, et sont-ils complets',
  packList: 'énumérer les paquets, avec leur version et leur empreinte',
  packVerify: 'vérifier que toutes les règles peuvent être jugées : chaque fichier qui manque, avec les règles perdues',
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
  'too-large': '« {path} » est trop gros : {maximum} octets au plus.',
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
  'cannot-write': "Impossible d'écrire « {path} » : {reason}.",
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
  'unknown-command': 'Commande inconnue « {name} ». segur-check --help montre les commandes.',
  'unknown-option': 'Option inconnue « {name} ». segur-check --help montre les options.',
  'too-many-arguments': "Trop d'arguments. segur-check --help montre l'usage de chaque commande.",
  'missing-argument': "Argument manquant : {name}. segur-check --help montre l'usage.",
};

/** Mistakes in files that people write. */
export const mistakes: Record<MistakeCode, string> = {
  'mistake/yaml': 'YAML invalide : {reason}',
  'mistake/yaml-depth': 'YAML invalide : trop imbriqué pour être lu',
  'mistake/unknown-key': 'clé inconnue « {name} » ; clés possibles : {expected}',
  'mistake/missing-key': 'clé obligatoire absente : {name}',
  'mistake/value': 'valeur « {name} » refusée ; valeurs possibles : {expected}',
  'mistake/type': 'type attendu : {expected}',
  'mistake/unknown-name': '{what} inconnu : « {name} » ; possibles : {expected}',
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
    kinds: {
      token: 'jeton',
      'refresh-token': 'jeton de renouvellement',
      cookie: 'cookie',
      password: 'mot de passe',
      'client-secret': 'secret du client',
      'private-key': 'clé privée',
    },
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
