import type { pscSession as french } from '../../fr/checks/psc-session.js';
import type { SameKeys } from '../../same-keys.js';
import { pscTokenRules } from './psc-token-rules.js';

/** Texts of the checks on what a session leaves: its token, its end, the next login. */
export const pscSession: SameKeys<typeof french> = {
  'psc/id-token': {
    title: 'ID token received from Pro Santé Connect',
    what: 'Each ID token is a JWT signed with RS256, issued by the platform that was asked, addressed to the client, with the nonce of the request, the claims of OpenID Connect, a short life, still in time when captured and of level eidas1, eidas2 or eidas3; a renewed token names the same user. The signature itself is judged by psc/token-signature.',
    why: 'The software opens patient records on the faith of this token: if it is not for it, not from this platform or out of time, anyone can get in.',
    rules: {
      malformed: {
        finding: 'The id_token of the response is not a readable JWT.',
        expected: 'Three base64url parts separated by dots, the first two being JSON objects.',
        remedy:
          "Check that the capture did not cut or mask the token: the sandbox's real token is needed, and the report never shows it.",
      },
      unsigned: {
        finding: 'The ID token is not signed with a key of the platform (alg is absent, none or HS…).',
        expected: 'alg=RS256.',
        remedy:
          'Refuse these algorithms in the JWT library: accept RS256 only, with the keys that Pro Santé Connect publishes.',
      },
      algorithm: {
        finding: 'The ID token is signed with {actual}.',
        expected: 'RS256, the only algorithm observed at Pro Santé Connect.',
        remedy:
          'Check in the discovery document that the platform uses it, and that the software does verify this signature.',
      },
      issuer: {
        finding: 'The issuer (iss) of the ID token is not that of the platform that was asked.',
        expected: '{issuer}.',
        remedy:
          "Compare iss with the issuer of the current platform's discovery document and refuse the token otherwise: sandbox and production each have their own.",
      },
      audience: {
        finding: 'The ID token is not addressed to the client that asked for it (aud).',
        expected: 'aud contains {client}.',
        remedy: 'Check the configured client_id; the software must refuse a token issued for another service.',
      },
      'no-nonce': {
        finding: 'There is no nonce in the ID token, although the request had one.',
        expected: 'The exact nonce of the authorization request.',
        remedy:
          'In the software, refuse an ID token without the nonce that was sent: it may answer another login. If the platform gave it so, tell the support of Pro Santé Connect.',
      },
      nonce: {
        finding: 'The nonce of the ID token is not that of the request (lengths: {sent} sent, {returned} returned).',
        expected: 'The exact nonce of the authorization request.',
        remedy:
          'Compare the two in the software and refuse the token if they differ. If the captures are of two sessions, make them again together.',
      },
      expired: {
        finding: 'The ID token was already out of time when it was received, or has no expiry (exp).',
        expected: 'exp after the moment of the capture, give or take five minutes for the difference of clocks.',
        remedy: "Keep no token from one session to the next, and set the server's clock.",
      },
      acr: {
        finding: 'The authentication level (acr) of the ID token is not an eidas level.',
        expected: 'eidas1, eidas2 or eidas3.',
        remedy:
          'Ask for acr_values=eidas1, and accept all three levels in return: the card gives eidas2 or eidas3 depending on the platform.',
      },
      'authorized-party': {
        finding:
          'The ID token names by azp another client than the one that asked for it, or names none though it has several audiences.',
        expected: 'azp equal to the client_id of the software.',
        remedy:
          'Check the configured client_id; on reception compare azp with the client_id and refuse the token if they differ: it was issued for another service.',
      },
      'issued-later': {
        finding: 'The ID token was issued (iat) after the moment at which the capture shows it received.',
        expected: 'iat before the reception, give or take five minutes for the difference of clocks.',
        remedy:
          'Set the clock of the workstation and of the server by NTP. If the capture was put together by hand, keep the original times.',
      },
      lifetime: {
        finding: 'The ID token is valid for {seconds} seconds (exp − iat).',
        expected: '{longest} seconds at most: Pro Santé Connect gives its tokens for about two minutes.',
        remedy:
          'Check that the token does come from Pro Santé Connect and not from a relay that issues it again; a session lasts by being renewed with the refresh_token.',
      },
      'authentication-time': {
        finding:
          'The ID token says that the user authenticated (auth_time) {seconds} seconds after the token was issued.',
        expected: 'auth_time no later than iat.',
        remedy: 'Check that the token is the one that Pro Santé Connect issued, not rewritten by a relay.',
      },
      'token-kind': {
        finding: 'A token of type {actual} (typ) stands in place of the ID token.',
        expected: 'typ={kind}.',
        remedy:
          'Read each token from its own member of the response: id_token to know who is there, access_token to call, refresh_token to renew. Never use one for another.',
      },
      ...pscTokenRules,
      'claim-missing': {
        finding: 'The ID token has no {claim}, or {claim} is not of the required type.',
        expected: 'iss, sub, aud, exp and iat present.',
        remedy:
          'Check that the token is an ID token of Pro Santé Connect, and refuse one without these claims: the OpenID Connect library must require them.',
      },
      hash: {
        finding: 'The at_hash of the ID token is not that of the access token received with it.',
        expected: 'The left half of the hash of the access token, in base64url.',
        remedy:
          'Refuse the response: the access token was replaced, or the tokens of two responses were mixed. If the capture was retouched, give the original one.',
      },
      renewed: {
        finding: 'In the renewed ID token, {claim} does not agree with that of the session that it prolongs.',
        expected: 'The same iss, sub and aud, a later iat, the nonce absent or the same.',
        remedy:
          'On renewal, compare the new ID token with that of the login and close the session if it names another user. Keep the refresh tokens by session, without mixing them.',
      },
    },
  },
  'psc/logout': {
    title: 'Logout from Pro Santé Connect',
    what: "After a login, logging out of the software calls Pro Santé Connect's …/protocol/openid-connect/logout, with the token received for this session as id_token_hint, or failing that the client_id. Captures declared logout: automatic are left aside.",
    why: 'Without this call the session stays open for up to four hours: the next person at the workstation gets in under the identity of the previous one.',
    rules: {
      'no-logout': {
        finding: 'The capture shows a login, but no later call to the logout of Pro Santé Connect.',
        expected: 'A request to …/protocol/openid-connect/logout after the login.',
        remedy:
          'When the user logs out, close the local session, then call end_session_endpoint; revoking the tokens (…/revoke) is not enough. If the capture merely stops too early, prolong it until the logout; if it shows an automatic logout, declare it logout: automatic in segur.yaml.',
      },
      'no-hint': {
        finding: 'The logout sends neither id_token_hint nor client_id.',
        expected: 'id_token_hint with the ID token of the session to be closed.',
        remedy:
          'Keep the ID token on the server while the session lasts and send it along: without it the platform may ask the user to confirm, or not know which session to close.',
      },
      'hint-kind': {
        finding: 'The id_token_hint of the logout is no ID token.',
        expected: 'The ID token of the session, of the login or of a renewal.',
        remedy:
          'Send the value of id_token, not that of access_token or refresh_token: the platform refuses another token.',
      },
      'other-hint': {
        finding:
          'The id_token_hint of the logout is not that of a session which the captures show (sub, sid or azp differ), and one of these sessions is not closed.',
        expected: 'The ID token received for the session to be closed.',
        remedy:
          "Keep each ID token in its user's session, not in a common variable. If the matching login is missing, add its capture.",
      },
      client: {
        finding: 'The client_id of the logout ({actual}) is not the one that the id_token_hint was issued to.',
        expected: 'The client_id of the login, or none: id_token_hint is enough.',
        remedy: 'Take the same configured client_id for the login and the logout.',
      },
      'return-address': {
        finding: 'The return address after the logout (post_logout_redirect_uri) is no complete https address.',
        expected: 'An https address, declared to Pro Santé Connect.',
        remedy:
          'Write an absolute https address; an http address is only allowed on the workstation itself (127.0.0.1).',
      },
      state: {
        finding: 'The return from the logout does not bring back the state that was sent.',
        expected: 'The state of the request, unchanged.',
        remedy: 'Compare the two in the software. If the captures are of two sessions, make them again together.',
      },
      'own-session': {
        finding:
          'Nothing shows that the software closes its own session too: no request to its address around the logout.',
        expected: 'A request to the software before or after that to Pro Santé Connect.',
        remedy: "Close the software's session on the server. If it is closed in another way, the video must show it.",
      },
      refused: {
        finding: 'Pro Santé Connect answers {actual} to the logout: the session most likely stayed open.',
        expected: 'A response of success or a redirect.',
        remedy: 'Declare the post_logout_redirect_uri to Pro Santé Connect, and send it unchanged.',
      },
    },
  },
  'psc/login-again': {
    title: 'New login after a logout',
    what: "After the logout, the first login request ends on Pro Santé Connect's authentication page, not in an immediate return with a code. With CIBA, the new request is accepted and waits for the user's approval.",
    why: 'It proves that the Pro Santé Connect session is closed: the auditor rejects a new login that asks for neither card nor e-CPS.',
    rules: {
      'silent-login': {
        finding: 'After the logout, Pro Santé Connect returns a code at once without asking to authenticate again.',
        expected: "Pro Santé Connect's authentication page.",
        remedy:
          "Close the session at Pro Santé Connect on logout (…/logout with id_token_hint, in the user's browser) and check its answer.",
      },
    },
  },
  'psc/refresh': {
    title: 'Renewal of tokens',
    what: 'While the user is active, the software renews its tokens with the last refresh token received, without asking for more scopes. When Pro Santé Connect answers that the token is over (invalid_grant), it asks for a new login instead of closing the session.',
    why: 'The access token lives for two minutes only: without renewal, professionals would be logged out in the middle of a consultation.',
    rules: {
      stale: {
        finding: 'The renewal uses an old refresh token, though a new one had replaced it.',
        expected: 'The refresh token of the last response.',
        remedy:
          'At each response, replace the refresh token kept by the new one, at once, also when several processes serve the same user.',
      },
      scope: {
        finding: 'The renewal asks for scopes that were not granted: {actual}.',
        expected: 'No scope parameter, or at most the scopes granted ({granted}).',
        remedy: 'Leave scope out of the renewal: the scopes of the login are taken again.',
      },
      refused: {
        finding: 'Pro Santé Connect refuses the renewal: {actual}.',
        expected: 'A response with new tokens.',
        remedy:
          'invalid_client: authenticate as for the first token request. invalid_request or invalid_scope: send grant_type=refresh_token and refresh_token, with no further scope.',
      },
      'forced-logout': {
        finding:
          'The refresh token having ended, the software closes the Pro Santé Connect session instead of asking for a new login.',
        expected:
          'A new authorization request, granted without asking the user anything if the Pro Santé Connect session is still open.',
        remedy:
          'On invalid_grant, send the user to Pro Santé Connect, then back to where they were working. If it was the user who logged out, this finding does not hold.',
      },
      late: {
        finding: 'The tokens are renewed {seconds} s after the end of the access token, though the user was working.',
        expected: 'A renewal before the end of the access token (expires_in).',
        remedy: 'Renew a few seconds before the end, while the user is active.',
      },
    },
  },
  'psc/automatic-logout': {
    title: 'Automatic logout of the software',
    what: 'In a capture declared logout: automatic, the software closes its session after inactivity without closing that of Pro Santé Connect; when the user comes back, it asks Pro Santé Connect again, which may answer without asking the user anything.',
    why: "The Pro Santé Connect session also serves the professional's other services: inactivity in one must not log them out of the others.",
    rules: {
      'closes-psc': {
        finding: 'The automatic logout closes the Pro Santé Connect session too.',
        expected: 'No call to …/logout of Pro Santé Connect after inactivity.',
        remedy:
          "Close the software's session only; keep the call to end_session_endpoint for the logout that the user asks for. If the capture shows that one too, make two captures of it.",
      },
      revokes: {
        finding: 'The automatic logout revokes the tokens, which may close the Pro Santé Connect session.',
        expected: 'No call to …/revoke after inactivity.',
        remedy:
          'Forget the tokens without revoking them; they end by themselves, in two minutes for access and thirty for renewal.',
      },
    },
  },
  'psc/session-durations': {
    title: 'Durations of tokens and session',
    what: 'The tokens received live no longer than those of Pro Santé Connect (five minutes at most for access, thirty for renewal), and the session goes on neither beyond four hours nor after thirty minutes without renewal, without a new authentication.',
    why: "A session that lasts gives others the time to take the professional's place; other durations make one doubt that the capture is of Pro Santé Connect.",
    rules: {
      'access-lifetime': {
        finding: 'The access token is given for {actual} s (expires_in).',
        expected: 'Two minutes at Pro Santé Connect, five at most.',
        remedy:
          'Check that the response does come from Pro Santé Connect, not from a simulator or a provider in between, and that the software follows expires_in without a hard-coded duration.',
      },
      'refresh-lifetime': {
        finding: 'The refresh token is given for {actual} s (refresh_expires_in; 0: without end).',
        expected: 'Thirty minutes (1800 s) at most.',
        remedy:
          'Check that the response does come from Pro Santé Connect, and do not ask for the scope offline_access.',
      },
      'session-over': {
        finding: 'Tokens are obtained {minutes} min after the authentication, without a new one.',
        expected: 'Four hours at most.',
        remedy: 'After four hours, make a new authorization request, which has the user authenticate.',
      },
      inactive: {
        finding:
          'The session is renewed well after the end of its refresh token (refresh_expires_in, else thirty minutes).',
        expected: 'A renewal within thirty minutes, or else a new authorization request.',
        remedy: 'After thirty minutes of inactivity, take the session as over and ask Pro Santé Connect again.',
      },
    },
  },
};
