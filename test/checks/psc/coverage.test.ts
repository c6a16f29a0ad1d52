import { describe, expect, it } from 'vitest';
import { acrValues } from '../../../src/checks/psc/acr-values.js';
import { cibaRequest } from '../../../src/checks/psc/ciba-request.js';
import { environment } from '../../../src/checks/psc/environment.js';
import { logout } from '../../../src/checks/psc/logout.js';
import { tokenExchange } from '../../../src/checks/psc/token-exchange.js';
import { tokenExposure } from '../../../src/checks/psc/token-exposure.js';
import { changed, type Entry, entryAt, rulesOf, run } from './psc-fixtures.js';

const EXCHANGE = 7;

const asJson = (entry: Entry): void => {
  const text = JSON.stringify(Object.fromEntries(new URLSearchParams(entry.request.postData?.text)));
  entry.request.headers = [{ name: 'Content-Type', value: 'application/json' }];
  entry.request.postData = { mimeType: 'application/json', text };
};

const edited = (base: 'psc-web' | 'psc-ciba' | 'psc-api', index: number, edit: (entry: Entry) => void) =>
  changed(base, (entries) => {
    edit(entryAt(entries, index));
    return entries;
  });

describe('a CIBA request', () => {
  it('whose body is no form has that fault alone', async () => {
    const har = await edited('psc-ciba', 0, asJson);
    expect(rulesOf(run(cibaRequest, har))).toEqual(['form']);
    expect(run(acrValues, har)).toMatchObject({ evaluated: 0, findings: [] });
  });

  it('whose body was not captured is missing, not wrong', async () => {
    const har = await edited('psc-ciba', 0, ({ request }) => {
      delete request.postData;
    });
    const outcome = run(cibaRequest, har);
    expect(outcome.needs).toContainEqual({ code: 'need/psc-leg', args: { leg: 'backchannel' } });
    expect(rulesOf(outcome)).not.toContain('scope');
  });
});

describe('a token exchange', () => {
  it('that the server failed to answer proves nothing', async () => {
    const har = await edited('psc-api', EXCHANGE, ({ response }) => {
      response.status = 503;
      response.content = { text: '' };
    });
    const { findings, needs } = run(tokenExchange, har);
    expect({ findings, needs }).toEqual({ findings: [], needs: [{ code: 'need/exchange-answer' }] });
  });

  it('in JSON has that fault alone', async () => {
    const har = await edited('psc-api', EXCHANGE, asJson);
    expect(rulesOf(run(tokenExchange, har))).toEqual(['form']);
    expect(rulesOf(run(tokenExposure, har))).toEqual([]);
  });

  it('that a browser makes shows it the token', async () => {
    const har = await edited('psc-api', EXCHANGE, ({ request }) => {
      request.headers?.push({ name: 'Sec-Fetch-Site', value: 'cross-site' });
    });
    expect(rulesOf(run(tokenExposure, har))).toEqual(['sent-elsewhere']);
  });
});

it('A capture of the server alone does not show the logout, which the browser makes', async () => {
  const har = await changed('psc-web', (entries) => entries.slice(2, 5));
  expect(run(logout, har)).toMatchObject({ findings: [], needs: [{ code: 'need/psc-leg', args: { leg: 'logout' } }] });
});

it('Requests in clear are told once for each endpoint', async () => {
  const har = await changed('psc-ciba', (entries) => {
    for (const { request } of entries) request.url = request.url.replace('https:', 'http:');
    return entries;
  });
  // CIBA request, polls, keys, identity, logout.
  expect(rulesOf(run(environment, har))).toEqual(['https', 'https', 'https', 'https', 'https']);
});
