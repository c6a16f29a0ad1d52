import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { mailTraceOf } from './traces/mail-trace.js';
import { FAQ, onTraces } from './traces/trace-clauses.js';

type Rule = 'body' | 'document' | 'encoded' | 'token' | 'subject' | 'dialogue';

const CLAUSE = `${FAQ} : jamais le contenu des messages`;
/** Fewer commands are how a trace calls what it asks of the server. */
const DIALOGUE = 4;

const ROW =
  '2026-03-03T09:06:10+01:00;899700100011;suppression;UID STORE 42 +FLAGS (\\Deleted);OK;claire.martin@exemple.mssante.fr;<20260303090000.7@exemple.mssante.fr>';
const withAnswer = (bad: string) =>
  ({ base: 'mail-traces', part: 'trace', good: ROW, bad: ROW.replace(';OK;', `;${bad};`) }) as const;
const DIALOGUE_ROWS = ['EHLO poste', 'STARTTLS', 'AUTH XOAUTH2', 'RCPT TO:<jean.correspondant@exemple.mssante.fr>'];

/** A functional trace never holds what a message says or carries, nor what opens the mailbox. */
export const traceContent = defineCheck({
  id: 'mss/trace-content',
  on: 'log',
  rules: {
    body: onTraces(CLAUSE),
    document: onTraces(CLAUSE),
    // That what is encoded, or an object, is content is our reading.
    encoded: onTraces(CLAUSE, 'warning'),
    token: onTraces('REM vague 2, MSS/CONF.28 (jeton jamais conservé sur le poste)', 'warning'),
    subject: onTraces(CLAUSE, 'warning'),
    dialogue: onTraces(`${FAQ} : pas tout le dialogue IMAP ou SMTP`, 'info'),
  },
  examples: [
    {
      rule: 'body',
      ...withAnswer('"OK Bonjour, voici le compte rendu de la consultation de ce jour. Confraternellement"'),
    },
    { rule: 'document', ...withAnswer(`OK ${Buffer.from('%PDF-1.4 '.padEnd(60, 'x')).toString('base64')}`) },
    { rule: 'encoded', ...withAnswer(`OK ${Buffer.from('Je vous écris '.repeat(24)).toString('base64')}`) },
    { rule: 'token', ...withAnswer('OK Bearer 0123456789abcdef0123456789') },
    { rule: 'subject', ...withAnswer('OK XDM/1.0/DDM+Compte rendu ESSAI Patient') },
    {
      rule: 'dialogue',
      base: 'mail-traces',
      part: 'trace',
      good: ROW,
      bad: [ROW, ...DIALOGUE_ROWS.map((each) => ROW.replace('UID STORE 42 +FLAGS (\\Deleted)', each))].join('\n'),
    },
  ],
  run(log) {
    const trace = mailTraceOf(log);
    if (!trace) return { evaluated: 0, findings: [], applies: false };
    const findings: RawFinding<Rule>[] = trace.contents.map(({ content, column, rows: { line, count } }) => ({
      rule: content,
      at: placeIn(log, { line, column: 1 }),
      args: { count, column },
    }));
    const { commands, line } = trace.dialogue;
    if (commands.length >= DIALOGUE)
      findings.push({
        rule: 'dialogue',
        at: placeIn(log, { line, column: 1 }),
        args: { commands: commands.join(', ') },
      });
    return { evaluated: trace.count, findings };
  },
});
