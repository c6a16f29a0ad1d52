import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { traceOf } from '../../../src/checks/psc/trace/exchange-legs.js';
import { materialOf, type PscArtifact } from '../../../src/checks/psc/trace/material.js';
import { runCheck } from '../../../src/engine/run-check.js';
import { capture, changed, entryAt, PSC_CHECKS } from './psc-fixtures.js';
import { exported, type Form } from './session-exports.js';

const FORMS: readonly Form[] = ['raw', 'curl', 'burp', 'mitmproxy', 'separate'];

/** What every check says, without where: the files are others. */
function said(artifacts: readonly PscArtifact[]) {
  return PSC_CHECKS.map((check) => {
    const own = artifacts.filter(({ kind }) => check.kinds.includes(kind));
    const runs = runCheck(check, own, NOTHING_DECLARED);
    return runs.map(({ check: id, verdict, evaluated, findings, needs, failure }) => {
      const found = findings.map(({ code, args }) => [code, args]);
      return { id, verdict, evaluated, found, needs, failure };
    });
  });
}

const legsOf = (artifacts: readonly Artifact<'har'>[]) =>
  traceOf(artifacts)?.legs.map(({ endpoint, environment, exchange, parameters }) => [
    endpoint,
    environment,
    exchange.method,
    exchange.url.href,
    exchange.status,
    exchange.redirectUrl?.href,
    exchange.responseBody || undefined,
    Date.parse(exchange.startedAt ?? ''),
    [...parameters].map(([name, { value }]) => [name, value]),
  ]);

const SESSIONS = {
  'a web session': () => capture('psc-web', [], { 'psc-mode': 'web' }),
  'a CIBA session': () => capture('psc-ciba', [], { 'psc-mode': 'ciba' }),
  'another state': () =>
    capture('psc-web', [['har', '?state=9c41e7a05d2b4f86b3a7c0d9e1f25864&code=', '?state=0000000000000000&code=']]),
  'another return address': () => capture('psc-web', [['har', 'f319&redirect_uri=https', 'f319&redirect_uri=http']]),
  'another nonce': () => capture('psc-web', [['id-token', '"nonce": "6f1d0c', '"nonce": "000000']]),
  'no hint at logout': () => capture('psc-web', [['har', 'id_token_hint={id-token}&', '']]),
  'hasty polls': () => capture('psc-ciba', [['har', '2026-03-16T10:30:10.000+01:00', '2026-03-16T10:30:07.000+01:00']]),
  'a refused code': () =>
    changed('psc-web', (entries) => {
      const { response } = entryAt(entries, 2);
      response.status = 400;
      response.content = { text: '{"error":"invalid_grant"}' };
      return entries;
    }),
} as const;

describe.each(Object.entries(SESSIONS))('%s', (_, made) => {
  it.each(FORMS)('is the same trace, judged alike, exported as %s', async (form) => {
    const har = await made();
    const files = await exported(har, form);
    expect(legsOf(files.filter((each) => each.kind === 'har'))).toEqual(legsOf([har]));
    expect(said(files)).toEqual(said([har]));
  });
});
