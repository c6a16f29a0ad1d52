import { describe, expect, it } from 'vitest';
import { NOTHING_DECLARED } from '../../../../src/checks/context.js';
import { runCheck } from '../../../../src/engine/run-check.js';
import { validateJson } from '../../../../src/packs/validate-json.js';
import { PSC_CHECKS } from '../psc-fixtures.js';
import type { Capture } from './recorded-session.js';
import { whole } from './recorded-steps.js';
import { RIGHT } from './right-sessions.js';

async function judged(...captures: readonly Capture[]) {
  const hars = await Promise.all(captures.map((each, index) => each.artifact({}, `${index}.har`)));
  const checks = PSC_CHECKS.filter(({ kinds }) => kinds.includes('har'));
  const runs = checks.flatMap((check) => runCheck(check, hars, { ...NOTHING_DECLARED, validateJson }));
  const findings = runs.flatMap((run) => run.findings).filter(({ severity }) => severity !== 'info');
  const needs = runs.flatMap((run) =>
    (run.needs ?? []).map(({ code, args }) => [run.check, args?.leg ?? code].join(' ')),
  );
  return {
    findings: findings.map(({ code }) => code),
    needs,
    failed: runs.filter((run) => run.verdict === 'undetermined'),
  };
}

const NO_LOGOUT = ['psc/logout logout', 'psc/login-again logout'];

describe('a session that is right though unusual', () => {
  it.each(Object.entries(RIGHT))('has no fault: %s', async (_, make) => {
    expect(await judged(make())).toMatchObject({ findings: [], failed: [] });
  });
});

describe('a capture that does not show all', () => {
  const server = /\/(?:token|certs|userinfo)$/;
  const part = (keep: (url: string, index: number) => boolean): Capture => {
    const capture = whole();
    capture.entries = capture.entries.filter(({ request }, index) => keep(request.url, index));
    return capture;
  };

  it('asks for the logout after a capture that stops before it', async () => {
    expect(await judged(part((_, index) => index < 5))).toMatchObject({ findings: [], needs: NO_LOGOUT });
  });

  it('asks for the browser where the back end alone is shown', async () => {
    const needs = [
      'psc/authorization-request authorization',
      'psc/callback callback',
      'psc/session-trace authorization',
      ...NO_LOGOUT,
    ];
    const outcome = await judged(part((url) => server.test(url)));
    expect(outcome.findings).toEqual([]);
    expect([...outcome.needs].sort()).toEqual([...needs].sort());
  });

  it('takes the browser and the back end together', async () => {
    const both = [part((url) => !server.test(url)), part((url) => server.test(url))];
    expect(await judged(...both)).toMatchObject({ findings: [], needs: [] });
  });

  it('asks for the answers whose bodies were not kept', async () => {
    const capture = whole();
    for (const { response } of capture.entries) delete response.content.text;
    const { findings, needs } = await judged(capture);
    expect(findings).toEqual([]);
    const checks = ['id-token', 'token-signature', 'access-token', 'session-durations'];
    expect(needs).toEqual(expect.arrayContaining(checks.map((check) => `psc/${check} need/token-answer`)));
  });

  it('asks for requests whose bodies were blanked', async () => {
    const capture = whole();
    for (const { request } of capture.entries)
      if (request.postData) request.postData = { ...request.postData, params: [], text: '' };
    const { findings, needs } = await judged(capture);
    expect(findings).toEqual([]);
    expect(needs).toContain('psc/token-request need/token-exchange');
  });
});
