import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { mssRule } from '../sources/mss-rule.js';
import { type Login, type LogLogins, loginsIn, protocolNeeds, shownMechanism } from './connection/logins.js';

const ECO_1_3_1 = mssRule('ECO.1.3.1', 'MSS/CONF.12');

const inSmtp = (good: string, bad: string) =>
  ({ base: 'mss-connection-applicative', part: 'smtp', good, bad }) as const;

/** An applicative mailbox is opened, by SMTP and by IMAP, with the certificate of the organisation and the address of the mailbox as login of PLAIN. */
export const applicativeLogin = defineSetCheck({
  id: 'mss/applicative-login',
  on: 'log',
  rules: {
    mechanism: ECO_1_3_1,
    login: ECO_1_3_1,
    form: ECO_1_3_1,
    certificate: ECO_1_3_1,
    early: ECO_1_3_1,
  },
  examples: [
    { rule: 'mechanism', ...inSmtp('AUTH PLAIN {plain}', 'AUTH LOGIN {user}') },
    {
      rule: 'login',
      base: 'mss-connection-applicative',
      part: 'login',
      good: 'envoi.automatique@exemple.mssante.fr',
      bad: 'compte-applicatif',
    },
    { rule: 'form', ...inSmtp('AUTH PLAIN {plain}', 'AUTH PLAIN {user}') },
    {
      rule: 'certificate',
      base: 'mss-connection-applicative',
      part: 'java',
      good: '  "certificate" : {\n    "subject"            : "CN=ORG AUTH_CLI',
      bad: '  "nothing" : {\n    "subject"            : "CN=ORG AUTH_CLI',
    },
    {
      rule: 'early',
      ...inSmtp(
        '< 235 2.7.0 Ok\n> MAIL FROM:<envoi.automatique@exemple.mssante.fr>',
        '> MAIL FROM:<envoi.automatique@exemple.mssante.fr>\n< 235 2.7.0 Ok',
      ),
    },
  ],
  keep: loginsIn,
  run(logs, context) {
    const applicative = logs.filter((log) => log.logins.length > 0 && isApplicative(log));
    if (applicative.length === 0) return { evaluated: 0, findings: [], applies: false };
    const logins = applicative.flatMap((log) => log.logins);
    const elsewhere = logs.filter(({ protocol }) => protocol === undefined).map(({ certificate }) => certificate);
    const untold = applicative.filter((log) => certificateOf(log, elsewhere) === 'untold');
    const needs: Need[] = [
      ...protocolNeeds(logins, ({ state }) => state !== 'hidden', isOfDossier(context)),
      ...untold.map(({ path }): Need => ({ code: 'need/client-certificate', args: { file: path } })),
    ];
    return {
      evaluated: logins.length,
      findings: [
        ...logins.flatMap(judge),
        ...applicative
          .filter((log) => certificateOf(log, elsewhere) === 'none')
          .flatMap(({ logins: [first] }) => (first ? [{ rule: 'certificate' as const, at: first.at }] : [])),
      ],
      ...(needs.length > 0 && { needs }),
    };
  },
});

type Rule = 'mechanism' | 'login' | 'form' | 'certificate' | 'early';

/** As is declared; without a word, a client that shows its certificate and gives no token. */
function isApplicative({ mailbox, certificate, logins }: LogLogins): boolean {
  if (mailbox !== undefined) return mailbox === 'APP';
  return certificate === 'sent' && logins.every(({ mechanism }) => !/OAUTH/.test(mechanism));
}

/** What the log itself tells of the certificate, else what a log of TLS sessions beside it does. */
function certificateOf(
  { certificate }: LogLogins,
  elsewhere: readonly LogLogins['certificate'][],
): LogLogins['certificate'] {
  if (certificate !== 'untold') return certificate;
  if (elsewhere.includes('sent')) return 'sent';
  return elsewhere.includes('none') ? 'none' : 'untold';
}

function judge({ mechanism, state, user, early, at, protocol }: Login): RawFinding<Rule>[] {
  const args = { protocol: protocol.toUpperCase() };
  if (mechanism === '') return [];
  if (mechanism !== 'PLAIN') return [{ rule: 'mechanism', at, args, actual: shownMechanism(mechanism) }];
  if (state === 'malformed') return [{ rule: 'form', at, args }];
  const findings: RawFinding<Rule>[] = early ? [{ rule: 'early', at: early, args }] : [];
  if (state === 'decoded' && !/^[^@\s]+@[^@\s]+$/.test(user ?? '')) findings.push({ rule: 'login', at, args });
  return findings;
}
