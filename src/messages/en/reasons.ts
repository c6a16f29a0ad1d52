import type {
  caveats as frenchCaveats,
  expression as frenchExpression,
  legs as frenchLegs,
  needs as frenchNeeds,
  partialReasons as frenchPartialReasons,
  reasons as frenchReasons,
} from '../fr/reasons.js';
import type { SameKeys } from '../same-keys.js';

/** Why a verdict is what it is, beside findings. `{text}` is a text of the requirement base. */
export const reasons: SameKeys<typeof frenchReasons> = {
  'reason/profile': 'Profile {profile}: the product does not apply for it (applies.profiles of segur.yaml).',
  'reason/condition-false':
    'Not applicable to this product: "{text}" was answered no (conditions.{condition} of segur.yaml). Deposit the signed declaration that says so.',
  'reason/condition-unanswered':
    'Unanswered question: "{text}" Add {condition}: true or false under conditions in segur.yaml.',
  'reason/no-scenario': 'The working base has no scenario for this requirement; the REM in force may have one. {text}',
  'reason/other-mode': 'Another of the accepted modes was given.',
  'reason/informative':
    'A scenario that the official workbook no longer has: judged for information, without effect on the verdict of the requirement nor on the exit code.',
  'reason/too-few-artifacts':
    'Artifacts "{name}" ({selector}): {found} found, {minimum} wanted. Add the export to the dossier.',
  'reason/undeclared-artifacts': 'File {path} might do if segur.yaml said what it is; add under artifacts: {line}',
  'reason/no-artifact-optional': 'No artifact "{name}" ({selector}) in the dossier: the step does not apply.',
  'reason/unreadable-content': '{path} holds a part that cannot be read: it is not judged by halves.',
  'reason/nothing-looked-at': 'Check {check} found nothing to look at in {path}.',
  'reason/no-check-applies': 'No check of the step is about the artifacts given.',
  'reason/check-failed':
    'Check {check} failed on {path}: {reason}. It is a fault of the tool or of the rule, not of the product.',
  'reason/dossier-check-failed':
    'Check {check} failed on the dossier: {reason}. This is a defect of the tool or of the rule, not of the product.',
  'reason/dossier-not-tested':
    'Check {check} found nothing to look at in the dossier: the result does not depend on it.',
  'reason/human-step': 'Step for a person to verify on the proofs of the scenario.',
  'reason/evidence-missing': 'Proof not given. Add it to the dossier and name it under evidence in segur.yaml.',
  'reason/evidence-file-missing':
    'File {path} does not exist in the dossier. Provide it, or mend evidence in segur.yaml.',
  'reason/evidence-unreadable': 'File {path} cannot be read.',
  'reason/evidence-wrong-form':
    'A proof of kind "{wanted}" is wanted; segur.yaml gives one of kind "{given}". Provide the file that is wanted.',
  'reason/evidence-wrong-host':
    'Permalink {link} is not acceptable: run the test again on https://{wanted} and give its link (interop.esante.gouv.fr is for preview only).',
  'reason/evidence-earlier-host': 'The permalink is from the earlier platform; the current one is https://{wanted}.',
  'reason/kind-without-check': 'Read without error; no check of this version is about kind {kind} by itself.',
  'reason/kind-not-selected': 'Read without error; none of the selected checks (--checks) is about kind {kind}.',
  'reason/need': '{need} ({check}, {path})',
  'reason/redacted':
    'Redacted dossier: {path} is not in the copy, since it could not be rewritten without secrets and identities. Judge it in the original dossier.',
  'reason/evidence-redacted':
    'Redacted dossier: {path} is not in the copy. This proof is shown with the original dossier.',
  'reason/rule-without-document':
    '{check}: a rule reads a file that the pack lacks, or that cannot be read ({detail}). It stands at {place} of the pack, pattern "{pattern}". This is a defect of the pack, not of the product; the other rules are judged.',
  'reason/rule-error':
    '{check}: a rule stops on an error of XPath ({detail}). It stands at {place} of the pack, pattern "{pattern}". This says nothing of the product; the other rules are judged.',
  'reason/rule-not-run':
    '{check}: a rule cannot be compiled ({detail}). It stands at {place} of the pack, pattern "{pattern}". This is a defect of the pack or of the tool, not of the product; the other rules are judged.',
  'reason/schema-undetermined':
    '{check} could not be judged: {detail}. This is a defect of the pack or of the tool, not of the product; the rest is judged.',
  'reason/include-missing':
    '{check}: the file {file}, included at {place}, is missing from the pack or unreadable. The rules that it holds are not judged; the others are. It is a defect of the pack, not of the product.',
  'reason/rules-without-document':
    '{check}: {count} rules read a file that the pack lacks, or that cannot be read ({detail}). They stand at {places} of the pack. It is a defect of the pack, not of the product; the other rules are judged.',
  'reason/rules-error':
    '{check}: {count} rules stop on the same XPath error ({detail}). They stand at {places} of the pack. It says nothing of the product; the other rules are judged.',
  'reason/rules-not-run':
    '{check}: {count} rules cannot be compiled, for the same reason ({detail}). They stand at {places} of the pack. It is a defect of the pack or of the tool, not of the product; the other rules are judged.',
  'reason/includes-missing':
    '{check}: {count} files of rules are missing from the pack or cannot be read: {files}. The rules that they hold are not judged; the others are. It is a defect of the pack, not of the product: segur-check pack verify lists what is lost.',
  'reason/unresolved-phase':
    '{check}: the default phase "{name}", named at {place}, is not in the schema: none of its rules is judged.',
  'reason/unresolved-pattern':
    '{check}: the phase asks at {place} for the pattern "{name}", which is not in the schema. Its rules are not judged; the others are.',
  'reason/unresolved-rule':
    '{check}: a rule extends at {place} the rule "{name}", which is not in the schema. What it would bring is not judged; the rest is.',
  'reason/unresolved-abstract':
    '{check}: a pattern is made at {place} of the abstract pattern "{name}", which is not in the schema. Its rules are not judged; the others are.',
  'reason/schema-without-rules':
    '{check}: the schema {file} of the pack has no rule to judge by. This is a defect of the pack, not of the product.',
  'reason/more-undetermined': '{check}: {count} other cause(s) why rules are undetermined are not told one by one.',
};

