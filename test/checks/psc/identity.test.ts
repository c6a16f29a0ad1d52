import { describe, expect, it } from 'vitest';
import { assemble, edit, recipe } from '../../../fixtures/make/recipe.js';
import type { Artifact, Declaration } from '../../../src/artifacts/artifact.js';
import { pscUser } from '../../../src/checks/dmp/psc-user.js';
import { oneAccount } from '../../../src/checks/psc/one-account.js';
import { sameProfessional } from '../../../src/checks/psc/same-professional.js';
import { tokenInLog } from '../../../src/checks/psc/token-in-log.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { artifactsOf, artifactsOfFile, runCheck, runOn } from '../../support/run-check.js';

const { recipe: made, own, declared, context } = exampleRecipe('psc-log');
const COLUMNS = own['journal.csv']?.columns;

/** A log with these rows after its header. */
function journal(rows: readonly string[], told: Declaration = { columns: COLUMNS ?? {} }): Promise<Artifact[]> {
  const text = ['horodatage;compte;identifiant;action;authentification;detail', ...rows, ''].join('\n');
  return artifactsOfFile({ path: 'journal.csv', bytes: new TextEncoder().encode(text) }, told);
}

const session = async () => (await artifactsOf(made, declared, own)).filter(({ kind }) => kind !== 'log');

describe('psc/one-account', () => {
  const run = async (rows: readonly string[], others: readonly Artifact[] = [], told?: Declaration) => {
    const { applies, findings, needs, evaluated } = runCheck(
      oneAccount,
      [...(await journal(rows, told)), ...others],
      context,
    );
    return { applies, evaluated, rules: findings.map(({ rule }) => rule), needs: needs.map(({ code }) => code) };
  };
  const PSC = '2026-03-16T10:30:16+01:00;cmartin;899700100011;connexion;PSC;';
  const PASSWORD = '2026-03-16T10:52:40+01:00;cmartin;899700100011;connexion;mot de passe;';

  it('compares the accounts that each professional opens, and the session', async () => {
    expect(await runOn(oneAccount, 'psc-log')).toMatchObject({ evaluated: 2, findings: [], needs: [] });
    expect(await run([PSC, PASSWORD], await session())).toEqual({ applies: true, evaluated: 1, rules: [], needs: [] });
  });

  it('takes the number of RPPS with its first digit or not, and any writing of the means', async () => {
    for (const row of [
      PASSWORD.replace('8997', '997'),
      PASSWORD.replace('mot de passe', 'Carte CPS'),
      PASSWORD.replace('cmartin', 'CMARTIN'),
    ])
      expect(await run([PSC, row])).toMatchObject({ rules: [], needs: [] });
    expect(await run([PSC.replace('PSC', 'Pro Santé Connect'), PASSWORD])).toMatchObject({ needs: [] });
  });

  it('asks for a second means, and takes none that a teleservice was asked by', async () => {
    for (const rows of [
      [PSC],
      [PASSWORD],
      [PSC, PASSWORD.replace('mot de passe', 'carte Vitale')],
      [PSC, PASSWORD.replace('cmartin', '')],
    ])
      expect(await run(rows)).toMatchObject({ rules: [], needs: ['need/second-means'] });
  });

  it('asks for the log of the session that is captured', async () => {
    const rows = [PSC, PASSWORD].map((row) => row.replace('899700100011', '899700100029'));
    expect(await run(rows, await session())).toMatchObject({ rules: [], needs: ['need/account-of-session'] });
  });

  it('asks for no log of a colleague whose session is captured too', async () => {
    const [har] = assemble(recipe('psc-web', { author: await dubois() }));
    const other = await artifactsOfFile({ path: 'autre.har', bytes: har?.bytes ?? new Uint8Array() }, { user: 2 });
    expect(await run([PSC, PASSWORD], [...(await session()), ...other])).toMatchObject({ rules: [], needs: [] });
  });

  it('asks for Pro Santé Connect beside two other means, but of one professional only', async () => {
    const card = PASSWORD.replace('mot de passe', 'Carte CPS');
    expect(await run([PASSWORD, card])).toMatchObject({ rules: [], needs: ['need/second-means'] });
    const colleague = PSC.replace('cmartin', 'dubois').replace('899700100011', '899700100037');
    expect(await run([colleague, PSC, card])).toMatchObject({ rules: [], needs: [] });
  });

  it('asks for the columns that it compares, and is not about a log without the identifier', async () => {
    const { actor: _, ...columns } = COLUMNS ?? {};
    expect(await run([PSC, PASSWORD], [], { columns })).toMatchObject({ needs: ['need/account-columns'] });
    expect(await run([PSC, PASSWORD], [], { columns: { actor: 'compte', mode: 'authentification' } })).toMatchObject({
      applies: false,
    });
    expect(runCheck(oneAccount, await session(), context)).toMatchObject({ applies: false, needs: [] });
  });

  it('finds the account that another means opens, and several of one means', async () => {
    expect(await run([PSC, PASSWORD.replace('cmartin', 'claire')])).toMatchObject({ rules: ['other-account'] });
    expect(await run([PSC, PSC.replace('cmartin', 'claire'), PASSWORD])).toMatchObject({ rules: ['several-accounts'] });
  });

  it('finds two professionals in one account, not two numbers of one', async () => {
    const other = (id: string) => PASSWORD.replace('899700100011', id);
    expect(await run([PSC, PASSWORD, other('899700100029')])).toMatchObject({ rules: ['shared-account'] });
    expect(await run([PSC, PASSWORD, other('0639999999')])).toMatchObject({ rules: [] });
  });

  it('counts what is no national identifier', async () => {
    expect(
      await run([PSC, PASSWORD, PSC.replace('899700100011', '10001'), PSC.replace('899700100011', '10002')]),
    ).toMatchObject({
      rules: ['identifier'],
      needs: [],
    });
  });
});

