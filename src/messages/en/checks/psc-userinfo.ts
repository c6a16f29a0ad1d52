import type { pscUserinfo as french } from '../../fr/checks/psc-userinfo.js';
import type { SameKeys } from '../../same-keys.js';

const REAL_ANSWER =
  'If this really is what Pro Santé Connect answered, unchanged, the software is not at fault: check that it can read it.';

/** Texts of the checks on what Pro Santé Connect says of the professional. */
export const pscUserinfo: SameKeys<typeof french> = {
  'psc/userinfo': {
    title: 'Userinfo answer of Pro Santé Connect: members and types',
    what: 'The answer of the userinfo endpoint, in JSON or signed (application/jwt), has the members that Pro Santé Connect gives, of the type that it gives them, in the shape of its time: 2021, February 2023, November 2023, or the reduced one of a service without scope_all. Unknown members are tolerated.',
    why: 'The identity, profession and place of practice of the professional come from there. An answer of a simulator, or edited by hand, proves nothing of what the software can read.',
    rules: {
      'no-subject': {
        finding: 'The userinfo answer has no sub.',
        expected: 'sub, always there, equal to that of the ID token.',
        remedy: 'Refuse an answer without sub. Log in again on the sandbox and export the answer without changing it.',
      },
      missing: {
        finding: 'Members missing from the userinfo answer, under {parent} ({count}): {members}.',
        expected: 'All the members that Pro Santé Connect gives; an empty string stands for an absent value.',
        remedy: `Export the whole answer of the sandbox, neither edited nor simulated. ${REAL_ANSWER}`,
      },
      'activity-members': {
        finding: 'Members missing from the activity {parent} ({count}): {members}.',
        expected: 'The thirty members of an activity, empty when they do not apply.',
        remedy: `Export the whole answer of the sandbox. ${REAL_ANSWER}`,
      },
      type: {
        finding: '{member} is of JSON type "{actual}".',
        expected: 'The type {expected}.',
        remedy: `Read codes and numbers as strings: a number loses its leading zeros. ${REAL_ANSWER}`,
      },
      empty: {
        finding: '{member} is empty.',
        expected: 'A value: national identifier, name, one practice at least.',
        remedy:
          'Open no account without a national identifier: take a complete test identity of the sandbox, and export again.',
      },
      'scope-not-granted': {
        finding:
          'The login asks for scope_all, but the answer has no SubjectRefPro: this is the reduced shape, that of a service that was not granted scope_all.',
        expected: 'The whole answer, with the practices and activities of the professional.',
        remedy:
          'Check with Pro Santé Connect that the service is entitled to scope_all, and that userinfo is called with the token of this login: without it there is neither profession nor structure for the VIHF and access rights.',
      },
      reduced: {
        finding:
          'The answer has no SubjectRefPro: this is the reduced shape, that of a service that was not granted scope_all.',
        expected: 'The whole answer, with the practices and activities of the professional.',
        remedy:
          'Ask for scope=openid scope_all, and check with Pro Santé Connect that the service is entitled to it: without it there is neither profession nor structure for the VIHF and access rights.',
      },
    },
  },
  'psc/userinfo-identity': {
    title: 'Identity given by Pro Santé Connect: one professional everywhere',
    what: 'In the userinfo answer, SubjectNameID, preferred_username, the end of sub and the identifier of quality 1 in otherIds are the same, of the form of a national identifier (8 and RPPS with its key, 0 and ADELI, structure and internal number, ANS… test identities); sub is that of the ID token, and the tokens of the same session name the same professional. No identifier is shown.',
    why: 'SubjectNameID is the pivot that accounts are merged on (EXI PSC 19): if the answers do not name the same person, the software opens the account of another.',
    rules: {
      subject: {
        finding: 'The sub of the userinfo answer is not that of the ID token of the session ({file}).',
        expected: 'Exactly the same sub.',
        remedy:
          'Compare both in the software, and use nothing of the answer when they differ (OpenID Connect). If the artifacts come from two logins, export them from one, or tell them apart with user under artifacts.',
      },
      'token-user': {
        finding: 'The {token} of the session names another professional than the userinfo answer ({file}).',
        expected: 'The same national identifier in all tokens and answers of the session.',
        remedy:
          'Check that userinfo is called with the access token of this user, without a cache shared between sessions; if the artifacts come from two logins, make them again together.',
      },
      'same-identifier': {
        finding: '{member} does not name the same professional as SubjectNameID.',
        expected: 'SubjectNameID = preferred_username = end of sub.',
        remedy: `Take SubjectNameID as the national identifier. Replace an edited answer by that of the sandbox. ${REAL_ANSWER}`,
      },
      'identifier-form': {
        finding: 'SubjectNameID ({length} characters) has the form of no national identifier of a professional.',
        expected:
          '8 and eleven digits (RPPS), 0 and the ADELI number, 3 and the FINESS, 5 and the SIRET or another structure, followed by / and the internal number, or a test identity (ANS and fourteen digits).',
        remedy:
          'Do not keep a local identifier as the pivot: export the answer of Pro Santé Connect with a test identity of the sandbox.',
      },
      'rpps-key': {
        finding: 'The RPPS number in SubjectNameID has a wrong key (eleventh digit).',
        expected: "Eleven digits of which the last is Luhn's key, after the 8.",
        remedy: 'Keep the identifier as it was received; do not make up RPPS numbers for tests.',
      },
      'other-ids': {
        finding: 'Of the {count} identifier(s) in otherIds, none of quality 1 is that of SubjectNameID.',
        expected: 'An entry of quality 1 (RPPS or EDIT) with this identifier; after a merge, others stand beside it.',
        remedy: `Merge accounts on the identifier of quality 1, not on a PSI one (quality 2). ${REAL_ANSWER}`,
      },
      'other-id-origin': {
        finding: 'An identifier in otherIds is said to be of origin RPPS and is not an 8 followed by eleven digits.',
        expected: '8 and the RPPS number.',
        remedy: `Compare with the answer of the sandbox, unchanged. ${REAL_ANSWER}`,
      },
    },
  },
  'psc/userinfo-codes': {
    title: 'Codes of the professional in the userinfo answer',
    what: 'Sector of activity, role, civility, profession, category, know-how, mode of practice, section, function and kind of activity are codes of the tables of the ANS, with the expected OID after the ^; the role is that of a practice, the sector that of an activity, the know-how of the table of its type, the section that of a pharmacist; SIRET, SIREN and FINESS have their key.',
    why: 'The software derives access rights, the VIHF of the DMP and the authors of documents from them: an unknown or incoherent code will be refused there.',
    rules: {
      'unknown-code': {
        finding: '{member}: the code {actual} is not in {table}.',
        expected: 'A code of {table} (copy of {version}: a later code is possible).',
        remedy: `Look the code up in the current version of the table, and check that the software keeps it up to date. ${REAL_ANSWER}`,
      },
      'code-system': {
        finding: '{member} is not of the form code^{expected}.',
        expected: 'code^{expected}.',
        remedy: `Read the code before the ^ and the OID after it, taking neither for granted. ${REAL_ANSWER}`,
      },
      'sector-activity': {
        finding: 'The sector of activity {actual} is that of no activity (sectors: {sectors}).',
        expected: 'The sector of one of the activities of the professional.',
        remedy: `Let the user choose the situation of practice and take the sector of that one. ${REAL_ANSWER}`,
      },
      'role-practice': {
        finding: 'The role {actual} is that of no practice (professions: {professions}).',
        expected: 'The profession of one of the practices.',
        remedy: `Take the profession of the practice that was chosen for the VIHF. ${REAL_ANSWER}`,
      },
      'know-how': {
        finding: 'The know-how {code} goes with the type {types}, not “{actual}”.',
        expected: 'codeTypeSavoirFaire = {types}.',
        remedy: `Read the type and the code of the know-how together: each type has its table. ${REAL_ANSWER}`,
      },
      'pharmacy-section': {
        finding:
          '{member}: section {actual} of the register of pharmacists, for a practice of profession {profession}.',
        expected: 'A section for pharmacists only (profession 21).',
        remedy: `Use the section for profession 21 only. ${REAL_ANSWER}`,
      },
      'structure-key': {
        finding: '{member} is no valid {register} number (form, key, or a SIREN of another company than the SIRET).',
        expected:
          'FINESS: nine characters; SIREN: nine digits; SIRET: fourteen, that begin with the SIREN; with their key.',
        remedy: `Read these numbers as strings, losing no zero. ${REAL_ANSWER}`,
      },
    },
  },
  'psc/introspection': {
    title: 'Introspection of a token by Pro Santé Connect',
    what: 'The introspection is a POST form with token; the answer has the documented members, or active=false alone; it is of the client and the professional of the token, with an expiry yet to come when it was captured; a token said to be inactive is no longer presented afterwards.',
    why: 'This is how a service knows whether a token is still valid: asked wrongly or not heeded, introspection lets people in with a closed session.',
    rules: {
      form: {
        finding: 'The introspection is not a POST form with the parameter token (method: {actual}).',
        expected: 'POST …/token/introspect, application/x-www-form-urlencoded, token=….',
        remedy: 'Send the token in the body of the form, never in the URL, with the authentication of the client.',
      },
      refused: {
        finding: 'Pro Santé Connect answers {actual} to the introspection.',
        expected: 'An answer 200, whether the token is active or not.',
        remedy:
          '401: authenticate the client (Basic, or client certificate and client_id). 400: check the form. Then capture again.',
      },
      members: {
        finding: 'Members missing from the introspection answer ({count}): {members}.',
        expected: 'All the members documented for an active token.',
        remedy: `Export the answer of Pro Santé Connect, neither edited nor simulated. ${REAL_ANSWER}`,
      },
      'inactive-members': {
        finding: 'The answer active=false gives {count} other member(s) too.',
        expected: '{"active":false} alone.',
        remedy: `Use nothing of an inactive token. ${REAL_ANSWER}`,
      },
      client: {
        finding: 'The client_id {actual} of the answer is not the one that the token was given to.',
        expected: '{owner}.',
        remedy: 'Check which token is introspected, and refuse that of a service that is not expected.',
      },
      expired: {
        finding: 'The answer says that a token expired on {actual} is active, in a capture of {received}.',
        expected: 'exp after the capture, give or take five minutes.',
        remedy: 'Check the clock of the workstation, and that the answer comes from no cache and no simulator.',
      },
      user: {
        finding: '{member} of the introspection answer names another professional than the token of the session.',
        expected: 'The professional of the token.',
        remedy: 'Introspect the token of the call in hand, without a cache shared between users.',
      },
      'refresh-identity': {
        finding: 'The introspection of a refresh token gives SubjectNameID.',
        expected: 'SubjectNameID for an access token only.',
        remedy: 'Do not rely on it: introspect the access token to know the professional.',
      },
      'used-inactive': {
        finding: 'A token that Pro Santé Connect said to be inactive is still presented afterwards (to {actual}).',
        expected: 'A new token (refresh), or a new login.',
        remedy: 'Drop the token as soon as active=false, refresh it with the refresh token, else ask for a new login.',
      },
    },
  },
};
