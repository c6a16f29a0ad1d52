import type { psc as french } from '../../fr/checks/psc.js';
import type { SameKeys } from '../../same-keys.js';
import { pscAuthorization } from './psc-authorization.js';
import { pscCiba } from './psc-ciba.js';
import { pscSession } from './psc-session.js';

export const psc: SameKeys<typeof french> = {
  ...pscAuthorization,
  'psc/callback': {
    title: 'Return from Pro Santé Connect to the software',
    what: 'The browser comes back to the return address with a code and with the state of the request, unchanged; iss, when there, is the issuer of the platform. A return that carries error= does not count as a login.',
    why: 'The code is the only proof that the user authenticated, and the state the only proof that this return answers their own request.',
    rules: {
      'no-code': {
        finding: 'The return carries neither code nor error.',
        expected: 'A code parameter in the return.',
        remedy:
          'Check that the request has response_type=code, and that the capture was not stripped of its parameters before it was exported.',
      },
      state: {
        finding: 'The state of the return is not that of the request (lengths: {sent} sent, {returned} returned).',
        expected: 'The exact state of the request.',
        remedy:
          'Have the software refuse such a return. If the capture was made from several sessions, make it again in one go.',
      },
      'state-encoding': {
        finding:
          'The state came back written otherwise (lengths: {sent} sent, {returned} returned): a character such as + or % was decoded once too often, or not enough.',
        expected: 'The exact state of the request.',
        remedy:
          'Encode the state as any value in a URL (+ is written %2B, % is written %25), once, or put nothing but letters, digits, - and _ in it (base64url); then compare the decoded values.',
      },
      'state-case': {
        finding: 'The state came back with other capital letters than in the request.',
        expected: 'The exact state of the request: case counts.',
        remedy:
          'Look for what changes case between the browser and the software (a proxy, a framework), and compare the state without converting it.',
      },
      issuer: {
        finding: 'The return says that it comes from {actual}, which is not the platform that the request was made to.',
        expected: 'In iss, the issuer of the discovery document of the platform in use.',
        remedy:
          'Have the software refuse such a return before it exchanges the code: it may come from another provider. If both platforms are configured, keep one.',
      },
      'token-after-error': {
        finding: 'After a return with an error, the software asks for tokens all the same.',
        expected: 'No token request; a message to the user and a way to start again.',
        remedy: 'Read error before code on return, and stop there when it is present.',
      },
      refused: {
        finding: 'Pro Santé Connect answered with the error "{actual}": this return does not count as a login.',
        expected: 'A return with a code, at least once in the capture.',
        remedy:
          'If the failure was not intended, mend what the error says and capture again; if it was, show a successful login too.',
      },
    },
  },
  'psc/token-request': {
    title: 'Exchange of the code for tokens',
    what: 'The token request is a POST of a form with grant_type=authorization_code, the code received, never twice, the same return address and the code_verifier of the request; no client_secret stands in a URL; the response gives access_token, id_token and token_type=Bearer.',
    why: "This is where the software's server obtains the identity: a malformed request is refused, and a secret written in a URL ends up in every log.",
    rules: {
      form: {
        finding: 'The token request is not a POST of a form.',
        expected: 'POST with Content-Type: application/x-www-form-urlencoded.',
        remedy: 'Send the parameters in the body, encoded as a form: neither JSON nor URL parameters.',
      },
      'grant-type': {
        finding: 'The token request does not use a flow that Pro Santé Connect defines.',
        expected: 'grant_type=authorization_code (or refresh_token to renew, or the CIBA flow).',
        remedy:
          "Exchange the code received on return; do not ask for a token with the user's password or in the software's own name.",
      },
      code: {
        finding: 'The code parameter of the token request is not the one that came back from Pro Santé Connect.',
        expected: 'The code of the return, exchanged once.',
        remedy:
          'Pass the code on as received, without decoding it twice. If the captures of browser and server are of two sessions, make them again together.',
      },
      'redirect-uri': {
        finding: 'The return address of the token request differs from that of the authorization request.',
        expected: '{sent}, exactly.',
        remedy: 'Use the same constant in both requests: one trailing slash, port or capital letter makes them differ.',
      },
      'code-verifier': {
        finding: 'The authorization request announced PKCE (code_challenge), but code_verifier is missing.',
        expected: 'code_verifier with the value drawn before the authorization request.',
        remedy: "Keep the code_verifier in the user's session and send it with the code.",
      },
      'code-reused': {
        finding: 'The code is sent again, though Pro Santé Connect already gave tokens for it.',
        expected: 'Each code exchanged once.',
        remedy:
          'Forget the code as soon as it is exchanged, and make the return indifferent to a page reload or a double click. The platform may close the session when a code comes again.',
      },
      'verifier-form': {
        finding: 'The code_verifier does not have the right form ({length} characters).',
        expected: '43 to 128 characters among unaccented letters, digits and - . _ ~',
        remedy: 'Draw 32 bytes at random and write them in base64url, without padding: that makes 43 characters.',
      },
      'verifier-mismatch': {
        finding: 'The code_verifier is not the one whose digest the authorization request carried.',
        expected: 'code_challenge = BASE64URL(SHA256(code_verifier)), or code_verifier itself with the method plain.',
        remedy:
          'Keep the code_verifier with the state of the same request: two open tabs must not swap theirs. Compute the digest over its characters, not over the bytes that they encode.',
      },
      'verifier-reused': {
        finding: 'The code_verifier already served for another code of the capture.',
        expected: 'A new code_verifier for each login.',
        remedy: 'Draw the code_verifier for each authorization request, instead of keeping it in the configuration.',
      },
      'secret-in-url': {
        finding: 'The client_secret stands in the URL of a request.',
        expected: 'The secret in the Authorization header or in the body, or a client certificate.',
        remedy:
          'Take the secret out of the URL, then ask for a new one: this one already is in the logs and in this capture.',
      },
      refused: {
        finding: 'Pro Santé Connect refuses the token request ({actual}) and no other one succeeds.',
        expected: 'A response of success with the tokens.',
        remedy:
          "invalid_grant: the code is out of date or already used, or the return address differs. invalid_client: the secret or certificate is not this platform's.",
      },
      tokens: {
        finding: 'The response lacks some of what is expected: {missing}.',
        expected: 'access_token, id_token and token_type=Bearer.',
        remedy: 'Check that the scope openid is asked for, and that the capture keeps the bodies of responses.',
      },
    },
  },
  'psc/acr-values': {
    title: 'Authentication level asked for',
    what: 'Each authentication request, in a browser or by CIBA, carries acr_values=eidas1.',
    why: 'By this parameter Pro Santé Connect knows which level of assurance the software demands; the auditor reads its value.',
    rules: {
      absent: {
        finding: 'The request has no acr_values parameter.',
        expected: 'acr_values=eidas1.',
        remedy: 'Add acr_values=eidas1 to the parameters of the request; the name is acr_values, not acr.',
      },
      misnamed: {
        finding:
          'The level is asked for by the parameter acr, which Pro Santé Connect does not know: acr_values is missing.',
        expected: 'acr_values=eidas1.',
        remedy: 'Rename the parameter acr_values: the example of the CI-SIS transport volet writes acr, by mistake.',
      },
      other: {
        finding: 'The request asks for acr_values={actual}.',
        expected: 'acr_values=eidas1.',
        remedy: 'Write eidas1, in lower case and without blanks.',
      },
      higher: {
        finding: 'The request asks for acr_values={actual}: accepted, but with a remark.',
        expected: 'acr_values=eidas1.',
        remedy:
          'Ask for eidas1: the auditor tolerates eidas2 and eidas3 without recommending them, and they may rule out valid means of authentication.',
      },
    },
  },
  ...pscCiba,
  ...pscSession,
};
