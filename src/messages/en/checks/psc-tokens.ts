import type { pscTokens as french } from '../../fr/checks/psc-tokens.js';
import type { SameKeys } from '../../same-keys.js';
import { pscTokenRules } from './psc-token-rules.js';

/** Texts of the checks on the tokens. */
export const pscTokens: SameKeys<typeof french> = {
  'psc/token-signature': {
    title: 'Signature of the tokens of Pro Santé Connect',
    what: 'Each ID token, each access token that is a JWT and each signed userinfo answer is verified with the public keys (JWKS) of the platform, taken from the capture or from a file: key named by kid, made for signatures, of at least 2048 bits, and right signature. Without these keys, or with those of another moment, the proof is missing.',
    why: 'A token binds Pro Santé Connect by its signature alone: without it, anyone can write the name of a professional.',
    rules: {
      'false-signature': {
        finding: 'The signature of {token} does not match the published key that the token names.',
        expected: 'A signature that the public key of Pro Santé Connect verifies.',
        remedy:
          'Refuse this token in the software: it was altered, or signed by someone else. If the capture was retouched or the token cut to protect it, give the original, with a token of the sandbox; segur-check redact masks without distorting.',
      },
      'unknown-key': {
        finding:
          '{token} is signed with a key that Pro Santé Connect did not publish at the time of the capture (kid).',
        expected: 'A kid that is in the answer of …/protocol/openid-connect/certs.',
        remedy:
          'Refuse the token when its key is still unknown after the published keys were read again. Check that keys and tokens are of the same platform.',
      },
      'unsuitable-key': {
        finding:
          'The key that {token} names is not made to verify a signature with {actual} (kty, crv, use, alg or key_ops), or cannot be read.',
        expected: 'A key published for that algorithm, with use=sig.',
        remedy:
          'Restrict the JWT library to RS256 and to the signature keys of the JWKS; never let the header of the token alone choose the algorithm.',
      },
      'weak-key': {
        finding: 'The key that signed {token} is an RSA key of less than 2048 bits.',
        expected: '2048 bits at least.',
        remedy:
          'Refuse such keys in the JWT library, and check where the JWKS comes from: those of Pro Santé Connect are longer.',
      },
      unsigned: {
        finding: 'The {token} answer is a JWT that no key of the platform signed (alg is absent, none or HS…).',
        expected: 'alg=RS256, or an answer in plain JSON.',
        remedy:
          'Refuse this answer in the software: accept RS256 only, with the keys that Pro Santé Connect publishes.',
      },
    },
  },
  'psc/access-token': {
    title: 'Access token of Pro Santé Connect',
    what: 'Each access token that is a JWT is of the platform that was asked, for this client, signed with RS256, of short life, still in time when received and when used, of level eidas1, eidas2 or eidas3, and names one professional. An opaque access token is not judged.',
    why: 'This token opens the identity and the health services in the name of the professional: out of time, of another service or of another platform, it must have no effect.',
    rules: {
      unsigned: {
        finding: 'The access token is not signed with a key of the platform (alg is absent, none or HS…).',
        expected: 'alg=RS256.',
        remedy:
          'Never forward nor accept such a token: Pro Santé Connect signs its own with RS256. If the capture was retouched, give the original one.',
      },
      algorithm: {
        finding: 'The access token is signed with {actual}.',
        expected: 'RS256, the only algorithm observed at Pro Santé Connect.',
        remedy: 'Check in the discovery document that the platform uses it, and that the token does come from it.',
      },
      issuer: {
        finding: 'The issuer (iss) of the access token is not that of the platform that was asked.',
        expected: '{issuer}.',
        remedy:
          'Use the endpoints of one platform only, those of its discovery document: sandbox and production each have their own tokens.',
      },
      expired: {
        finding: 'The access token was already out of time when it was received.',
        expected: 'exp after the moment of the capture, give or take five minutes for the difference of clocks.',
        remedy: "Keep no token from one session to the next, and set the server's clock.",
      },
      acr: {
        finding: 'The authentication level (acr) of the access token is not an eidas level.',
        expected: 'eidas1, eidas2 or eidas3.',
        remedy:
          'Ask for acr_values=eidas1, and accept all three levels in return: the card gives eidas2 or eidas3 depending on the platform.',
      },
      'authorized-party': {
        finding:
          'The access token names by azp another client than the one that asked for it, or names none though it has several audiences.',
        expected: 'azp equal to the client_id of the software.',
        remedy:
          'Check the configured client_id; on reception compare azp with the client_id and refuse the token if they differ: it was issued for another service.',
      },
      'issued-later': {
        finding: 'The access token was issued (iat) after the moment at which the capture shows it received.',
        expected: 'iat before the reception, give or take five minutes for the difference of clocks.',
        remedy:
          'Set the clock of the workstation and of the server by NTP. If the capture was put together by hand, keep the original times.',
      },
      lifetime: {
        finding: 'The access token is valid for {seconds} seconds (exp − iat).',
        expected: '{longest} seconds at most: Pro Santé Connect gives its tokens for about two minutes.',
        remedy:
          'Check that the token does come from Pro Santé Connect and not from a relay that issues it again; a session lasts by being renewed with the refresh_token.',
      },
      'authentication-time': {
        finding:
          'The access token says that the user authenticated (auth_time) {seconds} seconds after the token was issued.',
        expected: 'auth_time no later than iat.',
        remedy: 'Check that the token is the one that Pro Santé Connect issued, not rewritten by a relay.',
      },
      'token-kind': {
        finding: 'A token of type {actual} (typ) stands in place of the access token.',
        expected: 'typ={kind}.',
        remedy:
          'Read each token from its own member of the response: id_token to know who is there, access_token to call, refresh_token to renew. Never use one for another.',
      },
      ...pscTokenRules,
      'claim-missing': {
        finding: 'The access token has no {claim}.',
        expected: 'sub, iat and exp present, as in the tokens of Pro Santé Connect.',
        remedy: 'Check that the token comes from Pro Santé Connect, and that no relay rewrites it.',
      },
      'used-late': {
        finding:
          'The access token is presented to userinfo {seconds} seconds after its end of validity, and no renewal follows.',
        expected: 'An access token in its time of validity, or a renewal after a refusal with 401.',
        remedy:
          'Before the expiry, or as soon as Pro Santé Connect answers 401, ask for a new token with grant_type=refresh_token, then make the call again.',
      },
    },
  },
};