describe('psc/same-professional', () => {
  const log = async (rows: readonly string[], others: readonly Artifact[]) => {
    const { applies, findings, evaluated } = runCheck(sameProfessional, [...(await journal(rows)), ...others], context);
    return { applies, evaluated, rules: findings.map(({ rule }) => rule) };
  };
  const MARTIN = '2026-03-16T10:30:16+01:00;cmartin;899700100011;connexion;PSC;';
  const DUBOIS = MARTIN.replace('899700100011', '899700100037');

  it('compares the login that the log tells at the time of the capture', async () => {
    expect(await log([MARTIN], await session())).toEqual({ applies: true, evaluated: 1, rules: [] });
    expect(await log([DUBOIS], await session())).toEqual({ applies: true, evaluated: 1, rules: ['log-user'] });
    expect(await log([MARTIN, DUBOIS], await session())).toMatchObject({ rules: [] });
  });

  it('reads a log whose rows are not in order', async () => {
    const later = MARTIN.replace('T10:30', 'T12:30');
    expect(await log([later, DUBOIS], await session())).toEqual({ applies: true, evaluated: 1, rules: ['log-user'] });
  });

  it('says nothing where several professionals log in at that time', async () => {
    const third = DUBOIS.replace('899700100037', '899700100045');
    for (const rows of [
      [DUBOIS, third],
      [third, DUBOIS, DUBOIS],
    ])
      expect(await log(rows, await session())).toEqual({ applies: false, evaluated: 0, rules: [] });
    expect(await log([DUBOIS, DUBOIS], await session())).toMatchObject({ evaluated: 1, rules: ['log-user'] });
  });

  it.each([
    ['at another time', DUBOIS.replace('T10:30', 'T10:40')],
    ['by another means', DUBOIS.replace('PSC', 'carte CPS')],
    ['that ends', DUBOIS.replace('connexion', 'déconnexion')],
    ['that failed', DUBOIS.replace('connexion', 'échec de connexion')],
    ['of something else', DUBOIS.replace('connexion', 'ouverture du dossier')],
    ['that names an account', DUBOIS.replace('899700100037', '')],
    ['without offset', DUBOIS.replace('+01:00', '')],
  ])('compares no row %s', async (_, row) => {
    expect(await log([row], await session())).toEqual({ applies: false, evaluated: 0, rules: [] });
  });

  it('holds the login of someone whom another capture shows against nobody', async () => {
    const [har] = assemble(recipe('psc-web', { author: await dubois() }));
    const other = await artifactsOfFile({ path: 'autre.har', bytes: har?.bytes ?? new Uint8Array() }, { user: 2 });
    expect(await log([DUBOIS], [...(await session()), ...other])).toMatchObject({ rules: [] });
  });

  it('says nothing of a mailbox without session, nor of a masked token', async () => {
    const shown: [string, string, string] = ['imap-string', '***', '{colleague-token}'];
    expect(await runOn(sameProfessional, 'mss-session')).toMatchObject({ applies: false, findings: [] });
    expect(await runOn(sameProfessional, 'mss-connection', [shown])).toMatchObject({ applies: false, findings: [] });
    expect(await runOn(sameProfessional, 'mss-session', [shown])).toMatchObject({
      findings: [{ rule: 'mail-user', args: { connected: '899700100011' }, actual: '899700100029' }],
    });
  });

  it('compares the token of a mailbox with its own session', async () => {
    const right = await artifactsOf(edit(recipe('mss-session'), 'imap-string', '***', '{access-token}'), {
      mailbox: 'PER',
    });
    const har = await session();
    const logs = right.filter(({ kind }) => kind === 'log');
    expect(runCheck(sameProfessional, [...logs, ...har], context)).toMatchObject({
      evaluated: 1,
      findings: [],
      needs: [],
    });
    const wrong = await artifactsOf(edit(recipe('mss-session'), 'imap-string', '***', '{colleague-token}'), {
      mailbox: 'PER',
    });
    // It has the same session identifier as the one that was captured.
    expect(
      runCheck(sameProfessional, [...wrong.filter(({ kind }) => kind === 'log'), ...har], context).findings,
    ).toMatchObject([{ rule: 'mail-user' }]);
  });

  it('compares the VIHF with userinfo for calls under Pro Santé Connect alone', async () => {
    expect(await runOn(sameProfessional, 'dmp-psc')).toMatchObject({ evaluated: 3, findings: [], needs: [] });
    const { findings } = await runOn(sameProfessional, 'dmp-psc', [['situation', 'SA07 10/SM54', 'SA05 21/SM26']]);
    expect(findings.map(({ rule, actual }) => `${rule} ${actual}`)).toEqual(['sector SA05', 'role 21', 'role SM26']);
  });

  it('takes the sector of any activity of a professional who has several, and nothing of a short scope', async () => {
    const other = '"activities": [\n          {\n            "codeSecteurDactivite": "SA05"\n          },';
    const several: [string, string, string] = ['userinfo', '"activities": [', other];
    expect(await runOn(sameProfessional, 'dmp-psc', [['situation', 'SA07', 'SA05'], several])).toMatchObject({
      findings: [],
    });
    const short: [string, string, string][] = [
      ['userinfo', '"Secteur_Activite"', '"autre"'],
      ['userinfo', '"SubjectRole"', '"autreRole"'],
      ['userinfo', '"SubjectRefPro"', '"autreRef"'],
    ];
    expect(await runOn(sameProfessional, 'dmp-psc', short)).toMatchObject({ applies: false, findings: [] });
  });
});

