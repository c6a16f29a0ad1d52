import type { UserErrorCode } from '../../dossier/user-error.js';
import type { MistakeCode } from '../../scenarios/parse-yaml.js';
import type { cli as frenchCli, help as frenchHelp } from '../fr/cli.js';
import type { SameKeys } from '../same-keys.js';
import { secretWords } from './secret-words.js';

/** Help of the command line. */
export const help: SameKeys<typeof frenchHelp> = {
  headings: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Commands:': 'Commands:',
    'Global Options:': 'Common options:',
    'Expert options:': 'Expert options:',
  },
  description:
    'Pre-verification of health software before the Ségur référencement: runs the conformance scenarios on what your software exports.',
  help: 'show help',
  version: 'show the version',
  run: 'run the applicable scenarios of a dossier',
  runDossier: 'folder that holds segur.yaml (default: the current folder)',
  check: 'judge files without a dossier: their kind is recognised, every applicable check runs',
  checkFiles: 'files or folders',
  scenarios: 'what the base of requirements and scenarios holds',
  scenariosList: 'list the requirements',
  scenariosShow: 'show a requirement and its scenarios',
  scenariosShowId: 'number of a requirement, e.g. MSS/CONF.25',
  scenariosLint: 'verify scenario files: every mistake is named at its place',
  scenariosLintFiles: 'YAML files (default: the base provided)',
  coverage: 'which requirements are checked, by what, and why the others are not',
  explain: 'explain a check, a finding code or a requirement',
  explainId: 'e.g. mss/subject-form, mss/subject-form/prefix or MSS/CONF.25',
  redact: 'write a copy of a dossier whose secrets and identities are replaced, to be judged and handed over instead',
  redactOutput: 'folder of the copy: it does not exist, or is empty',
  redactList: 'only tell which secrets of the dossier can still be used',
  seal: 'seal a dossier: one archive with its exports, its proofs, its report and what tells whether anything was changed',
  sealOutput: 'archive to write; inside the dossier, it is no part of it',
  sealKey: 'sign with this private key (PEM: Ed25519, RSA or EC), in FILE.sig beside the archive',
  sealCertificate: 'X.509 certificate of the key, then those of intermediate authorities (PEM)',
  sealAllowSecrets: 'seal a dossier that holds secrets that can still be used',
  sealForce: 'replace the archive and the signature that exist',
  replay: 'verify a seal and replay it: identical, or each difference with the rule that changed',
  replayKey: 'verify the signature with this public key (PEM)',
  replayTrust: 'verify the signature, and that its certificate leads to this one (PEM or DER), repeatable',
  replayPack: 'give again a pack of rules that judged, repeatable: its hash is verified',
  replayAcross: 'replay even though the tool or a pack is not the one that judged',
  compare:
    'tell what differs between two JSON reports, dossiers or seals: regressions, fixes, new and removed requirements and checks',
  compareVerbose: 'write every line',
  compareReport: 'format FORMAT[=PATH], repeatable: text, json, markdown',
  corridor: 'corridor: LGC, BIO, RIS, DPI, PFI, DB',
  report:
    'report FORMAT[=PATH], repeatable; formats: terminal, json, ndjson, html, junit, xlsx, xlsx-rem, svrl, sarif, github, gitlab, markdown, tar, deposit',
  reportList: 'report FORMAT: terminal or json, on standard output',
  scenario: 'only run the scenarios or requirements of this pattern, e.g. "MSS/*" (partial report)',
  checks:
    'run only the checks of this pattern, repeatable, for example "ins/*" or "TestContenuCDA-3-0/**" (partial report)',
  jobs: 'judge N files at once, each in a thread (default: the number of cores; 1: one after the other)',
  trust: 'trust the authorities of this file (PEM or DER), repeatable: certificates of VIHF and submission signatures',
  pack: 'judge by this pack of rules too, repeatable: the folder of the official rules of CDA documents (TestContenuCDA of the ANS), a FHIR package (.tgz) or a folder of them',
  rem: 'REM workbook of the corridor that the ANS publishes (.xlsx): official wording, numbers, chapters, criticalities and natures (docs/rem.md)',
  packs: 'which packs of rules a folder holds, and whether they are complete',
  packList: 'list the packs, with their versions and hashes',
  packVerify: 'verify that every rule can be judged: each missing file, with the rules that are lost',
  rems: 'take official wording and numbering from a workbook of requirements (REM) of the ANS',
  remImport: 'read a workbook of the ANS (.xlsx), tell what is taken and repaired, and pin it in the dossier',
  remDossier: 'dossier that the workbook is pinned in (default: the current folder, if it holds segur.yaml)',
  denyProductionIdentities:
    'refuse as an error any INS matricule under a production OID in a test dossier, unless its patient is declared fictitious',
  lang: 'language: fr or en (reports are in French by default, the terminal follows the locale)',
  unmask: "show patients' identities and tokens",
  quiet: 'write nothing to the terminal but errors',
  verbose: 'detail what conforms or is to be reviewed too',
  color: 'colours: auto, always or never',
  limit: 'change a reading limit, repeatable, e.g. xmlDepth=512 (docs/limits.md)',
  exitCodes:
    'Exit codes: 0 nothing to mend · 1 nonconforming · 2 usage or configuration · 3 something missing or unreadable · 4 undetermined (a fault of the tool) · 130 interrupted',
};