/** What a check needs and nobody gave. */
export const needs: SameKeys<typeof frenchNeeds> = {
  'need/pdf-reader':
    'The text of the PDF was not read: the optional library that extracts it is not installed. Run npm install @hyzyla/pdfium beside segur-check, then check again.',
  'need/pdf-text':
    'The text of the PDF could not be extracted (a scanned page, a password, a file damaged or too long to read): open the PDF and check by eye what it shows.',
  'need/tls-server':
    'The log does not tell which server the TLS session was opened with: keep the command line (openssl s_client -connect server:port), the name asked for (SNI) or the port.',
  'need/handshake-end':
    'The log stops before the end of the TLS handshake: nothing tells whether the client accepted what the server chose. Export the log to the end of the session.',
  'need/session-time':
    'The log gives neither the date of the TLS session nor the result of the verification of the certificate: its validity is not judged. Export a dated log, or the output of a tool that verifies the certificate.',
  'need/connection-start':
    'The log starts after the connection was opened: nothing tells whether STARTTLS encrypted it. Export it from the greeting of the server (220, or * OK).',
  'need/authentication-shown':
    '{file} hides the whole {protocol} authentication: its form is not judged. Export a log that shows the command and its base64 string (mail.debug.auth=true with Jakarta Mail), with only the token or the password replaced by *** before encoding.',
  'need/mail-login':
    'No log shows a mailbox being opened over {protocol}: add to the dossier that of a {protocol} connection that the server accepts.',
  'need/opened-mailbox':
    'Nothing tells whether the mailbox opened in {file} is personal, organisational or applicative: add under artifacts in segur.yaml "- { path: {file}, mailbox: PER }" (or ORG, or APP).',
  'need/client-certificate':
    'Nothing tells whether the client presented its certificate when {file} was opened: add the TLS log of the same connection (javax.net.debug, curl -v, openssl s_client -msg, Wireshark).',
  'need/dated-session':
    'No SMTP or IMAP log opened with a token gives its times with their date and offset (2026-11-20T10:00:07+01:00): the end of the sessions can not be compared with the refusal to renew.',
  'need/session-close':
    'No log shows an SMTP or IMAP session that was still open when Pro Santé Connect refused to renew, then its close (QUIT or LOGOUT): export the log to the end of the session.',
  'need/autoconfig-answer':
    'The capture shows no answer 200 of the autoconfiguration server with a clientConfig document that gives the servers for reading and sending: capture again, with the contents of the answers.',
  'need/mailbox-test':
    'No log shows the connection test that follows the autoconfiguration: add the SMTP or IMAP log of a mailbox of the domain {domain} being opened.',
  'need/trust-anchors':
    "No trusted authority given: the signature's certificate is tied to nobody. Add --trust FILE.pem, or trust: [certs/ac.pem] in segur.yaml, with the certificates of the authorities of IGC-Santé (test or production), which the ANS publishes. The integrity of the signature is judged without it.",
  'need/fhir-package':
    'None of the packages given defines the profile {profile}, which the resource claims: add --pack with the FHIR package (.tgz) that publishes it, in this version.',
  'need/fhir-snapshot':
    'The package given defines {profile} without a snapshot: nothing is judged by this profile. Give the package that the implementation guide publishes, whose definitions have snapshots.',
  'need/nil': 'Number of the product not declared: add nil or product-reference under candidate in segur.yaml.',
  'need/annex-3': 'List of the documents of annex 3 not given: add annex-3 in segur.yaml.',
  'need/patient-status':
    "Status of the patient's identity not declared: in segur.yaml, add patient: A to the file, under artifacts, and - { id: A, status: … } under patients (provisoire, récupérée, validée or qualifiée).",
  'need/mailbox-kind':
    'Kind of the sending mailbox not declared: in segur.yaml, add mailbox: PER, ORG or APP (personal, organisational, applicative) to the mail, under artifacts. The label of the sender depends on it.',
  'need/token-exchange':
    'The token request is missing: add the capture of the exchange between your server and Pro Santé Connect.',
  'need/client-authentication':
    "The capture {file} does not show how the software authenticates to Pro Santé Connect: export it with the headers (Authorization) and body (client_id) of the server's requests, up to a successful answer.",
  'need/psc-trust-space':
    'Nothing tells whether the product is of the Espace de confiance of Pro Santé Connect, where a secret is forbidden: add psc-trust-space: true or false under conditions in segur.yaml.',
  'need/masked-value':
    'Value masked or redacted: {name}. It proves nothing any more. For this step, give the original capture or dossier (tokens of the sandbox, a closed session): the report never shows these values.',
  'need/psc-leg':
    'A leg is missing in the Pro Santé Connect capture: {leg}. Make the capture longer, or add the one that shows it (browser or server).',
  'need/psc-mode-ciba':
    'The capture is declared psc-mode: {mode}, and the login that it shows is by CIBA, without a browser: declare psc-mode: ciba under artifacts in segur.yaml, or give the capture of the mode declared.',
  'need/psc-mode-browser':
    'The capture is declared psc-mode: ciba, and the login that it shows is through a browser: declare psc-mode: web, external-browser or embedded-browser under artifacts in segur.yaml, or give the capture of a login by CIBA.',
  'need/exchanged-subject':
    'The token presented to the exchange (subject_token) is not recognised, perhaps masked: add the capture of the Pro Santé Connect login that gave it.',
  'need/token-answer':
    'The answers of the token endpoint have no body in the capture: export it again with the bodies ("Save all as HAR with content").',
  'need/exchange-answer':
    'The answer of the token exchange is not in the capture, or the server failed to give one (5xx): make it again, with the bodies of the answers.',
  'need/jwks':
    'The public keys of Pro Santé Connect were not given, or are not those that signed: add the answer of …/protocol/openid-connect/certs of the platform, taken on the same day, in the capture or in a file jwks.json (declared with the same psc-mode). Without them the signature is not proven.',
  'need/act-date': 'The date of the act is missing.',
  'need/no-reply': "The professional's wish is not declared: add no-reply under artifacts in segur.yaml.",
  'need/capture-time':
    'The time of reception is missing: validity in time is not judged. A file exported alone does not tell it: give a HAR capture (startedDateTime), or the HTTP text with the Date header of responses or the time that curl --trace-time writes.',
  'need/connected-user':
    'Connected user unknown: add the ID token, the answer of userinfo or the HAR of the login with Pro Santé Connect to the dossier.',
  'need/own-session':
    'Pro Santé Connect session unknown for {file}: several professionals are logged in, or none at that time. Add the capture of the login of the one who acts and, in segur.yaml, the same “user: 1” (or 2) to the capture and to {file}, under artifacts.',
  'need/account-columns':
    'Columns not declared ({columns}): add under artifacts in segur.yaml, for {log}: columns: { professional: …, actor: …, mode: … } (national identifier, local account, means of login).',
  'need/account-of-session':
    'No row of {log} has the national identifier of the professional of the Pro Santé Connect session that was captured: export the log of that very login.',
  'need/second-means':
    'No professional of the log logged in both with Pro Santé Connect and by another means (card, password…): export both logins. If Pro Santé Connect is the only means, do not declare the professional column: the screenshot of the login page is enough.',
  'need/insi-log':
    'Log of the call of INSi not given: add it to the dossier, and declare its columns under artifacts in segur.yaml: { path: journal.csv, columns: { instant: …, actor: …, mode: … } }.',
  'need/insi-log-columns':
    'Columns not declared ({columns}): add under artifacts in segur.yaml, for {log}: columns: { instant: …, actor: …, mode: … }.',
  'need/mail-trace-columns':
    'Functional trace with columns that are not declared ({columns}): add under artifacts in segur.yaml "- { path: {log}, columns: { instant: …, actor: …, action: …, request: …, response: …, mailbox: …, message: … } }" with the name of each column.',
  'need/acknowledgement':
    'Acknowledgement of message {id} of {file} not given: add the ACK message whose MSA-2 is {id}, in the same file or beside it.',
  'need/message-role':
    'Direction of {file} not declared: add under artifacts in segur.yaml "- { path: {file}, role: incoming }" if the software received the message, "role: outgoing" if it sent it.',
  'need/message-order':
    'Nothing tells which of {file} and {other} came first (same time in MSH-7): add order to each under artifacts in segur.yaml.',
  'need/strict-trait-change':
    'No message sent shows a changed strict trait: add, for one patient, the message sent before the change and the A31 sent after it, declared "role: outgoing" under artifacts in segur.yaml.',
  'need/used-name-change':
    'No message sent shows a changed used name: add, for one patient, the message sent before the change and the A31 sent after it, declared "role: outgoing" under artifacts in segur.yaml.',
  'need/ins-removal':
    'A47 message not given: after the change that {file} shows, add the ADT^A47 message whose MRG-1 holds the INS withdrawn, declared "role: outgoing" under artifacts in segur.yaml.',
  'need/acknowledged-message':
    'Message {id} not given, of which {file} reports ({event}): add the ORU or MDM message whose MSH-10 is {id}.',
  'need/business-acknowledgement':
    'Business acknowledgement {event} not given: message {id} of {file} asks for it (ACK_RECEPTION or ACK_LECTURE_MSS set to Y). Add the ZAM^{event} message whose OBX-4 is {id}, declared "role: incoming" (received) or "role: outgoing" (sent) under artifacts in segur.yaml.',
  'need/forwarded-message':
    'Delivering message not given: for each CDA in the archive of {file}, add the MDM message that hands it to the target software, declared "role: outgoing" under artifacts in segur.yaml.',
  'need/platform-mail':
    'Mail not given: the message of {file} asks to write to the address in {recipient}, and none of the mails given is sent there. Add the mail that the platform made for this recipient.',
  'need/reported-mail':
    'Original mail not given: {file} reports on mail <{id}>. Add the source of that mail, declared "role: outgoing" under artifacts in segur.yaml.',
  'need/mail-receipt':
    'Reading receipt not given: {file} asks for one (Disposition-Notification-To). Add the MDN mail whose Original-Message-ID is <{id}>, declared "role: outgoing" under artifacts in segur.yaml.',
  'need/accepted-delivery':
    'Every message given is refused, such as that of {file}: also add an exchange where the software stores the document (MSA-1 = AA).',
  'need/dmp-call':
    'No exchange {call} among the artifacts: export the request and its answer during the demonstration, as SOAP messages or as a HAR capture, and add them to the dossier.',
  'need/dmp-answer':
    'Answer of the DMP not given to the call {call} of {file}: add the SOAP message that answers it (wsa:RelatesTo), or the capture of the whole exchange.',
  'need/call-order':
    'Nothing tells which of the calls of {file} and {other} came first (same times, or none): add under artifacts, in segur.yaml, “- { path: {file}, order: 1 }” and “- { path: {other}, order: 2 }”, in the order in which they were made.',
  'need/access-check':
    'No TD0.2 nor TD0.4 of the same user for the patient who is read in {file}: add to the dossier the check of the right of access that comes before this reading, and its answer.',
  'need/two-users':
    "Calls of the DMP by user {user} not declared: add under artifacts, in segur.yaml, “- { path: …, user: {user} }” for that user's messages.",
  'need/psc-dmp-call':
    'No call of the DMP is said to be made under Pro Santé Connect: add the SOAP message, or its capture, and under artifacts, in segur.yaml, “- { path: …, psc-mode: web }” (or the mode of the product).',
  'need/multi-criteria':
    'No search TD3.1 of the artifacts filters on criteria: export that of the demonstration, which combines two at least (type and date, for instance).',
  'need/legal-entity':
    'No historical sending among the artifacts names a legal entity as an author: add the archive or the message of such a sending, declared “role: historical” under artifacts in segur.yaml.',
  'need/replacement':
    'None of the mails given sends the new version of a document: add the one whose CDA has a relatedDocument RPLC.',
  'need/replaced-document':
    'Former version not found: {file} replaces the document {id}, which none of the mails given sends. Add the mail that sent it.',
  'need/deleted-document': 'The mail that tells a deletion is alone: add the one that sent the deleted document.',
  'need/laboratory-report':
    'No laboratory report (CDA of type 11502-2) among what these mails carry: add the mail that sends one, declared "role: outgoing" under artifacts in segur.yaml.',
  'need/partial-report':
    'No partial report among the artifacts: add the CDA whose documentationOf/serviceEvent/lab:statusCode is active.',
  'need/complete-report':
    'Complete version not given of the partial report {file}: add the CDA whose status is completed and that replaces it.',
};

