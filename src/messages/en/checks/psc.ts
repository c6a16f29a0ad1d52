import type { psc as french } from '../../fr/checks/psc.js';
import type { SameKeys } from '../../same-keys.js';
import { pscCiba } from './psc-ciba.js';
import { pscSession } from './psc-session.js';

export const psc: SameKeys<typeof french> = {
  'psc/authorization-request': {
    title: 'Authorization request sent to Pro Santé Connect',
    what: 'Each authorization request goes by https to one platform of Pro Santé Connect only, asks for a code (response_type=code) with the scopes openid and scope_all, names the client and its return address, and carries a state and a nonce that serve once.',
    why: 'It is the first request of the login: a wrong value here makes authentication fail, or lets it succeed without the protections against session theft.',
    rules: {
      https: {
        finding: 'The authorization request goes by {actual}, not https.',
        expected:
          'https://wallet.bas.psc.esante.gouv.fr/auth (sandbox) or https://wallet.esw.esante.gouv.fr/auth (production).',
        remedy:
          "Take authorization_endpoint from Pro Santé Connect's discovery document instead of writing the address by hand.",
      },
      'response-type': {
        finding: 'The request lacks response_type=code: it does not follow the code flow.',
        expected: 'response_type=code, alone.',
        remedy:
          'Choose "authorization code flow" in the OpenID Connect library; the implicit and hybrid flows pass tokens through the browser.',
      },
      'client-id': {
        finding: 'The request does not name the client: client_id is absent or empty.',
        expected: 'client_id with the identifier that the ANS gave when the service was registered.',
        remedy:
          "Put the client identifier of the platform in use into the configuration: the sandbox's and production's differ.",
      },
      'scope-openid': {
        finding: 'The scopes asked for lack openid.',
        expected: 'scope=openid scope_all.',
        remedy:
          'Add openid to the list of scopes: without it the request is not OpenID Connect and no ID token is returned.',
      },
      'scope-all': {
        finding: 'The scopes asked for lack scope_all.',
        expected: 'scope=openid scope_all.',
        remedy:
          'Add scope_all: without it UserInfo gives neither profession, nor place of practice, nor sector of activity.',
      },
      'redirect-uri': {
        finding: 'The return address (redirect_uri) is absent or not https.',
        expected: 'An https address, written exactly as it is declared to Pro Santé Connect.',
        remedy:
          'Serve the return page by https, declare it to Pro Santé Connect and send the same string, character for character.',
      },
      'native-redirect-uri': {
        finding: 'The return address {actual} is that of an application installed on the workstation.',
        expected:
          "https; a local address or a scheme of the application's own is accepted only for a desktop client that opens the workstation's browser.",
        remedy:
          "If the software does open the workstation's browser, declare psc-mode: external-browser for this capture in segur.yaml; otherwise move to an https address.",
      },
      environment: {
        finding: 'One capture mixes both platforms: {first}, then {other}.',
        expected: 'Sandbox (…bas.psc.esante.gouv.fr) or production (…esw.esante.gouv.fr), from beginning to end.',
        remedy:
          'Take all addresses from the discovery document of one platform; look for the one that is still hard-coded.',
      },
      'no-state': {
        finding: 'The request has no state.',
        expected: "An unpredictable state, drawn for this request and kept in the user's session.",
        remedy:
          "Draw at least 128 random bits, send them as state and refuse any return that does not bring them back: this is what prevents pushing someone into another one's session.",
      },
      'state-reused': {
        finding: 'Two requests carry the same state (length {length}).',
        expected: 'A new state for each request.',
        remedy:
          'Draw the state when the button is clicked and forget it on return, rather than keeping it in the configuration or for the whole session.',
      },
      'no-nonce': {
        finding: 'The request has no nonce.',
        expected: 'An unpredictable nonce, which the ID token will bring back.',
        remedy:
          "Draw a nonce for each request and compare it with the ID token's: a token stolen elsewhere can then not be replayed.",
      },
      'nonce-reused': {
        finding: 'Two requests carry the same nonce (length {length}).',
        expected: 'A new nonce for each request.',
        remedy:
          'Draw the nonce when the button is clicked; once repeated it no longer protects against replay of an ID token.',
      },
      pkce: {
        finding: 'The request does not use PKCE with S256.',
        expected:
          'code_challenge and code_challenge_method=S256 (advice: Pro Santé Connect supports it; no text that we read asks for it).',
        remedy: 'Turn PKCE on in the OpenID Connect library: nobody else can then exchange an intercepted code.',
      },
    },
  },
  'psc/callback': {
    title: 'Return from Pro Santé Connect to the software',
    what: 'The browser comes back to the return address with a code and with the state of the request, unchanged. A return that carries error= does not count as a login.',
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
    what: 'The token request is a POST of a form with grant_type=authorization_code, the code received and the same return address; no client_secret stands in a URL; the response gives access_token, id_token and token_type=Bearer.',
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