/** Mistakes of whoever runs the command. */
export const usage: Record<UserErrorCode, string> = {
  'no-manifest':
    'No segur.yaml in "{path}". Create this file at the root of the dossier (see README), or judge files alone: segur-check check FILE...',
  'not-a-folder': '"{path}" is not a folder. Give the folder that holds segur.yaml.',
  'no-file': '"{path}" does not exist.',
  'not-a-file': '"{path}" is not a regular file: a link or a folder is not read.',
  'not-a-seal-or-report':
    '"{path}" is neither a JSON report of segur-check (--report json=PATH), nor a dossier, nor a seal that holds report/report.json.',
  'other-report-version':
    'The report "{path}" is of an unknown version ({name}): this version of segur-check reads segur-check/report/1.',
  'wrong-report': 'The report "{path}" does not have the shape of report.schema.json, at {place}: {reason}.',
  'other-command':
    'A report of {a} does not compare with a report of {b}: give two reports of run, or two reports of check.',
  'written-over': '"{path}" is already read or written by this command: give another path to --report.',
  'too-large': '"{path}" is too large: {maximum} bytes at most. Give a smaller one.',
  'too-many-files': 'More than {maximum} files in "{path}". Give the folder of the artifacts alone.',
  mistakes: '{count} configuration mistake(s).',
  'no-artifact': 'Folder "{path}" holds no file to judge. Put the exports of the software and the proofs in it.',
  'nothing-applicable':
    'No requirement applies (corridor {corridor}, wave {wave}, profiles {profiles}). Mend applies in segur.yaml.',
  'nothing-recognised':
    'No file was recognised as an artifact (CDA, XDM archive, mail, HAR, token, FHIR, PDF...). Check the exports.',
  'no-scenario-matches': 'No applicable scenario matches "{pattern}". segur-check scenarios list shows the numbers.',
  'no-check-matches':
    'No check matches "{pattern}". docs/checks.md has the names; * stays within a segment, ** crosses them.',
  'invalid-jobs': 'Value "{value}" refused for --jobs: an integer from 1 to {maximum} is expected.',
  'unknown-format': 'Unknown report format "{name}". Formats: {expected}.',
  'format-needs-path': 'Format {name} is written to a file: --report {name}=PATH.',
  'two-on-stdout': 'Only one report can go to standard output: give the others a path, --report FORMAT=PATH.',
  'several-parts':
    'Format {name} has {count} files to write, one for each document and schema: give it a folder, --report {name}=FOLDER.',
  'same-report-path':
    'Two reports would go to the same file, "{other}" and "{path}": give them two names, that differ by more than case.',
  'report-in-report': 'A report would go inside the folder of another ("{other}", "{path}"): give them two places.',
  'report-is-folder': '"{path}" is a folder: give the format {name} a file, --report {name}=FILE.',
  'report-over-input': '"{path}" is read by this command: no report replaces it. Give another path.',
  'deposit-needs-folder': 'The deposit is written to a folder: --report deposit=DIR.',
  'deposit-needs-dossier':
    'The deposit lays out the proofs of a dossier: ask segur-check run DOSSIER for it, which reads segur.yaml.',
  'deposit-twice': 'One deposit only can be asked for: --report deposit=DIR.',
  'deposit-not-folder':
    '"{path}" is not a folder: give the deposit a folder that is not there, is empty, or holds an earlier deposit.',
  'deposit-not-ours':
    '"{path}" is neither empty nor a deposit that segur-check wrote: nothing is deleted. Give another folder.',
  'deposit-edited':
    'The deposit "{path}" is no longer as segur-check wrote it ({names}): nothing is deleted. Move this folder or these files, or give another folder.',
  'deposit-holds': 'The deposit "{path}" can\'t hold "{name}": give it a folder of its own.',
  'deposit-changed':
    '"{path}" has changed while it was copied, or is no longer a file of the dossier: run again. No deposit is written.',
  'not-replaceable': '"{path}" is a device or a pipe: give the path of a file.',
  'cannot-write': 'Can not write "{path}" ({reason}): see that its folder exists, has room left and can be written.',
  'pack-rule':
    '"{name}" reads as a rule of a pack, whose texts are not in segur-check: the finding of a report gives the text of the rule, its test and its place in the pack (file:line).',
  'unknown-id': '"{name}" is neither a check, nor a finding code, nor a requirement.',
  'invalid-option': 'Value "{value}" refused for {option}: {expected}.',
  'unknown-limit': 'Unknown limit "{name}". Limits: {expected}.',
  'invalid-limit': 'Value "{value}" refused for --limit {name}: a positive integer is expected, --limit {name}=N.',
  'invalid-trust':
    '"{path}" holds no readable X.509 certificate: give a PEM (BEGIN CERTIFICATE) or DER file, without key or password (no .p12).',
  'no-pack':
    'The folder "{path}" holds neither a FHIR package (.tgz) nor official rules: give the TestContenuCDA tree of the ANS, or the folder that holds it (schematrons, jeuxDeValeurs, infrastructure).',
  'not-a-pack':
    'The folder "{path}" is no pack of rules: give the TestContenuCDA tree of the ANS (schematrons, jeuxDeValeurs, infrastructure), or FHIR packages (.tgz).',
  'several-trees': 'The folder "{path}" holds several trees of official rules ({names}): give one of them.',
  'pack-archive':
    '"{path}" is an archive: unpack it, then give the folder that comes out of it, which holds schematrons, jeuxDeValeurs and infrastructure.',
  'pack-part': '"{path}" is only a part of the official rules: give the folder "{whole}" that holds it, whole.',
  'pack-part-alone':
    '"{path}" is a single file: give the whole folder of the official rules (schematrons, jeuxDeValeurs, infrastructure), as the ANS publishes it.',
  'pack-unreadable':
    '"{path}" is no FHIR package: a .tgz archive is expected, as packages.fhir.org or the site of the implementation guide publishes it.',
  'pack-without-manifest':
    '"{path}" is no FHIR package: the archive does not hold package/package.json with name and version.',
  'pack-not-json': 'The FHIR package "{path}" holds a file that can\'t be read: {detail}.',
  'pack-too-large': 'The FHIR package "{path}" is too large: 200 MB at most, 512 MB unpacked.',
  'pack-other-fhir':
    'The FHIR package "{path}" is written for FHIR {version}: only R4 (4.0.1) is judged. Give the R4 package of the same guide.',
  'pack-twice': 'The pack {name} is given twice, with two contents (versions {first} and {second}). Keep one of them.',
  'redact-manifest':
    'segur.yaml holds a secret or an identity that cannot be replaced (in a comment, a key or a text): take it out, then run the command again. No copy is written.',
  'redact-output':
    '"{path}" cannot receive the copy: give a folder that does not exist or is empty, neither inside the dossier nor around it.',
  'seal-exists': '"{path}" exists already. Give another name, or --force to replace it.',
  'seal-key':
    '"{path}" holds no private key that can be used: an Ed25519, RSA or EC key in PEM (PKCS#8), without password, is expected.',
  'seal-certificate': 'The first certificate of "{path}" is not that of the key given by --key.',
  'seal-name':
    'The name "{path}" can\'t be written on every system (reserved character, final dot or space, reserved name of Windows): rename the file, then seal.',
  'seal-twin': '"{path}" and "{other}" would be one file on another system: rename one of them, then seal.',
  'seal-file':
    '"{path}" can\'t be read ({reason}): a seal holds every file of the dossier. Make it readable, or take it away.',
  'seal-changed':
    '"{path}" changed while it was read: nothing is sealed. Do it again when nothing writes in the dossier.',
  'seal-too-large':
    'The dossier is too large for a seal: {bytes} bytes and {entries} files at most. Compress the films.',
  'seal-secrets':
    '{count} secret(s) of the dossier can still be used, and the seal would hand them over: revoke them, seal a redacted copy (segur-check redact), or accept to hand them over (--allow-secrets).',
  'replay-key': '"{path}" holds no public key that can be used: an Ed25519, RSA or EC key in PEM is expected.',
  'replay-not-a-seal': '"{path}" is no seal: give the file that segur-check seal wrote.',
  'replay-version': '"{path}" is a seal of another format ({version}): take the version of segur-check that reads it.',
  'replay-lock': "lock.json can't be read: this seal is of another version of segur-check, or was not written by it.",
  'replay-limits':
    'This seal was made with raised reading limits. If you accept them on this machine, give them again: {options}.',
  'replay-extract': '"{path}" can\'t be written in the temporary folder ({reason}).',
  'replay-no-certificate':
    'The signature "{path}" is by a key alone, without certificate: --trust can\'t tell, give the public key by --key.',
  'rem-not-workbook':
    '"{path}" is not an Excel workbook (.xlsx). Give the workbook of the REM as the ANS publishes it.',
  'rem-encrypted':
    '"{path}" is protected by a password, or in the .xls format of before 2007. Open it and save it as .xlsx, without a password.',
  'rem-too-large': '"{path}" is larger than a REM can be ({limit}: {maximum} at most): it is not opened.',
  'rem-unreadable':
    '"{path}" does not read as a workbook ({reason}). Open it in a spreadsheet program, save it as .xlsx, and try again.',
  'rem-no-sheet': '"{path}" has no sheet with content.',
  'rem-corridor': 'The name of workbook {path} does not tell its corridor. Give it: --corridor LGC',
  'rem-not-pinned':
    'Workbook {path} (sha256 {sha256}) is not the one that segur.lock.json pins: {name} (sha256 {pinned}). Give that one to --rem, or pin the other: segur-check rem import {path}, with --dossier.',
  'rem-pinned-absent':
    'segur.lock.json pins workbook {name} (sha256 {sha256}), which is not in the dossier. Give it: --rem FILE.xlsx, or take rem out of segur.lock.json to judge without it.',
  'rem-columns':
    'In "{path}", sheet "{sheet}", no column was recognised for: {missing}. Headers read: {headers}. Write in segur.yaml which field each is, e.g. rem: { columns: { "My header": statement } }; fields: {fields}.',
  'unknown-command': 'Unknown command "{name}". segur-check --help shows the commands.',
  'unknown-option': 'Unknown option "{name}". segur-check --help shows the options.',
  'too-many-arguments': 'Too many arguments. segur-check --help shows the usage of each command.',
  'missing-argument': 'Missing argument: {name}. segur-check --help shows the usage.',
};