async function dubois() {
  const { professionals } = await import('../../../fixtures/make/professionals.js');
  return professionals.dubois;
}

describe('dmp/psc-user', () => {
  const [WEB] = [{ 'psc-mode': 'web' as const }];
  const TOKEN = '"SubjectNameID": "899700100011",\n  "preferred_username": "899700100011"';
  /** A call whose token names nobody, and captures of sessions. */
  const run = async (
    sessions: readonly { readonly author: 'martin' | 'dubois'; readonly declared?: Declaration }[],
    call: Declaration = {},
  ) => {
    const { professionals } = await import('../../../fixtures/make/professionals.js');
    const anonymous = edit(recipe('dmp-psc'), 'token', TOKEN, '"scope": "dmp"');
    const soap = (await artifactsOf(anonymous, { ...WEB, ...call })).filter(({ kind }) => kind === 'soap');
    const hars = await Promise.all(
      sessions.map(({ author, declared: told = {} }, rank) => {
        const [har] = assemble(recipe('psc-web', { author: professionals[author] }));
        return artifactsOfFile({ path: `${rank}.har`, bytes: har?.bytes ?? new Uint8Array() }, told);
      }),
    );
    const { findings, needs } = runCheck(pscUser, [...soap, ...hars.flat()], context);
    return [...findings.map(({ rule }) => rule), ...needs.map(({ code }) => code)];
  };

  it('compares a call with the session that it belongs to', async () => {
    expect(await run([{ author: 'martin' }])).toEqual([]);
    expect(await run([{ author: 'dubois' }])).toEqual(['connected-user']);
    expect(await run([{ author: 'martin' }, { author: 'dubois' }])).toEqual([]);
  });

  it('asks whose session it is when nothing tells', async () => {
    expect(await run([{ author: 'dubois', declared: { user: 1 } }], { user: 2 })).toEqual(['need/own-session']);
    expect(
      await run(
        [
          { author: 'dubois', declared: { user: 2 } },
          { author: 'martin', declared: { user: 1 } },
        ],
        { user: 2 },
      ),
    ).toEqual(['connected-user']);
  });
});

