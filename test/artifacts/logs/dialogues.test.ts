import { describe, expect, it } from 'vitest';
import { fictitiousToken, xoauth2 } from '../../../fixtures/make/artifacts/log-dialogues.js';
import { logOf, readText, sample } from './read-sample.js';

const VERBS = ['EHLO', 'STARTTLS', 'EHLO', 'AUTH', 'MAIL FROM', 'RCPT TO', 'DATA', 'QUIT'];

describe.each([
  ['smtp-nodemailer.log', 'letters', '2026-11-20 10:00:07'],
  ['smtp-chevrons.log', 'chevrons', '2026-11-20T10:00:07.120+01:00'],
  ['smtp-swaks.txt', 'arrows', undefined],
  ['smtp-python.log', 'python', undefined],
  ['smtp-jakarta.log', 'plain', undefined],
])('%s', (name, form, at) => {
  it('is one connection, its replies joined', async () => {
    const log = await logOf('smtp', sample(name));
    expect(log.form).toBe(form);
    expect(log.connections).toHaveLength(1);
    const turns = log.connections[0]?.turns ?? [];
    expect(turns.flatMap((turn) => (turn.kind === 'command' ? turn.verb : []))).toEqual(VERBS);
    expect(turns.filter((turn) => turn.kind === 'reply').map((turn) => turn.code)).toEqual(
      [220, 250, 220, 250, 235, 250, 250, 354, 250, 221].filter((code) => form !== 'plain' || code !== 235),
    );
    expect(turns.find((turn) => turn.kind === 'reply' && turn.lines.length > 1)).toMatchObject({
      lines: ['smtp.operateur.exemple', 'SIZE 20971520', 'STARTTLS'],
      complete: true,
      text: '250 smtp.operateur.exemple\n250 SIZE 20971520\n250 STARTTLS',
    });
    expect(turns.find((turn) => turn.kind === 'reply' && turn.enhanced === '2.1.5')).toBeDefined();
    expect(turns.find((turn) => turn.kind === 'data')).toMatchObject({ lineCount: 8, complete: true, text: '' });
    expect(turns.find((turn) => turn.kind === 'command' && turn.verb === 'EHLO' && turn.at !== undefined)?.at).toBe(
      at?.replace(':07', ':01'),
    );
  });

  it('says where TLS starts, and what authenticated', async () => {
    const [connection] = (await logOf('smtp', sample(name))).connections;
    const { startTls, turns = [], credentials } = connection ?? {};
    expect(startTls).toMatchObject({ accepted: true });
    expect(turns[startTls?.command ?? -1]).toMatchObject({ verb: 'STARTTLS' });
    expect(turns[startTls?.answer ?? -1]).toMatchObject({ code: 220 });
    expect(credentials).toMatchObject([
      form === 'plain'
        ? { mechanism: 'XOAUTH2', state: 'hidden', secret: undefined }
        : {
            mechanism: 'XOAUTH2',
            state: 'decoded',
            user: 'claire.durand@exemple.mssante.fr',
            secret: { kind: 'token', value: fictitiousToken },
            accepted: true,
          },
    ]);
  });

  it('gives the mail that was sent, dots undoubled', async () => {
    const { artifact } = await readText(sample(name));
    expect(artifact?.children).toMatchObject([{ kind: 'mail', path: 'a.txt!message-1.eml' }]);
    const [child] = artifact?.children ?? [];
    const body = child?.kind === 'mail' ? Buffer.from(child.content.body).toString('utf8') : '';
    expect(body).toBe('Bonjour,\r\n.un point en tête de ligne.\r\n');
  });

  it('shows no secret in its turns', async () => {
    const log = await logOf('smtp', sample(name));
    const shown = JSON.stringify(log.connections.map(({ turns }) => turns));
    for (const secret of [xoauth2, fictitiousToken]) expect(shown).not.toContain(secret);
  });
});

it('reads a refused token, then another connection with a password in two answers', async () => {
  const { connections } = await logOf('smtp', sample('smtp-letters.log'));
  expect(connections.map(({ credentials }) => credentials)).toMatchObject([
    [{ mechanism: 'XOAUTH2', state: 'decoded', accepted: false }],
    [{ mechanism: 'LOGIN', user: 'claire.durand@exemple.mssante.fr', secret: { kind: 'password' }, accepted: true }],
  ]);
  expect(connections.map(({ startTls }) => startTls?.accepted)).toEqual([true, undefined]);
});

it('knows that Thunderbird hides what authenticates', async () => {
  const { form, connections } = await logOf('smtp', sample('smtp-thunderbird.log'));
  expect(form).toBe('mozilla');
  expect(connections[0]?.credentials).toMatchObject([{ mechanism: '', state: 'hidden', accepted: true }]);
});