/** Mistakes in files that people write. */
export const mistakes: Record<MistakeCode, string> = {
  'mistake/yaml': 'invalid YAML: {reason}',
  'mistake/yaml-depth': 'nested more than {maximum} levels deep: write it flatter',
  'mistake/yaml-tokens': 'more than {maximum} values, punctuation marks and spaces before this place: shorten the file',
  'mistake/yaml-aliases': 'more than {maximum} anchors and aliases: write the values out',
  'mistake/yaml-unfolded':
    'aliases make more than {maximum} values of what is written, or hold themselves: write the values out',
  'mistake/more': 'other mistakes of this file are not listed: mend those above first',
  'mistake/unknown-key': 'unknown key "{name}"; possible keys: {expected}',
  'mistake/missing-key': 'required key missing: {name}',
  'mistake/value': 'value "{name}" refused; possible values: {expected}',
  'mistake/avis-shape':
    'expected a list of opinions or of derogations, e.g. « opinions: [{ on: MSS/UX.28.01.01, decision: question, by: ANS – reviewer 3, date: 2026-11-20, text: Which version? }] ». Without any, remove the file',
  'mistake/type': 'expected type: {expected}',
  'mistake/unknown-name': 'unknown {what}: "{name}"; possible: {expected}',
  'mistake/unknown-corridor':
    'unknown applies.corridor: "{name}"; possible: {expected}. A corridor that the base does not know is judged with its REM workbook: --rem FILE.xlsx',
  'mistake/no-file': 'no file of the dossier matches "{name}"',
  'mistake/duplicate': 'number already used: {name}',
  'mistake/execution':
    '"{name}" is no run of the MSSanté test tool; give its number (execution: 12345) or the address of its page, https://tests-editeur.espacedeconfiance.mssante.fr/project/MSSante/execution/show/12345',
  'mistake/expression': 'invalid expression: {reason}',
  'mistake/date': 'date "{name}" refused: YYYY-MM-DD is expected',
  'mistake/until': 'the derogation ends ("{name}") before its date ({date})',
  'mistake/opinion-on':
    '"{name}" is neither the fingerprint of a finding (16 hexadecimal digits, shown by run --verbose and the JSON report) nor the number of a proof',
  'mistake/invalid': '{reason}',
};