/** Legs of a Pro Santé Connect exchange that a capture may lack. */
export const legs: SameKeys<typeof frenchLegs> = {
  authorization: 'the authorization request',
  backchannel: 'the CIBA request',
  callback: 'the return to the software after authentication',
  logout: 'the logout',
  'login-again': 'the new login request after the logout',
  refresh: 'the renewal of tokens (grant_type=refresh_token)',
  'new-login': 'the new login request after the renewal was refused',
  return: 'the return of the user after the automatic logout',
  'pushed-request': 'the pushed authorization request (PAR) that request_uri refers to',
  userinfo: 'a readable answer of the userinfo endpoint (the capture masks it, or the call failed)',
  introspection: 'a readable answer of the introspection endpoint (the capture masks it, or the call failed)',
  'ciba-approval': "the final answer to the CIBA request, after the user's approval",
};

/** What the reader of a report must know before its verdicts. */
export const caveats: SameKeys<typeof frenchCaveats> = {
  preVerification:
    'Pre-verification: this report attests nothing. Only the ANS and its interoperability platform (Gazelle) decide on a référencement.',
  base: 'Requirement base: {source}, state of {date}, before the REM were published. Official wording and numbers are those of the REM workbook in force.',
  withoutRem:
    'Titles, chapters, natures and criticalities are ours, for want of a workbook: --rem FILE.xlsx (or segur-check rem import) gives those of the REM workbook of the corridor.',
  rem: 'Statements, numbers, chapters, criticalities and natures: workbook {file}, sheet "{sheet}" (sha256 {sha256}), {requirements} requirement(s), of which {checked} judged by checks and {followed} followed by their proofs alone. Steps and checks: {source}, state of {date}.',
  remWrongCorridor: 'The name of the workbook says corridor {other}; the product applies for corridor {corridor}.',
  remOtherCorridor:
    'Corridor {corridor} is not in our base: its workbook alone says what it requires, and a requirement is only judged by checks when another corridor has the same number.',
  remLeftOut: '{count} requirement(s) of our base for this corridor that the workbook does not have, not run: {ids}',
  remObsolete: '{count} requirement(s) that the workbook says are obsolete, not run: {ids}',
  remInformative:
    '{count} scenario(s) of our base that the workbook no longer has, judged for information, without effect on the verdicts of requirements nor on the exit code: {ids}',
  remDropped:
    '{count} scenario(s) without check or proof(s) of our base that the workbook does not ask for, not asked for: {ids}',
  remRepairs: '{count} number(s) of the workbook mended: {ids}',
  remOverlays:
    '{count} correction(s) of the ANS FAQ published or read after the workbook (dated {date}) and applied: {ids}. Each requirement that one changes names it.',
  remUndated:
    'The date of the workbook is unknown (rem: { date: … } in segur.yaml gives it): {count} correction(s) of the ANS FAQ applied whatever their date: {ids}. Each requirement that one changes names it.',
  limits: 'Reading limits changed with --limit: {limits}. With the default limits, the verdict may be another.',
  limit: '{name} {value} ({default} by default)',
  notJudged:
    'Sections of the REM that this base does not hold and that nobody judged here: SSI, DOC (except DOC/va1.01), LOI, HOP, CSE, ERGO, BIO, CRI, ANN, TBB, VACC, INTRA, RUM, MDV, PORT, RES, AC, AUTH and the requirements of the DRIMbox itself (except CO.63 to CO.65).',
  noScenario: '{count} requirement(s) of this corridor have no scenario in the base: they are to be reviewed.',
  partial: 'Partial report: {why}. It says nothing of what was not run.',
  filesInCda:
    'The files that CDA documents hold (PDF, images) were neither read nor listed: none of the checks chosen looks at them.',
  omitted:
    '{count} more finding(s) are not listed: at most 1,000 for one check on one artifact, errors first. The verdict counts them all.',
  substitutes:
    'The pack of rules lacks {count} value set(s); another file of the pack, of the same OID or name, stands in: {files}',
  undeterminedRules:
    '{count} result(s) of rules of a pack are undetermined, for want of a file of the pack or by an error in a rule: the reason is told under each document. segur-check pack verify tells what the pack lacks.',
  unjudged: '{count} recognised artifact(s) that no step looked at, for want of a declaration in segur.yaml: {paths}',
  masked:
    'Identities and tokens are masked: [P1-nom] is a name of the first patient met. Two different values of one trait have the same pseudonym: --unmask shows them.',
};

