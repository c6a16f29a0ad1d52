import type { pscTrace as french } from '../../fr/checks/psc-trace.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the checks on the exchange as a whole and its platform. */
export const pscTrace: SameKeys<typeof french> = {
  'psc/session-trace': {
    title: 'Sequence of the Pro Santé Connect session',
    what: 'The captures show the whole login in order: authorization request, return, exchange of the code (or CIBA request and polls), then calls with the token received, up to the logout. Each code serves once, each call carries a token already received, and no token serves after the logout. A step that is not there is missing evidence.',
    why: 'A code or a token used out of its place betrays a session mixed with another: access would be given, or logged, under the name of another professional.',
    rules: {
      'early-token-request': {
        finding: 'In the same capture, the code is exchanged before the return that brings it.',
        expected: "The token request after the user's return to the software.",
        remedy:
          'Check the clocks and how the capture was put together: each recording must stay in its own file, declared under artifacts in segur.yaml, with order if needed.',
      },
      'early-call': {
        finding: 'A call to {host} carries a token that Pro Santé Connect gives only further on in the same capture.',
        expected: 'The call after the answer that gives the token.',
        remedy:
          'Check that the software does not use a token kept from another session, and that the capture was not put together out of order.',
      },
      'foreign-token': {
        finding:
          'The call to userinfo carries a token that no answer of the platform gave in these files, and the token received at login is not used.',
        expected: 'Authorization: Bearer followed by the access_token of the answer to the token request.',
        remedy:
          'Send the access_token of the current session, not the ID token nor a token kept from before. If the captures come from two sessions, make them again together.',
      },
      'call-after-logout': {
        finding: 'After the logout, {count} call(s) still carry a token of the closed session (the first to {host}).',
        expected: 'No call with the tokens of the session once the logout was asked for.',
        remedy:
          'At logout, delete the tokens on the server before calling end_session_endpoint, and stop the background tasks that use them.',
      },
    },
  },
  'psc/environment': {
    title: 'One Pro Santé Connect platform',
    what: 'Captures, tokens and discovery documents are of one platform, sandbox or production: servers called, issuers, published addresses. The addresses called are those that the platform publishes, over https. A dossier of production shows production.',
    why: 'Software that mixes platforms accepts in production test identities, which anyone can obtain.',
    rules: {
      mixed: {
        finding: 'The capture addresses two platforms: {first} first, then {other}.',
        expected: 'One platform from start to end.',
        remedy:
          'Take every address from the discovery document of one platform, instead of configuring them one by one.',
      },
      https: {
        finding: 'The request to {host} leaves unencrypted ({actual}).',
        expected: 'https, for every request to Pro Santé Connect.',
        remedy:
          'Replace http:// by https:// in the configured address, or read it from the discovery document: in clear, codes, tokens and secrets can be read on the way.',
      },
      'other-platform': {
        finding: 'This file comes from another platform ({actual}) than the other files of the session ({first}).',
        expected: 'Files of one session, on one platform.',
        remedy:
          'If the software really calls both, mend its configuration. Else export again all the files of one session, or take out the one that is not of it.',
      },
      'not-production': {
        finding: 'The dossier is of production, and this file comes from the sandbox ({actual}).',
        expected: 'auth.esw.esante.gouv.fr and wallet.esw.esante.gouv.fr.',
        remedy:
          'Make the capture again on production; if the demonstration is made on the sandbox, write environment: test in segur.yaml.',
      },
      'old-sandbox': {
        finding: '{actual} is the former server of the sandbox, in use until 2022.',
        expected: 'auth.bas.psc.esante.gouv.fr and wallet.bas.psc.esante.gouv.fr.',
        remedy: 'Replace its addresses with those of the current discovery document, and make the capture again.',
      },
      'unknown-host': {
        finding: '{actual} receives a request of the Pro Santé Connect protocol and is none of its known servers.',
        expected:
          'The servers auth and wallet of bas.psc.esante.gouv.fr or of esw.esante.gouv.fr, or those named by the discovery document given.',
        remedy:
          'Check the address letter by letter in the configuration: a name that looks alike may belong to someone else. If the ANS published this server, add the discovery document that names it.',
      },
      discovery: {
        finding:
          'In the discovery document, {name} is not an https address of the platform that publishes it: {actual}.',
        expected: 'An https address of the same platform as the issuer.',
        remedy:
          'Read the document at the address of the platform (…/.well-known/wallet-openid-configuration) instead of keeping a modified copy.',
      },
      undiscovered: {
        finding: 'The software calls {actual}, which is not the address {name} of the discovery document.',
        expected: 'The address that the platform publishes.',
        remedy:
          'Configure the software from the discovery document: an address written in the code stops answering when the platform changes it.',
      },
      'test-identity': {
        finding: 'A test identity (8997…, or origin EDIT, in {name}) is logged in to production.',
        expected: 'The identity of a real professional.',
        remedy:
          'Check that the capture does come from production: test cards do not log in there. A capture put together from two platforms is no evidence.',
      },
    },
  },
};