export const cli: SameKeys<typeof frenchCli> = {
  error: 'error',
  nearest: 'Did you mean "{nearest}"?',
  failure: 'segur-check failed: {reason}. It is a fault of the tool: nothing is concluded. Please report it.',
  reading: 'reading {done}/{total}',
  judging: 'requirements {done}/{total}',
  written: '{format} report: {path}',
  writtenParts: '{format} report: {count} file(s) in {path}',
  unjudged:
    '{format} report: nothing for {count} document(s) that no official schema judged ({paths}). Official rules are given by --pack FOLDER.',
  derogations: {
    expired: 'avis.yaml: the derogation on {on} is over (end: {until}).',
    soon: 'avis.yaml: the derogation on {on} will soon be over (end: {until}).',
  },
  deposit: {
    written:
      'deposit: {count} proof(s) in {path}; {complete} chapter(s) complete, {incomplete} incomplete, {warnings} warning(s): see {checklist}',
    interrupted: 'deposit: nothing is written, the run was interrupted.',
    live: 'deposit: {path} holds a secret that can still be used ({what}): revoke it before you deposit.',
    until: '{kind}, until {until}',
  },
  lintValid: '{count} valid file(s).',
  coverage: {
    checked: 'checked',
    followed: 'followed by proofs',
    declared: 'declared',
    byChecks: 'checks: {checks}',
    byProofs: 'proofs that a person looks at: {kinds}',
    byProofsAndExports: 'proofs that a person looks at: {kinds}; checks if the export is given: {checks}',
    couldBeChecked: 'an export could show it: no check yet; {kinds}',
    noScenario: 'no scenario in the working base',
    declaration: 'commitment of the candidate: nothing automatic to check',
    total: '{checked} checked, {followed} followed, {declared} declared, of {total}',
  },
  redact: {
    progress: 'copy {done}/{total}',
    noneLive: 'No secret that can still be used was found in the dossier.',
    live: '{count} secret(s) that can still be used: revoke them, or only hand over the redacted copy.',
    line: '  {path}: {what}',
    until: '{kind} (until {until})',
    kinds: secretWords,
    copied: '{count} file(s) rewritten and read again: no secret and no identity of the dossier is found in them.',
    withheld: '{count} file(s) not copied: what each of them proves is missing in the copy.',
    survivors:
      '{count} file(s) removed from the copy: a value of the original dossier was found in them again. The others can be used.',
    reasons: {
      pdf: 'PDF',
      media: 'picture or film',
      workbook: 'workbook or office document',
      datamatrix: 'signed datamatrix',
      unreadable: 'unreadable',
      binary: 'binary format',
      charset: 'unknown charset',
      signed: 'signed message',
      encrypted: 'encrypted message',
      embedded: 'holds a PDF, a picture or an archive',
      survivor: 'an original value was left in it',
      'changed-kind': 'unreadable once rewritten',
    },
  },
  explain: {
    /** Between a label and what it tells. */
    colon: ':',
    marks: {
      primary: 'published text',
      observed: 'observed on samples',
      'second-hand': 'second-hand',
      belief: 'presumed',
    },
    verificationPoints: 'Verification points:',
    what: 'What is verified',
    why: 'Why',
    on: 'On',
    rules: 'Possible findings',
    clause: 'Source',
    mark: 'Certainty',
    severity: 'Severity',
    samples: 'Official samples',
    samplesNone: 'no official sample exists',
    samplesRate: '{broken} at fault of {of} ({corpus})',
    finding: 'Finding',
    expected: 'Expected',
    remedy: 'Remedy',
    good: 'Good example',
    bad: 'Bad example',
    requirements: 'Requirements',
    corridors: 'Corridors',
    scenarios: 'Scenarios',
    evidence: 'Proofs',
    condition: 'Question asked',
    noRequirement: 'none',
    absent: '(nothing: the text of the good example is missing)',
  },
};