export const partialReasons: SameKeys<typeof frenchPartialReasons> = {
  interrupted: 'the run was interrupted',
  narrowed: 'it is limited to the scenarios {pattern}',
  checks: 'it is limited to the checks {pattern}',
};

/** A rule that a scenario states itself, when it has no text of its own. */
export const expression: SameKeys<typeof frenchExpression> = {
  finding: 'The rule of the scenario does not hold here: {test}',
  expected: '{test} true',
  remedy: 'Read the title of the step and mend the data shown.',
};

/** What a reader must know before all else. */
export const alarms = {
  production:
    'ALARM, REAL PATIENTS? INS matricules under a production OID (.8 or .9) in a test dossier: {count}. If these are real patients, take these files away; if they are fictitious, declare it in segur.yaml, under patients.',
  patient: `Matricule {matricule} (OID {oid}) in {files}. If it is fictitious, add under patients in segur.yaml: - { id: F, status: qualifiée, matricule: "{matricule}", fictitious: true }`,
  declaredPatient: `Matricule {matricule} (OID {oid}) in {files}. If it is fictitious, add to the line of {patient} under patients in segur.yaml: fictitious: true`,
  hidden: `The matricule itself goes between the quotes of the line to add, not the label that hides it here: --unmask shows it.`,
  moreFiles: '{files} and {count} other file(s)',
  morePatients: '… and {count} other matricule(s): see the findings of ins/production-identity.',
};
