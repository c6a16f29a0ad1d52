import type { pscCiba as french } from '../../fr/checks/psc-ciba.js';
import type { SameKeys } from '../../same-keys.js';

/** Texts of the check on a login without browser. */
export const pscCiba: SameKeys<typeof french> = {
  'psc/ciba-request': {
    title: 'Login by CIBA, without a browser',
    what: "The CIBA request has the scopes openid and scope_all, the professional's national identifier and a message of two digits; the software then polls the platform with the auth_req_id received, at the pace it sets, until it gets that professional's tokens or a refusal.",
    why: 'Users compare the two digits on their screen with those on their e-CPS: this is what makes them refuse a request that is not theirs.',
    rules: {
      method: {
        finding: 'The CIBA request is sent with {actual}.',
        expected: 'A POST request, with its parameters in an application/x-www-form-urlencoded body.',
        remedy: "Use POST: in an address, the professional's identifier would stay in logs.",
      },
      form: {
        finding: 'The parameters of the CIBA request are not in the body of a form ({actual}).',
        expected: 'Every parameter in an application/x-www-form-urlencoded body, none in the address.',
        remedy:
          'Write name=value pairs separated by & in the body, with this Content-Type header: no JSON, no address, where the professional’s identifier would stay in logs.',
      },
      scope: {
        finding: 'The scopes of the CIBA request lack openid.',
        expected: 'scope=openid scope_all.',
        remedy: 'Add openid to the list of scopes of the CIBA request.',
      },
      'scope-all': {
        finding: 'The scopes of the CIBA request lack scope_all.',
        expected: 'scope=openid scope_all.',
        remedy: 'Add scope_all: without it UserInfo gives neither profession nor place of practice.',
      },
      'no-login-hint': {
        finding: 'The CIBA request does not say who logs in: login_hint is missing.',
        expected: "login_hint with the professional's national identifier.",
        remedy: 'Ask users for their identifier, or read it from their card, and send it as login_hint.',
      },
      'login-hint': {
        finding: 'The login_hint looks like an RPPS number but lacks its form ({length} characters).',
        expected: 'For an RPPS number: 8 followed by the eleven digits, twelve digits in all.',
        remedy: 'Put 8, the type of identifier, before the eleven digits of the RPPS number.',
      },
      'login-hint-form': {
        finding:
          'The login_hint begins with {type} but lacks the form of identifiers of this type ({length} characters).',
        expected:
          "0 and the ADELI number; 3 and the FINESS, 4 and the SIREN, 5 and the SIRET, 6 and the practice's RPPS number, followed by / and the internal number; 8 and the RPPS number.",
        remedy: "Send the professional's complete national identifier, not that of the structure alone.",
      },
      'binding-message': {
        finding: 'The binding_message is not made of two digits.',
        expected: 'Two digits, from 00 to 99, which the software shows too.',
        remedy:
          'Draw two digits for each request, show them to the user and send them as they are, leading zero included.',
      },
      'same-message': {
        finding: 'The {count} CIBA requests accepted all carry the same two digits.',
        expected: 'Two digits drawn for each request.',
        remedy:
          "Check that the binding_message is no constant: users could no longer tell their own request from another's.",
      },
      ping: {
        finding: 'The request sends client_notification_token, as if to be notified (Ping mode).',
        expected: 'No client_notification_token: Pro Santé Connect only offers Poll mode.',
        remedy: 'Remove this parameter and poll the token endpoint: no notification will come.',
      },
      environment: {
        finding: 'One capture mixes both platforms: {first}, then {other}.',
        expected: 'Sandbox (…bas.psc.esante.gouv.fr) or production (…esw.esante.gouv.fr), from beginning to end.',
        remedy:
          'Take all addresses from the discovery document of one platform; look for the one that is still hard-coded.',
      },
      'auth-req-id': {
        finding: 'The poll does not send the auth_req_id that Pro Santé Connect gave.',
        expected: 'The auth_req_id of the response to the CIBA request.',
        remedy: 'Keep the auth_req_id of the response and send it unchanged with each poll.',
      },
      polling: {
        finding: 'Two polls follow each other after {seconds} s although Pro Santé Connect asks for {interval} s.',
        expected: 'At least {interval} s between two polls.',
        remedy: "Wait for the response's interval (5 s if it gives none), and lengthen it by 5 s on a slow_down error.",
      },
      'vain-poll': {
        finding: 'The software goes on polling a request that has ended ({reason}).',
        expected: 'No more polls after the tokens, access_denied, expired_token, or the time expires_in.',
        remedy:
          'Stop the loop on any answer but authorization_pending and slow_down, and at the end of expires_in; then offer a new request.',
      },
      'other-user': {
        finding:
          'The ID token received names another professional than the login_hint ({length} characters) of the request.',
        expected: 'preferred_username, SubjectNameID or one of otherIds equal to the login_hint.',
        remedy: 'Compare the two and refuse the login otherwise: answers may have been swapped between two users.',
      },
      'no-success': {
        finding: 'No CIBA login of the capture succeeds; last answer: {actual}.',
        expected: 'A poll that Pro Santé Connect answers with the tokens.',
        remedy:
          'access_denied: the user refused. expired_token: they did not answer in time. unknown_user_id: the login_hint is that of no known professional. unauthorized_client: CIBA is not activated for this service; ask the ANS.',
      },
    },
  },
};
