import type { CheckTexts } from '../../check-texts.js';

export const mssConnection = {
  'mss/tls-session': {
    title: 'TLS session with the server of the MSSanté operator',
    what: 'Each TLS session of the log with a mail server (a name in mssante.fr, a port of SMTP or IMAP, a dialogue by SMTP or IMAP in the same log) is in TLS 1.2 at the least, with one of the six suites that are allowed and a group of at least 2048 bits (DH) or 256 bits (ECDH). A handshake that the client breaks off is no fault: it is what is asked of it.',
    why: 'An old version or suite lets others read messages that hold health data.',
    rules: {
      version: {
        finding: 'The session is established in {actual}.',
        expected: "TLS 1.2 at the least with the operator's server.",
        remedy:
          'Set the minimum version of the client to TLS 1.2 (jdk.tls.client.protocols, SslProtocols.Tls12, ssl.TLSVersion.TLSv1_2) and break the connection off below it.',
      },
      'offered-version': {
        finding: 'The client still offers {actual}.',
        expected: 'No version before TLS 1.2 in the Client Hello.',
        remedy: 'Take SSL, TLS 1.0 and TLS 1.1 out of the versions that the client enables.',
      },
      newer: {
        finding: 'The session is established in TLS 1.3.',
        expected:
          'Allowed by MSS/CONF.02; the wave-1 requirement MSS/va1.31 knew TLS 1.2 alone: the auditor reads both together.',
        remedy: 'Nothing to mend; to prove MSS/va1.31, add a session that is established in TLS 1.2.',
      },
      suite: {
        finding: 'The session uses the suite {actual}.',
        expected:
          'ECDHE_RSA with AES_256_GCM_SHA384, AES_128_GCM_SHA256, AES_256_CBC_SHA384 or AES_128_CBC_SHA256, DHE_RSA with AES_256_GCM_SHA384 or AES_128_GCM_SHA256, or a suite of TLS 1.3.',
        remedy:
          'Enable these suites only in the client: the connection fails if the server has none of them, and that is what is asked.',
      },
      'offered-suites': {
        finding: 'The client offers suites that are not in the list ({count}): {actual}.',
        expected: 'The six suites of MSS/CONF.03 alone, and those of TLS 1.3.',
        remedy:
          'Cut the list of the client (setEnabledCipherSuites, ciphers of Python or OpenSSL) down to the six suites; GREASE and SCSV values do not count.',
      },
      group: {
        finding: 'The keys are exchanged with {actual}, {bits} bits.',
        expected: 'At least {wanted} bits (2048 for DH, 256 for ECDH); below, the client refuses the connection.',
        remedy:
          'Disable shorter groups (jdk.tls.disabledAlgorithms, security level 2 of OpenSSL) and break the connection off.',
      },
    },
  },
  'mss/server-certificate': {
    title: 'Certificate presented by the server of the MSSanté operator',
    what: 'At the time of the log, the certificate of the mail server is within its dates, and its issuer bears the name of the authorities of the IGC-Santé, gamme Élémentaire, domaine Organisations (the test branch is accepted in a test environment). A log gives a name only: the chain itself is not verified.',
    why: 'A client that accepts any certificate hands the token and the messages to whoever poses as the operator.',
    rules: {
      validity: {
        finding: 'The session is established with a certificate that is out of its dates ({actual}).',
        expected: 'A certificate that is valid on the date of the connection; else no connection.',
        remedy:
          'Let the TLS library check the dates and break the connection off (no trust manager that accepts everything).',
      },
      issuer: {
        finding: 'The issuer of the certificate is called "{actual}".',
        expected:
          'An authority of the IGC-Santé: AC IGC-SANTE ELEMENTAIRE ORGANISATIONS, or TEST AC… in test. This check compares the name only.',
        remedy:
          'Put the authorities of the IGC-Santé alone in the trust store of the mail client, and check the name of the server.',
      },
      'test-issuer': {
        finding: 'The dossier is of production, and the issuer bears the name of the test branch of the IGC-Santé.',
        expected: 'AC IGC-SANTE ELEMENTAIRE ORGANISATIONS, without TEST.',
        remedy: 'Take the test authorities out of the production store, or declare environment: test in segur.yaml.',
      },
      unverified: {
        finding: 'The session goes on though the verification of the certificate failed: {actual}.',
        expected: 'A verification that succeeds, or a connection that is broken off.',
        remedy:
          'Give the client (or the tool: openssl -CAfile, curl --cacert) the authorities of the IGC-Santé, and break the connection off when the verification fails.',
      },
    },
  },
  'mss/starttls': {
    title: 'STARTTLS before anything is exchanged by SMTP or IMAP',
    what: 'In each connection of the log, STARTTLS is asked for and accepted before the authentication and before any command on mails, then the client presents itself again.',
    why: 'A token or a message sent before STARTTLS goes in clear over the network.',
    rules: {
      'in-clear': {
        finding: 'The {protocol} command {command} goes in clear.',
        expected: 'STARTTLS accepted by the server before {command}; if the server refuses, the connection is closed.',
        remedy:
          'Require STARTTLS in the client (mail.smtp.starttls.required=true, SecureSocketOptions.StartTls), do not only try it.',
      },
      'no-starttls': {
        finding: 'The {protocol} connection has no STARTTLS before {command}.',
        expected:
          'STARTTLS on a connection opened in clear (RFC 3207, RFC 9051); the implicit TLS of ports 465 and 993 does not meet the requirement.',
        remedy:
          'Open the connection without TLS and ask for STARTTLS before the authentication (ports and type given by the autoconfiguration).',
      },
      'hello-again': {
        finding: 'After STARTTLS, the first {protocol} command is {command}.',
        expected: 'EHLO (SMTP) or CAPABILITY (IMAP) again: what the server said in clear no longer counts.',
        remedy: 'Send EHLO or CAPABILITY as soon as TLS is up, then choose the authentication by the answer.',
      },
    },
  },
  'mss/xoauth2': {
    title: 'A personal or organisational mailbox opened by XOAUTH2',
    what: 'By SMTP and by IMAP, the mailbox is opened by the command XOAUTH2 with the string user=<mailbox>^Aauth=Bearer <token>^A^A, where the token is the access token of Pro Santé Connect; no command on mails comes before the server accepts. A token that is masked inside the string is not judged; its signature never is.',
    why: 'The operator opens the mailbox only to the professional whom Pro Santé Connect authenticated: a malformed string is refused, a password gets round that safeguard.',
    rules: {
      mechanism: {
        finding: 'The mailbox is opened over {protocol} by {actual}.',
        expected: 'AUTH XOAUTH2 over SMTP, AUTHENTICATE XOAUTH2 over IMAP.',
        remedy:
          'Choose XOAUTH2 and no password (mail.imap.auth.mechanisms=XOAUTH2, SaslMechanismOAuth2) for PER and ORG mailboxes.',
      },
      form: {
        finding: 'The {protocol} string does not have the form of XOAUTH2.',
        expected:
          'In base64: user=<address of the mailbox>^Aauth=Bearer <token>^A^A, where ^A is the character of code 1.',
        remedy:
          'Make the string of these very words, with a space after Bearer and both final ^A, then encode it in base64 without line breaks.',
      },
      user: {
        finding: 'The field user of the {protocol} string is no address.',
        expected: 'The whole address of the mailbox.',
        remedy:
          'Put the address of the mailbox in user, not the name of the account nor the identifier of the professional.',
      },
      'not-jwt': {
        finding: 'The token of the {protocol} string is no JWT that can be read.',
        expected: 'The access token of Pro Santé Connect, in the JWT format, as it was received.',
        remedy:
          'Pass access_token of the answer of Pro Santé Connect on without cutting, encrypting or encoding it once more.',
      },
      'not-access-token': {
        finding: 'The token of the {protocol} string is of type {actual}.',
        expected: 'The access token (typ Bearer), neither the ID token nor the refresh token.',
        remedy: 'Take the field access_token of the answer of Pro Santé Connect.',
      },
      issuer: {
        finding: 'The token of the {protocol} string comes from "{actual}".',
        expected:
          'A token of Pro Santé Connect: https://auth.esw.esante.gouv.fr/… or, in the sandbox, https://auth.bas.psc.esante.gouv.fr/….',
        remedy: 'Pass the token of Pro Santé Connect on, not that of an identity provider of your own.',
      },
      early: {
        finding: 'Over {protocol}, a command on mails is sent before the server has accepted.',
        expected: 'The acceptance of the server (235 in SMTP, OK in IMAP) before any other command.',
        remedy: 'Wait for the answer to the authentication, and stop if it is negative.',
      },
      expired: {
        finding: 'The token of the {protocol} string had expired ({actual}) when the connection was made.',
        expected: 'A token that is valid at the time of the log.',
        remedy: 'Renew the access token with the refresh token before opening the connection.',
      },
      acr: {
        finding: 'The token of the {protocol} string has acr "{actual}".',
        expected: 'eidas1, eidas2 or eidas3, as in the tokens known of Pro Santé Connect.',
        remedy: 'Ask for acr_values=eidas1 at login, and check that the token is that of the user.',
      },
      sender: {
        finding: 'A message is sent under another address than that of the mailbox that is open.',
        expected: 'The address of the sender (MAIL FROM) is mostly that of user.',
        remedy: 'Check that the user does write from the mailbox that was opened.',
      },
      'token-in-log': {
        finding: 'The log holds a whole token.',
        expected:
          'A token is kept only as long as it is valid, in protected memory (MSS/CONF.28): a log deposited as a proof masks it.',
        remedy: 'Replace the token by *** in the string before encoding it again, and stop writing tokens in the logs.',
      },
    },
  },
  'mss/applicative-login': {
    title: 'An applicative mailbox opened by certificate',
    what: 'By SMTP and by IMAP, the client presents its certificate when TLS is opened, then gives the address of the mailbox as the login of the method PLAIN, before any other command. Logs do not tell whether the certificate is an ORG AUTH_CLI: a person checks it.',
    why: 'The operator knows the organisation by its certificate and the mailbox by that login: without either, the mailbox does not open.',
    rules: {
      mechanism: {
        finding: 'The applicative mailbox is opened over {protocol} by {actual}.',
        expected: 'AUTH PLAIN over SMTP, AUTHENTICATE PLAIN over IMAP, after TLS with a client certificate.',
        remedy: 'Choose the method PLAIN for applicative mailboxes (mail.smtp.auth.mechanisms=PLAIN).',
      },
      login: {
        finding: 'The login of PLAIN over {protocol} is no address.',
        expected: 'The whole address of the applicative mailbox.',
        remedy: 'Put the address of the mailbox in place of the name of the account.',
      },
      form: {
        finding: 'The {protocol} string does not have the form of PLAIN.',
        expected: 'In base64: NUL, the address of the mailbox, NUL, then the password if there is one (RFC 4616).',
        remedy: 'Let the mail library make the string of PLAIN.',
      },
      certificate: {
        finding: 'The server asked for a certificate and the client presented none.',
        expected: 'The ORG AUTH_CLI certificate of the organisation, presented during the TLS handshake.',
        remedy:
          'Load the certificate and its key into the client (KeyManager, SSL_CTX_use_certificate) for this connection.',
      },
      early: {
        finding: 'Over {protocol}, a command on mails is sent before the server has accepted.',
        expected: 'The acceptance of the server (235 in SMTP, OK in IMAP) before any other command.',
        remedy: 'Wait for the answer to the authentication, and stop if it is negative.',
      },
    },
  },
  'mss/session-reopened': {
    title: 'Session cut by the server, then opened again',
    what: 'In an SMTP or IMAP log, a session opened through XOAUTH2 that the server ends by itself (BYE, 421) is followed by another, opened with a Pro Santé Connect token. That the user had nothing to do is seen in the run.',
    why: 'An operator cuts idle sessions: without a reconnection the professional gets no more mail, and does not know it.',
    rules: {
      'not-reopened': {
        finding: 'The server ends the session here, and the log shows no other opened afterwards with a token.',
        expected:
          'A new session, opened through XOAUTH2 with no action of the user, as long as the PSC session is valid.',
        remedy:
          'Open the session again as soon as the server ends it, with a renewed Access Token; give the log up to that reconnection.',
      },
    },
  },
  'mss/session-end': {
    title: 'Mail sessions closed when Pro Santé Connect renews the token no more',
    what: 'Where the capture shows that Pro Santé Connect refuses the refresh token (invalid_grant), the SMTP and IMAP sessions opened with a token are used no longer than a minute after. Only times with a date and an offset can be compared; a cut without QUIT or LOGOUT does not show in these logs.',
    why: 'A session that stays open lets others read the mailbox of a professional who has logged out.',
    rules: {
      'still-used': {
        finding: 'The session is still used at {actual}, though the token is refused since {refused}.',
        expected: 'QUIT or LOGOUT as soon as the refresh token is invalid.',
        remedy: 'Close all mail connections in the code that receives the refusal to renew (invalid_grant).',
      },
    },
  },
  'mss/autoconfiguration': {
    title: 'Autoconfiguration of a mailbox from its address',
    what: 'The capture shows the request https://autoconfig.<domain of the mailbox>/mail/config-v1.1.xml and its answer, and a log then shows a mailbox of that domain being opened. The certificate of that server may come from a commercial authority: it is not judged.',
    why: 'Without it, the user types servers and ports by hand, which the operator may change.',
    rules: {
      address: {
        finding: 'The settings are asked of {actual}.',
        expected: 'https://autoconfig.<domain of the mailbox>/mail/config-v1.1.xml',
        remedy:
          'Make the address from what follows @ in the address of the mailbox; another address can only be a second try.',
      },
      insecure: {
        finding: 'The settings are asked for by HTTP.',
        expected: 'https://autoconfig.<domain of the mailbox>/mail/config-v1.1.xml',
        remedy: 'Ask for the settings by HTTPS only: in clear, a third party could give servers of its own.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
