import type { pscApi as french } from '../../fr/checks/psc-api.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the checks on the calls of API with the token. */
export const pscApi: SameKeys<typeof french> = {
  'psc/token-exchange': {
    title: 'Exchange of the Pro Santé Connect token for an API token',
    what: 'Each exchange (RFC 8693) with the authorization server of a data provider is a form POST over https, which presents the access token of the Pro Santé Connect session while still valid, its type and the business scopes asked for, without any secret; the answer gives an API token of type Bearer. A capture does not show the client certificate: nothing is said of it.',
    why: 'Through this exchange the identity of the professional logged in reaches INSi, the DMP or the electronic prescription: the Pro Santé Connect token lives two minutes only and is not meant for their calls.',
    rules: {
      form: {
        finding: 'The exchange is not a form POST ({actual}).',
        expected: 'POST, Content-Type: application/x-www-form-urlencoded, every parameter in the body.',
        remedy:
          'Send grant_type, subject_token, subject_token_type and scope in a form body: neither JSON nor parameters in the URL, which logs keep.',
      },
      transport: {
        finding: 'The exchange goes over {actual}.',
        expected: 'https with TLS 1.2 at least, TLS 1.3 preferably.',
        remedy: 'Call the authorization server over https, and remove TLS 1.0, TLS 1.1 and SSL from the client.',
      },
      'subject-token': {
        finding: 'What the exchange presents (subject_token) is not the access token of Pro Santé Connect.',
        expected: 'subject_token with the access_token of the latest answer of Pro Santé Connect.',
        remedy:
          'Take the access_token member of the answer: the ID token is meant for the software, and the refresh token must go to Pro Santé Connect only.',
      },
      'subject-expired': {
        finding: 'The Pro Santé Connect token was out of time when exchanged, and no exchange succeeded afterwards.',
        expected: 'An access token less than two minutes old.',
        remedy:
          'Before an exchange, or when it is refused for that reason, renew the token with the refresh token (valid for 30 minutes), then exchange the new one.',
      },
      'subject-reused': {
        finding: 'The same Pro Santé Connect token was exchanged twice with the same server, for the same scopes.',
        expected: 'One exchange only for a service and a Pro Santé Connect token.',
        remedy:
          'Keep the API token on the server until it expires and use it for every call, instead of exchanging again at each one.',
      },
      'subject-token-type': {
        finding: 'The type of the token presented (subject_token_type) is not accepted: "{actual}".',
        expected: 'urn:ietf:params:oauth:token-type:access_token, or urn:ietf:params:oauth:token-type:jwt.',
        remedy: 'Write one of these two values, without spaces around.',
      },
      scope: {
        finding: 'The exchange asks for no scope (scope is absent or empty).',
        expected: 'scope with the business scopes that the provider of the API defines.',
        remedy:
          'Add scope: the volet makes it mandatory, whereas RFC 8693 leaves it optional. The sample Proxy e-Santé that the ANS publishes sends none: do not follow it on this point.',
      },
      actor: {
        finding: 'The exchange has {actual} only: actor_token and actor_token_type go together.',
        expected: 'Both parameters, or neither.',
        remedy:
          'If the API expects the identity of the software or the place of practice, send actor_token with its type; if not, send neither.',
      },
      secret: {
        finding: 'The exchange sends a client secret, in the form or as Basic authentication.',
        expected: "The organisation's client certificate (mTLS), alone.",
        remedy:
          'Remove client_secret and the Basic header: for an API of this kind the IGC Santé ORG AUTH_CLI certificate authenticates the client, and the server derives the client_id from it.',
      },
      refused: {
        finding: 'The authorization server refuses the exchange ({actual}), and none succeeded afterwards.',
        expected: 'An answer of success, after renewing the token if need be.',
        remedy:
          'Read the error code: invalid_client is about the certificate or its registration, invalid_scope about the scopes asked for, invalid_grant or invalid_request about the token presented.',
      },
      answer: {
        finding: 'The answer of the exchange lacks: {missing}.',
        expected: 'access_token, issued_token_type and token_type=Bearer (RFC 8693 §2.2.1).',
        remedy:
          'The software is not the cause: tell the provider of the API what its authorization server leaves out, and do not rely on that member.',
      },
      lifetime: {
        finding: 'The API token is valid for {actual} seconds, more than four hours.',
        expected: 'One to four hours (3,600 to 14,400 seconds).',
        remedy:
          'The provider of the API chooses this duration: tell them, and forget the token as soon as the professional logs out.',
      },
      cached: {
        finding: 'The answer of the exchange does not forbid being cached (Cache-Control: "{actual}").',
        expected: 'Cache-Control with no-store.',
        remedy: "Tell the provider of the API, and make sure that the software's HTTP client caches nothing.",
      },
    },
  },
  'psc/api-token': {
    title: 'API token received in exchange',
    what: "When the API token is a JWT, or its introspection was captured: it names the professional of the session, tells its issuer, its audience, its dates and its scopes, is still valid when received, and is bound to the client's certificate (cnf, x5t#S256). Its signature is not judged. An opaque token is right: nothing is said of it.",
    why: "A token that names someone else makes the professional act under another's identity; a token bound to no certificate serves whoever steals it.",
    rules: {
      unsigned: {
        finding: 'The API token is not signed (alg is absent or none).',
        expected: 'A JWT signed by the authorization server, or an opaque token.',
        remedy: 'Tell the provider of the API that anyone can forge this token.',
      },
      claims: {
        finding: 'The API token lacks: {missing}.',
        expected: 'iss, sub, aud, exp, iat and scope.',
        remedy:
          'The authorization server composes this token: tell whoever runs it. If scope or aud is missing, also check that the exchange asks for them.',
      },
      audience: {
        finding: 'The audience (aud) of the API token is neither a string nor a list of strings, or it is empty.',
        expected: 'aud with the identifier of a service, or a list.',
        remedy: 'Tell whoever runs the authorization server.',
      },
      user: {
        finding: 'The API token names someone else than the person of the Pro Santé Connect session.',
        expected: 'The national identifier of the person logged in.',
        remedy:
          'Look for sessions mixed up in the server or the proxy: each API token must be kept with the session that it comes from, never shared between users.',
      },
      sub: {
        finding: "The subject (sub) of the API token is not the professional's national identifier.",
        expected: 'sub with the national identifier, e.g. 8 followed by the RPPS number.',
        remedy:
          'The authorization server chooses this value. When the national identifier stands in another claim, that one was compared with the session.',
      },
      expired: {
        finding: 'The API token was already out of time when received (exp: {actual}).',
        expected: 'exp after the instant of the capture, within five minutes.',
        remedy: "Set the server's clock, or tell the provider of the API.",
      },
      'no-confirmation': {
        finding: 'The API token is bound to no certificate: cnf and x5t#S256 are missing.',
        expected: 'cnf with x5t#S256, the SHA-256 thumbprint of the TLS client certificate.',
        remedy:
          'Present the client certificate (mTLS) when exchanging the token. If it was, tell the provider of the API that the volet makes cnf mandatory. A Pro Santé Connect token has none.',
      },
      'malformed-confirmation': {
        finding: 'The thumbprint of the certificate (x5t#S256, {actual} characters) is not that of a SHA-256.',
        expected: '43 characters of base64url (RFC 8705), that is 32 bytes.',
        remedy:
          'Compute the SHA-256 of the certificate in DER, then write it in base64url without padding. Neither PEM, nor hexadecimal, nor SHA-1.',
      },
      'hex-confirmation': {
        finding:
          'The thumbprint of the certificate (x5t#S256) is base64 of the hexadecimal text of the SHA-256, not of its 32 bytes.',
        expected: '43 characters, base64url of the 32 bytes (RFC 8705 §3.1).',
        remedy:
          "The ANS's samples write it so: accept it when reading. Whoever verifies the binding must compare under both forms; whoever makes the token must follow the RFC.",
      },
      'padded-confirmation': {
        finding: 'The thumbprint of the certificate (x5t#S256) is in plain base64, or padded (=).',
        expected: '43 characters of base64url, without padding (RFC 8705 §3.1).',
        remedy: 'Write - and _ instead of + and /, and remove the final =.',
      },
    },
  },
  'psc/api-call': {
    title: 'API calls with the token got in exchange',
    what: 'Each call of an API for which a token was exchanged carries it, still valid, in a single Authorization: Bearer header, over https with TLS 1.2 at least; a SOAP call with a VIHF carries both. A refusal followed by a renewal is accepted.',
    why: 'The API knows the professional by this token: absent, out of time or replaced by another, the call leaves without an identity, or under one that it cannot verify.',
    rules: {
      transport: {
        finding: 'The call of the API goes over {actual}.',
        expected: 'https with TLS 1.2 at least, TLS 1.3 preferably.',
        remedy: 'Call the API over https, and remove TLS 1.0, TLS 1.1 and SSL from the client.',
      },
      'psc-token': {
        finding: 'The call to {host} carries the Pro Santé Connect token instead of the one exchanged for this API.',
        expected: 'Authorization: Bearer with the access_token that the exchange gave.',
        remedy:
          'Keep the two tokens apart: that of Pro Santé Connect serves for the exchange only, that of the authorization server for every call of the API.',
      },
      'no-token': {
        finding: 'The SOAP call to {host} carries an assertion (VIHF) but no token.',
        expected: 'The VIHF in the envelope, and Authorization: Bearer with the API token in the HTTP header.',
        remedy: 'Add the Authorization header to the HTTP request that carries the envelope, and keep the VIHF.',
      },
      'in-url': {
        finding: 'The API token stands in the URL of the call.',
        expected: 'Authorization: Bearer, nothing in the URL.',
        remedy: 'Send the token in the header: URLs remain in logs, histories and proxies.',
      },
      scheme: {
        finding: 'The Authorization header of the call carries the token without the word Bearer.',
        expected: 'Authorization: Bearer, a space, then the token.',
        remedy:
          'Write Bearer and a space before the token: without this word, an API that follows the standard sees no token.',
      },
      'header-twice': {
        finding: 'The call has {actual} Authorization headers.',
        expected: 'One only, Authorization: Bearer.',
        remedy: 'Check that the HTTP client does not add the token twice, or Basic authentication beside.',
      },
      expired: {
        finding: 'The API token was out of time when the call was made, and no call succeeded afterwards with another.',
        expected: 'A token still valid, renewed before it expires or at the first refusal (401).',
        remedy:
          'Note expires_in when receiving it, and before it expires renew the Pro Santé Connect token, then exchange it again.',
      },
      refused: {
        finding: 'The API refuses the token got in exchange ({actual}), and the call did not succeed afterwards.',
        expected: 'An answer of success, with a new token if need be.',
        remedy:
          'Check that the client certificate of the call is that of the exchange (cnf), that the scope asked for covers this resource, and on a 401 exchange again once.',
      },
    },
  },
};
