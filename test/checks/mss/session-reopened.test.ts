import { describe, expect, it } from 'vitest';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { knownCheck, runCheck } from '../../support/run-check.js';

const GREETING = 'S: * OK [CAPABILITY IMAP4rev1 STARTTLS] imap.exemple.mssante.fr';
const open = (login: string) => `${GREETING}\nC: A1 ${login}\nS: A1 OK Success\nC: A2 SELECT INBOX\nS: A2 OK Completed`;
const TOKEN = open('AUTHENTICATE XOAUTH2 dXNlcj1hQGV4ZW1wbGUuZnIBYXV0aD1CZWFyZXIgKioqAQE=');
const PASSWORD = open('LOGIN a@exemple.fr ***');
const CUT = 'S: * BYE Autologout';

async function judged(text: string) {
  const { artifact } = await read({ path: 'imap.log', bytes: Buffer.from(`${text}\n`), declared: {} });
  const { findings, applies, evaluated } = runCheck(
    knownCheck('mss/session-reopened'),
    artifact ? [artifact] : [],
    NOTHING_DECLARED,
  );
  return { lines: findings.map(({ at }) => at.line), applies, evaluated };
}

describe('mss/session-reopened', () => {
  it.each([
    ['a session that the client closes', `${TOKEN}\nC: A3 LOGOUT\nS: * BYE Logging out\nS: A3 OK Completed`],
    ['a session opened with a password', `${PASSWORD}\n${CUT}`],
  ])('is not about %s', async (_, text) => {
    expect(await judged(text)).toEqual({ lines: [], applies: false, evaluated: 0 });
  });

  it('sees the session opened again with a token', async () => {
    expect(await judged(`${TOKEN}\n${CUT}\n${TOKEN}`)).toEqual({ lines: [], applies: true, evaluated: 1 });
  });

  it.each([
    ['nothing', TOKEN],
    ['a password', `${TOKEN}\n${CUT}\n${PASSWORD}`],
  ])('tells a cut that %s follows', async (_, text) => {
    const whole = text.includes(CUT) ? text : `${text}\n${CUT}`;
    expect(await judged(whole)).toEqual({ lines: [6], applies: true, evaluated: 1 });
  });
});