it('reads the dialogue and the TLS session of one log', async () => {
  const openssl = await logOf('smtp', sample('smtp-openssl.txt'));
  expect(openssl.connections[0]?.credentials).toMatchObject([
    { mechanism: 'PLAIN', user: 'app@exemple.mssante.fr', secret: { kind: 'password', value: 'fictif' } },
  ]);
  expect(openssl.tls).toMatchObject([{ version: 'TLSv1.2', peer: 'smtp.operateur.exemple:587' }]);
  const curl = await logOf('smtp', sample('smtp-curl.txt'));
  expect(curl).toMatchObject({ form: 'signs', tls: [{ version: 'TLSv1.3', clientCertificate: 'sent' }] });
});

describe.each([
  ['imap-letters.log', 'letters'],
  ['imap-plain.txt', 'plain'],
  ['imap-python.log', 'signs'],
  ['imap-thunderbird.log', 'mozilla'],
])('%s', (name, form) => {
  it('is one connection with STARTTLS, a token and commands', async () => {
    const log = await logOf('imap', sample(name));
    expect(log.form).toBe(form);
    expect(log.connections).toHaveLength(1);
    const [connection] = log.connections;
    expect(connection?.turns.flatMap((turn) => (turn.kind === 'command' ? turn.command : []))).toEqual(
      expect.arrayContaining(['STARTTLS', 'CAPABILITY', 'AUTHENTICATE', 'SELECT', 'UID STORE', 'FETCH']),
    );
    expect(connection?.startTls).toMatchObject({ command: 1, answer: 2, accepted: true });
    expect(connection?.credentials).toMatchObject([
      { mechanism: 'XOAUTH2', state: 'decoded', user: 'claire.durand@exemple.mssante.fr', accepted: true },
    ]);
    expect(connection?.turns.find((turn) => turn.kind === 'response' && turn.tag === 'A3')).toMatchObject({
      status: 'OK',
      code: 'READ-WRITE',
      argument: 'Completed',
    });
    expect(connection?.turns.find((turn) => turn.kind === 'response' && turn.status === 'EXISTS')).toMatchObject({
      tag: '*',
      argument: '2 ',
    });
    expect(JSON.stringify(connection?.turns)).not.toContain(xoauth2);
  });
});

describe('IMAP', () => {
  const session = (lines: string[]) => ['S: * OK ready', ...lines, 'C: Z LOGOUT', 'S: * BYE', 'S: Z OK'].join('\n');

  it('takes user and password of LOGIN, quoted or not', async () => {
    const text = session(['C: A LOGIN "a \\"b" fictif', 'S: A NO wrong']);
    const { connections } = await logOf('imap', text);
    expect(connections[0]?.credentials).toMatchObject([
      { mechanism: 'LOGIN', user: 'a "b', secret: { value: 'fictif' }, accepted: false },
    ]);
    expect(JSON.stringify(connections[0]?.turns)).not.toContain('fictif');
  });

  it('starts a new connection after BYE, and at a greeting that nobody awaits', async () => {
    const { connections } = await logOf('imap', `${session([])}\n${session(['C: A NOOP', 'S: A OK'])}\nS: * OK ready`);
    expect(connections).toHaveLength(3);
  });

  it('goes on when the log leaves the content of a literal out', async () => {
    const text = session(['C: A FETCH 1 BODY[]', 'S: * 1 FETCH (BODY[] {5000}', 'S: )', 'S: A OK done']);
    const { connections } = await logOf('imap', text);
    expect(connections[0]?.turns.filter((turn) => turn.kind === 'data')).toEqual([]);
    expect(connections[0]?.turns.find((turn) => turn.kind === 'response' && turn.tag === 'A')).toBeDefined();
  });

  const MAIL = ['From: a@b', 'To: c@d', '', 'Bonjour'];
  /** The lines of a mail as a side says them, a line feed of two bytes after each but the last. */
  const literal = (side: string, lines: readonly string[], end: string) => ({
    size: lines.join('\r\n').length,
    said: lines.map((line, index) => `${side}: ${line}${index === lines.length - 1 ? end : ''}`),
  });

  it('gives a mail that was fetched as a received one, unless its role is declared', async () => {
    const { size, said } = literal('S', MAIL, ')');
    const text = session(['C: A FETCH 1 BODY.PEEK[]', `S: * 1 FETCH (UID 7 BODY[] {${size}}`, ...said, 'S: A OK']);
    const { artifact } = await readText(text);
    expect(artifact?.children).toMatchObject([{ kind: 'mail', declared: { role: 'incoming' } }]);
    const declared = await readText(text, { role: 'outgoing' });
    expect(declared.artifact?.children).toMatchObject([{ declared: { role: 'outgoing' } }]);
  });

  it('gives a mail that the client adds after the server invited it', async () => {
    const { size, said } = literal('C', MAIL, '');
    const text = session([`C: A APPEND Sent (\\Seen) {${size}}`, 'S: + go on', ...said, 'S: A OK']);
    const { artifact } = await readText(text);
    expect(artifact?.children).toMatchObject([{ kind: 'mail', declared: {} }]);
  });

  it.each(['BODY[HEADER.FIELDS (FROM TO)]', 'BODY[HEADER]', 'BODY[1.MIME]', 'RFC822.HEADER', 'BODY[]<0>'])(
    'gives no mail of %s',
    async (item) => {
      const { size, said } = literal('S', ['From: a@b', 'To: c@d', '', ''], ')');
      const text = session(['C: A FETCH 1 x', `S: * 1 FETCH (${item} {${size}}`, ...said, 'S: A OK']);
      const { artifact, unreadable } = await readText(text);
      expect(artifact?.children).toEqual([]);
      expect(unreadable).toEqual([]);
    },
  );

  it('gives no mail of a literal that is cut', async () => {
    const text = session(['C: A FETCH 1 BODY[]', 'S: * 1 FETCH (BODY[] {5000}', 'S: From: a@b', 'S: To: c@d']);
    const { artifact } = await readText(text);
    expect(artifact?.children).toEqual([]);
  });
});

