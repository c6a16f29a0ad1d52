import type { pscProtection as french } from '../../fr/checks/psc-protection.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the checks on what protects the software's secrets and tokens. */
export const pscProtection: SameKeys<typeof french> = {
  'psc/client-authentication': {
    title: 'Authentication of the software to Pro Santé Connect',
    what: "Each request of the server to Pro Santé Connect (tokens, renewal, CIBA, introspection, revocation, pushed request) authenticates the client in one way only: a secret in the header or the body, a signed assertion, or a client certificate, which the capture does not show. It names the client of the authorization request; no secret stands in a browser's request, nor in those of a product of the Espace de confiance.",
    why: "Who knows the software's secret can ask for tokens in its place: that secret does not leave the server, and services that exchange sensitive data replace it with a certificate.",
    rules: {
      'two-methods': {
        finding: 'The client authenticates in several ways in the same request: {methods}.',
        expected: 'One only: the Authorization: Basic header, client_secret in the body, or client_assertion.',
        remedy:
          'Choose one method in the library (client_secret_basic, client_secret_post, private_key_jwt or tls_client_auth), and look for what adds the other by hand.',
      },
      'client-id': {
        finding: 'The request comes from another client ({actual}) than the one that the code or token was given to.',
        expected: '{expected}, everywhere in the request and as in the request before it.',
        remedy: "Read the client_id from one configuration for all requests: the sandbox's and production's differ.",
      },
      'basic-form': {
        finding: 'The Authorization header is not a readable Basic.',
        expected: 'Basic, then in base64: client_id, colon, secret.',
        remedy:
          'Encode the whole string client_id:client_secret in base64, without line breaks; many libraries do it by themselves.',
      },
      'basic-encoding': {
        finding: 'The identifier or the secret of the Basic header contains signs that are not encoded.',
        expected: 'Each encoded as a value of a form (/ is written %2F, = is written %3D), before base64.',
        remedy:
          'Encode client_id and client_secret separately (encodeURIComponent, URLEncoder, urlencode), join them with a colon, then encode it all in base64: a secret with + or % in it would otherwise be misread.',
      },
      'browser-secret': {
        finding: "The software's secret stands in a request that the browser made.",
        expected: 'A request of the server to Pro Santé Connect; the browser does not know the secret.',
        remedy:
          'Exchange the code on the server, take the secret out of the code sent to the browser, then ask for a new one: every user knows the old one.',
      },
      'example-secret': {
        finding: 'The secret is empty, or an example value ({length} characters).',
        expected: 'The secret received from the ANS for this platform, or none with a client certificate.',
        remedy:
          'Put the secret received into a vault or an environment variable of the server, and check that it is read; with a client certificate, send client_id alone.',
      },
      'trust-space': {
        finding: 'The product is of the Espace de confiance, but it authenticates with a secret.',
        expected: 'A client certificate (mTLS), without a secret.',
        remedy:
          "Ask the ANS for tls_client_auth for this client, present the client certificate with each of the server's requests and send client_id alone.",
      },
      secret: {
        finding: 'The client authenticates with a secret.',
        expected: 'Admitted outside the Espace de confiance; the client certificate (mTLS) is preferred (EXI PSC 24).',
        remedy:
          'Plan the move to a client certificate. If the product is of the Espace de confiance, it is compulsory there.',
      },
    },
  },
  'psc/token-exposure': {
    title: "Tokens and secrets out of the browser's reach",
    what: "The tokens of Pro Santé Connect, the client's secret and the code_verifier are neither in a URL, nor in a Referer, nor in a page, response or cookie of the software, nor sent to another host. The ID token that goes with the logout (id_token_hint) and the code of the return go through the browser: that is normal.",
    why: 'A token is worth the identity of the professional as long as it is valid: in a URL it stays in logs and history, in a page it is within reach of any script.',
    rules: {
      'token-in-url': {
        finding: 'A token of Pro Santé Connect stands in a URL ({host}).',
        expected: 'The token in the Authorization header, or in the body of a request between servers.',
        remedy:
          "Keep the token in the server's session and give the browser a session cookie only; to UserInfo, send it in the header Authorization: Bearer.",
      },
      'id-token-in-url': {
        finding: 'An ID token stands in a URL ({host}) other than that of the logout.',
        expected: 'An ID token in the logout URL of Pro Santé Connect only, under the name id_token_hint.',
        remedy: 'Keep the ID token on the server; to tell a page who is logged in, give it a session.',
      },
      'secret-in-url': {
        finding: "The client's secret stands in a URL ({host}).",
        expected: 'The secret on the server only.',
        remedy: 'Take the secret out of the URL, then ask for a new one: this one already is in the logs.',
      },
      'verifier-in-url': {
        finding: 'The code_verifier stands in a URL ({host}).',
        expected: 'The code_verifier in the body of the token request, and there only.',
        remedy:
          "Keep the code_verifier in the server's session; if several servers take turns, have them share the session.",
      },
      'in-referer': {
        finding: 'The Referer header of a request to {host} contains a secret ({name}).',
        expected: 'A Referer without token or secret.',
        remedy:
          "Take the token out of the page's URL, and answer with Referrer-Policy: no-referrer on the pages of the return from login.",
      },
      'token-to-browser': {
        finding: 'The software ({host}) gives the browser a token of Pro Santé Connect ({name}).',
        expected: "No token of Pro Santé Connect in what the browser receives: a session of the software's own.",
        remedy:
          'Keep the tokens on the server, call UserInfo and the APIs from there, and give the page only what it shows.',
      },
      'id-token-to-browser': {
        finding: 'The software ({host}) gives the browser the ID token of Pro Santé Connect.',
        expected: 'The ID token kept on the server, except in the logout URL (id_token_hint).',
        remedy: 'Read the identity on the server and give the page only what it shows of it.',
      },
      'secret-to-browser': {
        finding: "The software ({host}) gives the browser the client's secret.",
        expected: 'The secret on the server only.',
        remedy:
          'Take the secret out of the configuration sent to the page, exchange the code on the server, then ask for a new secret.',
      },
      'token-in-cookie': {
        finding: 'A cookie of the software ({host}) is the token of Pro Santé Connect itself ({name}).',
        expected: 'An application cookie of limited life, which says nothing by itself.',
        remedy:
          'Put a session identifier drawn at random into the cookie (Secure, HttpOnly, SameSite) and keep the tokens on the server, filed under that identifier.',
      },
      'browser-token-request': {
        finding: 'The token request is made by the browser: the tokens are given to it.',
        expected: "A token request made by the software's server.",
        remedy: "Send the code to the software's server, which exchanges it and opens a session.",
      },
      'sent-elsewhere': {
        finding:
          'A secret of the session ({name}) is sent to {host}, which is neither Pro Santé Connect nor the software.',
        expected:
          'The token sent to Pro Santé Connect, or to the authorization server of an API to be exchanged there.',
        remedy:
          'Take the token out of what goes to that host (analytics, error log, third-party service). If it is an API Pro Santé Connectée, first exchange the token at its authorization server.',
      },
    },
  },
};
