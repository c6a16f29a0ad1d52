import { describe, expect, it } from 'vitest';
import { assemble, recipe } from '../../../fixtures/make/recipe.js';
import { read } from '../../../src/artifacts/read.js';
import { introspection } from '../../../src/checks/psc/introspection.js';
import { type Entry, entryAt, harOf, rulesOf, run } from './psc-fixtures.js';

/** The capture of a server that introspects: its exchange 4 asks about an old token, 5 for the identity, 6 about the session's token. */
async function captured(change: (entries: Entry[]) => Entry[] | undefined) {
  const [file] = assemble(recipe('psc-introspection'));
  const value: { log: { entries: Entry[] } } = JSON.parse(new TextDecoder().decode(file?.bytes));
  value.log.entries = change(value.log.entries) ?? value.log.entries;
  return harOf(JSON.stringify(value));
}

const answer = (entry: Entry, own: Record<string, unknown>) => {
  const known = JSON.parse(entry.response.content?.text ?? '{}');
  entry.response.content = { text: JSON.stringify({ ...known, ...own }) };
};

describe('an introspection', () => {
  it('conforms with a refresh token, Basic authentication, or members of later years', async () => {
    const har = await captured((entries) => {
      const asked = entryAt(entries, 6);
      asked.request.headers = [...(asked.request.headers ?? []), { name: 'Authorization', value: 'Basic eDp5' }];
      answer(asked, { authMode: 'CARD', auth_level: '1', acr: 'eidas3' });
    });
    expect(run(introspection, har)).toMatchObject({ evaluated: 2, findings: [] });
  });

  it('conforms when a first attempt failed', async () => {
    const har = await captured((entries) => {
      const failed = structuredClone(entryAt(entries, 6));
      failed.response.status = 401;
      failed.response.content = { text: '{"error":"unauthorized_client"}' };
      return [...entries.slice(0, 6), failed, ...entries.slice(6)];
    });
    expect(run(introspection, har).findings).toEqual([]);
  });

  it('conforms when an inactive token is no longer presented', async () => {
    const har = await captured((entries) => {
      answer(entryAt(entries, 6), {});
      entryAt(entries, 6).response.content = { text: '{"active":false}' };
    });
    expect(run(introspection, har).findings).toEqual([]);
  });

  it('is judged in time at the time of the capture, and asks for it', async () => {
    const late = await captured((entries) => {
      for (const entry of entries) entry.startedDateTime = entry.startedDateTime?.replace('2026-03-16', '2026-03-17');
    });
    expect(rulesOf(run(introspection, late))).toEqual(['expired']);
    const untimed = await captured((entries) => {
      for (const entry of entries) delete entry.startedDateTime;
    });
    expect(run(introspection, untimed)).toMatchObject({ findings: [], needs: [{ code: 'need/capture-time' }] });
  });

  it('is refused with the token in the URL', async () => {
    const har = await captured((entries) => {
      const { request } = entryAt(entries, 4);
      request.method = 'GET';
      request.url += '?token=jeton';
      delete request.postData;
    });
    expect(run(introspection, har).findings).toMatchObject([{ rule: 'form', actual: 'GET' }]);
  });

  it('takes a request whose body was not captured for what it is', async () => {
    const har = await captured((entries) => {
      for (const rank of [4, 6]) delete entryAt(entries, rank).request.postData;
    });
    expect(run(introspection, har).findings).toEqual([]);
  });

  it('asks for an answer that can be read', async () => {
    const har = await captured((entries) => {
      for (const rank of [4, 6]) entryAt(entries, rank).response.content = { text: '***' };
    });
    const needs = [{ code: 'need/psc-leg', args: { leg: 'introspection' } }];
    expect(run(introspection, har)).toMatchObject({ findings: [], needs });
  });

  it('names another user by its subject too', async () => {
    const har = await captured((entries) => {
      answer(entryAt(entries, 6), { sub: 'f:9b2e7c14-5d3f-4a86-bf01-2c8d6e4a7f90:899700100029' });
    });
    expect(run(introspection, har).findings).toMatchObject([{ rule: 'user', args: { member: 'sub' } }]);
  });

  it('concerns nobody in the file of another provider', async () => {
    for (const text of ['{"active":false}', '{"active":true,"iss":"https://idp.example.org","sub":"x","exp":1}']) {
      const bytes = new TextEncoder().encode(text);
      const { artifact } = await read({ path: 'introspection.json', bytes, declared: {} });
      if (!artifact) throw new Error('not read');
      expect(run(introspection, artifact as never)).toMatchObject({ evaluated: 0, findings: [], applies: false });
    }
  });
});
