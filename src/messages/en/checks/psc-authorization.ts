import type { pscAuthorization as french } from '../../fr/checks/psc-authorization.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the check on authorization requests. */
export const pscAuthorization: SameKeys<typeof french> = {
  'psc/authorization-request': {
    title: 'Authorization request sent to Pro Santé Connect',
    what: 'Each authorization request goes by https to one platform of Pro Santé Connect only, asks for a code (response_type=code) with the scopes openid and scope_all, names the client and its return address, and carries a state and a nonce that nobody can guess and that serve once; PKCE, when used, is used with S256.',
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
      'redirect-fragment': {
        finding: 'The return address (redirect_uri) has a fragment (# and what follows).',
        expected: 'An address without a fragment.',
        remedy:
          'Take the # out of the address, here and in the one declared to Pro Santé Connect; a single-page application receives the code at an ordinary address, then adds what it wants to it.',
      },
      'redirect-pattern': {
        finding: 'The return address {actual} contains a star (*).',
        expected: 'The whole address, compared character by character with the one declared.',
        remedy:
          'Declare each return address to Pro Santé Connect and send one of them: a pattern would let the code go to an address that nobody chose.',
      },
      'response-mode': {
        finding: 'The request asks for response_mode={actual}.',
        expected: 'query, the default of the code flow, or form_post.',
        remedy:
          'Drop response_mode, or write form_post: the code then reaches the server without staying in the page or its history.',
      },
      repeated: {
        finding: 'Parameters of the request are given more than once: {names}.',
        expected: 'Each parameter once.',
        remedy:
          'Look for what adds the parameter after the library (an address already completed, a filter, a proxy): nothing tells which of the values the platform takes.',
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
      'weak-state': {
        finding:
          'The state can be guessed: about {bits} bits of chance in its {length} characters (words, dates, counters and constant parts do not count).',
        expected:
          'At least 128 bits drawn at random (advice), for instance 22 characters of base64url or 32 hexadecimal digits.',
        remedy:
          "Draw 16 bytes or more from the system's cryptographic generator (SecureRandom, crypto.randomBytes, random_bytes) and write them in base64url; keep apart what must be found again on return.",
      },
      'weak-nonce': {
        finding:
          'The nonce can be guessed: about {bits} bits of chance in its {length} characters (words, dates, counters and constant parts do not count).',
        expected:
          'At least 128 bits drawn at random (advice), for instance 22 characters of base64url or 32 hexadecimal digits.',
        remedy:
          "Draw 16 bytes or more from the system's cryptographic generator (SecureRandom, crypto.randomBytes, random_bytes) and write them in base64url.",
      },
      pkce: {
        finding: 'The request does not use PKCE.',
        expected:
          'code_challenge and code_challenge_method=S256 (advice: Pro Santé Connect supports it; no text that we read asks for it).',
        remedy: 'Turn PKCE on in the OpenID Connect library: nobody else can then exchange an intercepted code.',
      },
      'pkce-plain': {
        finding: 'PKCE is used with the method {actual}, not S256: the secret goes through the browser.',
        expected: 'code_challenge_method=S256; without this parameter the method is plain.',
        remedy:
          'Choose S256 in the library: the request then carries only the digest of code_verifier, and who reads it cannot exchange the code.',
      },
      'challenge-form': {
        finding: 'The code_challenge does not have the form of an S256 digest ({length} characters).',
        expected: '43 characters of base64url, without =: BASE64URL(SHA256(code_verifier)).',
        remedy:
          'Compute SHA-256 over the characters of code_verifier, then write the 32 bytes (not their hexadecimal writing) in base64url, without padding.',
      },
      'challenge-reused': {
        finding: 'Two requests carry the same code_challenge: their code_verifier is the same.',
        expected: 'A new code_verifier for each request.',
        remedy: 'Draw the code_verifier at the moment of the click and forget it after the exchange of the code.',
      },
      'verifier-shown': {
        finding: 'The authorization request carries code_verifier: PKCE protects nothing any more.',
        expected: 'code_challenge alone; code_verifier is sent with the code only, from server to server.',
        remedy:
          "Take code_verifier out of the request, and keep it in the user's session until the exchange of the code.",
      },
    },
  },
};
