import type { pscSession as french } from '../../fr/checks/psc-session.js';
import type { SameKeys } from '../../same-keys.js';

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
      'claim-type': {
        finding: '{claim} does not have the expected type in the token.',
        expected: 'A value of type {type}.',
        remedy:
          'Check that the token is not rewritten by a relay; in the software, read this claim by its type (instants are numbers of seconds).',
      },
      'subject-form': {
        finding: 'The sub of the token does not have the form that Pro Santé Connect gives it.',
        expected: 'f:<uuid>:<national identifier>.',
        remedy:
          'Check that the token comes from Pro Santé Connect. In the software, treat sub as an opaque value and take the national identifier from SubjectNameID.',
      },
      identity: {
        finding: '{claim} and {other} of the same token do not give the same national identifier.',
        expected: 'The same identifier in sub (after the last colon), preferred_username and SubjectNameID.',
        remedy:
          'Check that the token is not rewritten by a relay: the professional is the one whom Pro Santé Connect authenticated, under one identifier.',
      },
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
        finding: '{claim} of the renewed ID token does not agree with that of the session that it prolongs.',
        expected: 'The same iss, sub and aud, a later iat, the nonce absent or the same.',
        remedy:
          'On renewal, compare the new ID token with that of the login and close the session if it names another user. Keep the refresh tokens by session, without mixing them.',
      },
    },
  },
  'psc/logout': {
    title: 'Logout from Pro Santé Connect',
    what: "After a login, logging out of the software calls Pro Santé Connect's …/protocol/openid-connect/logout, with the token received as id_token_hint.",
    why: 'Without this call the session stays open for up to four hours: the next person at the workstation gets in under the identity of the previous one.',
    rules: {
      'no-logout': {
        finding: 'The capture shows a login, but no later call to the logout of Pro Santé Connect.',
        expected: 'A request to …/protocol/openid-connect/logout after the login.',
        remedy:
          'When the user logs out, close the local session, then call end_session_endpoint. If the capture merely stops too early, prolong it until the logout.',
      },
      'no-hint': {
        finding: 'The logout does not send id_token_hint.',
        expected: 'id_token_hint with the ID token of the session to be closed.',
        remedy:
          'Keep the ID token on the server while the session lasts and send it along: without it the platform may ask the user to confirm, or not know which session to close.',
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
};