describe('psc/token-in-log', () => {
  it('is about no dialogue that a tool captured', async () => {
    expect(await runOn(tokenInLog, 'mss-session', [['imap-string', '***', '{access-token}']])).toMatchObject({
      applies: false,
    });
  });

  it('leaves the tokens of a trace of mailboxes to the check on its content', async () => {
    const answer = (text: string): [string, string, string] => [
      'trace',
      'AUTH XOAUTH2;235 2.7.0 accepté',
      `AUTH XOAUTH2;235 ${text}`,
    ];
    const opaque = '0123456789abcdef0123456789abcdef';
    expect((await runOn(tokenInLog, 'mail-traces', [answer(`Bearer ${opaque}`)])).findings).toEqual([]);
    expect((await runOn(tokenInLog, 'mail-traces', [answer(`refresh_token=${opaque}`)])).findings).toMatchObject([
      { rule: 'refresh-token' },
    ]);
  });

  it('counts rows, names the column, and shows nothing of the value', async () => {
    const secret = '4f1e9c0d7a2b';
    const rows = [1, 2].map((n) => `2026-03-16T10:30:0${n}+01:00;a;;requête;;client_secret=${secret}`);
    const { findings } = runCheck(tokenInLog, await journal(rows), context);
    expect(findings).toEqual([
      {
        rule: 'client-secret',
        at: { artifact: 'journal.csv', line: 2, column: 1 },
        args: { column: 'detail', count: 2 },
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  it('reads a column by its name', async () => {
    const lines = ['a', 'b'].map((n) =>
      JSON.stringify({ time: '2026-03-16T10:30:01Z', n, http: { refresh_token: '0123456789abcdef01234567' } }),
    );
    const log = await artifactsOfFile(
      { path: 'app.jsonl', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) },
      {},
    );
    expect(runCheck(tokenInLog, log, context).findings).toMatchObject([{ rule: 'refresh-token', args: { count: 2 } }]);
  });
});
