import type { pscIdentity as french } from '../../fr/checks/psc-identity.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the checks on the professional whom the software acts for. */
export const pscIdentity: SameKeys<typeof french> = {
  'psc/same-professional': {
    title: 'The professional logged in is the one the software acts for',
    what: 'The professional of the Pro Santé Connect session (tokens, userinfo) is the one of the token that opens the mailbox (XOAUTH2) and the one whom the log of the software keeps for that login; the VIHF of the calls to the DMP has the sector of activity, profession and skill that userinfo gives. A call is compared only with the session that it belongs to: the one that the token names, that of the declared user (user: 1 or 2), or the only one open at that time.',
    why: 'What is read, sent or traced engages the person who authenticated: under the identity of another, the trace proves nothing.',
    rules: {
      'mail-user': {
        finding: 'The mailbox is opened with the token of another professional ({actual}) than that of the session.',
        expected: 'The token of the professional logged in, {connected}.',
        remedy:
          'Take the access token from the session of the user who opens the mailbox, never from a cache shared by the workstation or the server. If two professionals logged in, add the capture of the other login and declare user: 1 or 2 on both sides.',
      },
      'log-user': {
        finding: 'The log gives this Pro Santé Connect login to {actual}, whom the capture does not show.',
        expected: 'The identifier of the professional who logged in within that minute: {connected}.',
        remedy:
          "Write the SubjectNameID received from Pro Santé Connect in the log, and check that the local account matched is that professional's.",
      },
      sector: {
        finding: 'The sector of activity of the VIHF, {actual}, is not the one that userinfo gives.',
        expected: 'Secteur_Activite of userinfo: {told}.',
        remedy:
          'Copy Secteur_Activite of userinfo to the VIHF; if the professional has several activities, take that of the situation that was chosen.',
      },
      role: {
        finding: 'The role {actual} of the VIHF is neither a profession nor a skill that userinfo gives.',
        expected: "A code of the professional's practice, such as {told}.",
        remedy:
          'Take the profession from SubjectRefPro.exercices[].codeProfession and, for a physician or a pharmacist, the skill or section of the same practice, rather than from the settings of the workstation.',
      },
    },
  },
  'psc/one-account': {
    title: 'One professional, one account, whatever the means of login',
    what: 'In the log of logins (columns professional, actor and mode declared), the same national identifier always opens the same local account, with Pro Santé Connect as by the other means, and two professionals never open the same one.',
    why: 'Without matching on the national identifier, a professional has two workspaces, different rights and scattered traces; an account shared by two people has one act in the name of the other.',
    rules: {
      'other-account': {
        finding: 'The professional {professional} opens another account here than with Pro Santé Connect.',
        expected: 'The account that Pro Santé Connect opens for that professional.',
        remedy:
          'Match both accounts: at the first login with Pro Santé Connect, look for the account that already has the national identifier (SubjectNameID), else ask once for the other login, then keep the link.',
      },
      'several-accounts': {
        finding: 'The professional {professional} opens several accounts.',
        expected: 'One account for each professional.',
        remedy:
          'Merge these accounts, or tell the reviewer why they are distinct (one for each structure, for instance) and show that each opens by every means.',
      },
      'shared-account': {
        finding: 'Two professionals, {other} and {professional}, open the same account.',
        expected: 'One account for each national identifier.',
        remedy:
          'Refuse to tie a second SubjectNameID to an account that already has one, and create an account of their own for each.',
      },
      identifier: {
        finding:
          '{count} row(s) give as national identifier a value that does not have the form of one ({length} characters).',
        expected:
          'The whole SubjectNameID: 8 then the 11 digits of the RPPS, 0 then the ADELI, or the identifier of the structure and the internal number. The 11 digits of the RPPS alone are understood.',
        remedy:
          'Write the SubjectNameID in the log as it is received, neither cut nor turned into a number; if the column is something else, correct professional in segur.yaml.',
      },
    },
  },
  'psc/token-in-log': {
    title: 'No token or secret in the log of the software',
    what: 'The traces and logs of the software hold no token (JWT, Bearer, XOAUTH2 string), refresh token, client secret, code_verifier or session cookie. Captures of the exchanges (HAR, dialogues of SMTP and IMAP) hold them by nature and are not concerned. The tokens of a mail trace are judged by mss/trace-content.',
    why: 'A log is copied, saved, sent to support: whoever reads it can act in the name of the professional or of the software.',
    rules: {
      token: {
        finding: 'The column “{column}” shows a token in clear ({count} row(s)).',
        expected: 'No token in a log: it is kept in memory only, as long as it is valid.',
        remedy:
          'Mask Authorization, access_token and id_token in the logging layer (Bearer ***), then export again. To follow an exchange, write jti or the identifier of the application session.',
      },
      'refresh-token': {
        finding: 'The column “{column}” shows a refresh token in clear ({count} row(s)).',
        expected: 'No refresh token in a log: it opens sessions for thirty minutes.',
        remedy: 'Mask refresh_token in the bodies of requests and answers before logging them.',
      },
      'client-secret': {
        finding: 'The column “{column}” shows the secret of the client (client_secret) in clear ({count} row(s)).',
        expected: 'No secret in a log.',
        remedy:
          'Mask client_secret and the header Authorization: Basic, then have that secret renewed by Pro Santé Connect: it was disclosed.',
      },
      'code-verifier': {
        finding: 'The column “{column}” shows the PKCE proof key (code_verifier) in clear ({count} row(s)).',
        expected: 'No code_verifier in a log.',
        remedy: 'Mask code_verifier, or do not log the body of the token request.',
      },
      cookie: {
        finding: 'The column “{column}” shows a session cookie in clear ({count} row(s)).',
        expected: 'No session cookie in a log.',
        remedy: 'Remove Cookie and Set-Cookie from the logged headers, or keep their names only.',
      },
    },
  },
};
