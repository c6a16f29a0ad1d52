import { describe, expect, it } from 'vitest';
import { edit, recipe } from '../../../fixtures/make/recipe.js';
import type { Artifact } from '../../../src/artifacts/artifact.js';
import { insiPscUser } from '../../../src/checks/ins/insi-psc-user.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { artifactsOf, runCheck, runOn } from '../../support/run-check.js';

const { recipe: made, own, context } = exampleRecipe('insi-psc');
const ROW = '2026-03-16T10:30:01+01:00;899700100011;appel INSi;PSC';

const rulesOf = async (part: string, good: string, bad: string): Promise<string[]> =>
  (await runOn(insiPscUser, 'insi-psc', [[part, good, bad]])).findings.map(({ rule }) => rule);

/** What the check gives without the artifacts of a kind, or with others. */
async function without(kind: Artifact['kind'], others: readonly Artifact[] = [], source = made) {
  const artifacts = await artifactsOf(source, {}, own);
  return runCheck(insiPscUser, [...artifacts.filter((each) => each.kind !== kind), ...others], context);
}

describe('ins/insi-psc-user', () => {
  it('compares the call with the user and with the log', async () => {
    expect(await runOn(insiPscUser, 'insi-psc')).toMatchObject({
      evaluated: 1,
      findings: [],
      needs: [],
      applies: true,
    });
  });

  it('is not about a call by card', async () => {
    expect(await runOn(insiPscUser, 'insi')).toMatchObject({ evaluated: 0, applies: false, needs: [] });
  });

  it('knows the user by a token, alone or in a capture', async () => {
    for (const base of ['jwt', 'psc-web'] as const)
      expect(await without('oidc', await artifactsOf(recipe(base), {}))).toMatchObject({ findings: [], needs: [] });
  });

  it('needs the user, the log, and its columns', async () => {
    expect((await without('oidc')).needs).toEqual([{ code: 'need/connected-user' }]);
    expect((await without('log')).needs).toEqual([{ code: 'need/insi-log' }]);
    const undeclared = (await artifactsOf(made, {})).filter(({ kind }) => kind === 'log');
    const mapped = undeclared.map(
      (log): Artifact =>
        log.kind === 'log' && log.content.protocol === 'trace'
          ? { ...log, content: { ...log.content, mapping: new Map([['actor', ['utilisateur']]]) } }
          : log,
    );
    expect((await without('log', mapped)).needs).toEqual([
      { code: 'need/insi-log-columns', args: { log: 'journal.csv', columns: 'mode, instant' } },
    ]);
  });

  it('takes the name of the user, and other writings of the mode', async () => {
    expect(await rulesOf('log', ROW, ROW.replace('899700100011', 'Dr Martin Claire'))).toEqual([]);
    expect(await rulesOf('log', ROW, ROW.replace(';PSC', ';Pro Santé Connect (e-CPS)'))).toEqual([]);
    expect(await rulesOf('log', ROW, ROW.replace('+01:00', ''))).toEqual([]);
  });

  it('finds the row that tells the call wrongly', async () => {
    const { findings } = await runOn(insiPscUser, 'insi-psc', [['log', ROW, ROW.replace(';PSC', ';carte CPS')]]);
    expect(findings).toMatchObject([
      { rule: 'log-mode', at: { artifact: 'journal.csv', line: 3 }, actual: 'carte CPS' },
    ]);
  });

  it('wants no row for another user when the right one is there', async () => {
    const other = `${ROW}\n${ROW.replace('899700100011', '899700100029')}`;
    expect(await rulesOf('log', ROW, other)).toEqual([]);
  });

  it('takes the token of Pro Santé Connect with the call for the qualifier', async () => {
    const source = edit(made, 'request', 'NameQualifier="PSC"', 'NameQualifier="CPS"');
    const request = `POST /insi HTTP/1.1\r\nHost: essai.invalid\r\nAuthorization: Bearer essai\r\nContent-Type: application/soap+xml\r\n\r\n`;
    const [head, body] = [request, source.parts.request ?? ''];
    const call = await artifactsOf({ ...source, parts: { request: head + body } }, {});
    expect((await without('soap', call, source)).findings).toEqual([]);
  });
});