describe('SMTP', () => {
  const session = (lines: string[]) => ['S: 220 a', 'C: EHLO b', 'S: 250 a', ...lines].join('\r\n');

  it('gives no mail whose end is not in the log', async () => {
    const data = ['C: DATA', 'S: 354 go', 'C: From: a@b', 'C: To: c@d', 'C: ', 'C: x'];
    const cut = await readText(session(data));
    expect(cut.artifact?.children).toEqual([]);
    const hidden = await logOf('smtp', session(['C: DATA', 'S: 354 go', 'C: <1234 bytes>', 'S: 250 ok']));
    expect(hidden.connections[0]?.turns.find((turn) => turn.kind === 'data')).toMatchObject({ complete: false });
  });

  it('keeps a reply that is cut, and what is no SMTP', async () => {
    const { connections } = await logOf('smtp', session(['S: 250-one', 'C: what is this', 'S: garbage']));
    expect(connections[0]?.turns.slice(-3)).toMatchObject([
      { kind: 'reply', complete: false },
      { kind: 'other', direction: 'client' },
      { kind: 'other', direction: 'server' },
    ]);
  });

  it('says that STARTTLS was refused', async () => {
    const { connections } = await logOf('smtp', session(['C: STARTTLS', 'S: 454 4.7.0 no']));
    expect(connections[0]?.startTls).toEqual({ command: 3, answer: 4, accepted: false });
  });

  it.each([
    ['AUTH XOAUTH2 dXNlcj1hQGI', 'malformed', 1],
    [`AUTH XOAUTH2 ${Buffer.from('user=a@b').toString('base64')}`, 'malformed', 1],
    ['AUTH XOAUTH2 ********', 'hidden', 0],
    ['AUTH PLAIN AHVzZXIALyogc2VjcmV0ICov', 'decoded', 0],
    ['AUTH NTLM TlRMTVNTUAAB', 'opaque', 0],
    ['AUTH EXTERNAL =', 'decoded', 0],
  ])('%s is %s', async (line, state, reserves) => {
    const reading = await readText(session([`C: ${line}`, 'S: 235 ok']));
    const content = reading.artifact?.kind === 'log' ? reading.artifact.content : undefined;
    expect(content?.protocol === 'smtp' && content.connections[0]?.credentials).toMatchObject([{ state }]);
    expect(reading.artifact?.reserves ?? []).toHaveLength(reserves);
    if (reserves)
      expect(reading.artifact?.reserves).toMatchObject([
        { code: 'read/forgiven', args: { reason: 'log-authentication' }, location: { line: 4, column: 4 } },
      ]);
  });

  it('reads OAUTHBEARER', async () => {
    const initial = Buffer.from('n,a=a@b.fr,\x01host=h\x01auth=Bearer abc\x01\x01').toString('base64');
    const { connections } = await logOf('smtp', session([`C: AUTH OAUTHBEARER ${initial}`, 'S: 235 ok']));
    expect(connections[0]?.credentials).toMatchObject([{ user: 'a@b.fr', secret: { kind: 'token', value: 'abc' } }]);
  });

  it('keeps connections that a log mixes apart', async () => {
    const lines = ['S: 220 a', 'C: EHLO b', 'S: 250 a', 'C: QUIT', 'S: 221 bye'];
    const mixed = lines.flatMap((line) => [`[10:00:00] DEBUG [first1] ${line}`, `[10:00:00] DEBUG [second] ${line}`]);
    const { connections } = await logOf('smtp', mixed.join('\n'));
    expect(connections.map(({ turns }) => turns.length)).toEqual([5, 5]);
  });
});

it.each([
  'Bonjour,\nEHLO est une commande.\n250 personnes sont venues.\n',
  '# Guide\n> EHLO poste\n> 250 ok\n',
  'C: disque système\nS: serveur\n',
  'From: a@b.fr\nTo: c@d.fr\n\n220 a\nEHLO b\n250 c\n',
])('does not take %j for a dialogue', async (text) => {
  const { artifact } = await readText(text);
  expect(artifact?.kind).not.toBe('log');
});
