import { describe, expect, it } from 'vitest';
import { professionals } from '../../../fixtures/make/professionals.js';
import { userInfo } from '../../../fixtures/make/psc-session.js';
import { signedToken } from '../../../fixtures/make/signed-token.js';
import type { Artifact, Declaration } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { Check, Outcome } from '../../../src/checks/define.js';
import { userinfo } from '../../../src/checks/psc/userinfo.js';
import { userinfoCodes } from '../../../src/checks/psc/userinfo-codes.js';
import { userinfoIdentity } from '../../../src/checks/psc/userinfo-identity.js';
import { validateJson } from '../../../src/packs/validate-json.js';
import { capture, changed, type Entry, entryAt, rulesOf, run } from './psc-fixtures.js';

type Json = Record<string, unknown>;

const CHECKS = [userinfo, userinfoIdentity, userinfoCodes];
const MARTIN = userInfo(professionals.martin);
const { codeCivilite, ...WITHOUT_CIVILITY } = MARTIN.SubjectRefPro;
const { authMode, ...WITHOUT_MODE } = MARTIN;

async function file(value: unknown, path = 'userinfo.json', declared: Declaration = {}): Promise<Artifact> {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const { artifact } = await read({ path, bytes: new TextEncoder().encode(text), declared });
  if (!artifact) throw new Error('not read');
  return artifact;
}

function judge(check: Check, ...artifacts: Artifact[]): Outcome {
  if (check.scope !== 'all') throw new Error('a check on several artifacts');
  return check.run(artifacts.map(check.keep), { ...NOTHING_DECLARED, validateJson });
}

const practice = (own: Json, activity: Json = {}): Json => {
  const [first] = MARTIN.SubjectRefPro.exercices;
  const activities = first?.activities.map((each) => ({ ...each, ...activity }));
  return { SubjectRefPro: { codeCivilite, exercices: [{ ...first, activities, ...own }] } };
};

const token = (claims: Json) => signedToken('{"alg":"RS256","typ":"JWT"}', JSON.stringify(claims));
const claimsOf = (id: string, own: Json = {}): Json => ({
  iss: 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet',
  sub: MARTIN.sub.replace(/[^:]+$/, id),
  exp: 1773653535,
  acr: 'eidas1',
  typ: 'ID',
  preferred_username: id,
  ...own,
});

describe('every shape of the years', () => {
  it.each([
    ['2021', { ...WITHOUT_MODE, email_verified: false, otherIds: undefined }],
    ['February 2023', MARTIN],
    ['November 2023', { ...WITHOUT_MODE, codeCivilite, codeGenreActivite: 'GENR01', SubjectRefPro: WITHOUT_CIVILITY }],
    ['with members of later years', { ...MARTIN, auth_level: '1', amr: ['pwd'], otherIds: [...MARTIN.otherIds] }],
  ])('conforms: %s', async (_, value) => {
    for (const check of CHECKS) expect(judge(check, await file(value))).toMatchObject({ evaluated: 1, findings: [] });
  });

  it('conforms signed, and points into the token', async () => {
    expect(judge(userinfo, await file(token(MARTIN), 'userinfo.jwt'))).toMatchObject({ evaluated: 1, findings: [] });
    const wrong = judge(userinfo, await file(token({ ...MARTIN, given_name: 1 }), 'userinfo.jwt'));
    expect(wrong.findings).toMatchObject([{ rule: 'type', args: { member: '$.given_name', expected: 'string' } }]);
  });

  it('says that the reduced one lacks scope_all, and nothing of its codes', async () => {
    const { sub, SubjectNameID, preferred_username, given_name, family_name } = MARTIN;
    const reduced = await file({ sub, SubjectNameID, preferred_username, given_name, family_name, codeCivilite });
    expect(rulesOf(judge(userinfo, reduced))).toEqual(['reduced']);
    expect(judge(userinfoIdentity, reduced)).toMatchObject({ evaluated: 1, findings: [] });
    expect(judge(userinfoCodes, reduced)).toMatchObject({ evaluated: 0, applies: false });
  });

  it('leaves to the check of the request a scope that was not asked', async () => {
    const har = await changed('psc-web', (entries) => {
      for (const { request } of entries) request.url = request.url.replace('openid+scope_all', 'openid');
      const { SubjectRefPro, ...less } = MARTIN;
      entryAt(entries, 4).response.content = { text: JSON.stringify(less) };
      return entries;
    });
    expect(rulesOf(run(userinfo, har))).toEqual([]);
  });
});

describe('what is not of Pro Santé Connect', () => {
  it('concerns no check', async () => {
    const other = {
      sub: '248289761001',
      preferred_username: 'j.doe',
      given_name: 'J',
      family_name: 'D',
      email: 'j@x.fr',
    };
    for (const check of CHECKS) {
      expect(judge(check, await file(other))).toMatchObject({ evaluated: 0, findings: [], applies: false });
      expect(judge(check, await file(token(claimsOf('899700100011')), 'id.jwt'))).toMatchObject({ applies: false });
    }
  });

  it('is judged when the vendor declares that it is', async () => {
    const local = await file({ sub: 'x', preferred_username: 'y' }, 'userinfo.json', { 'psc-mode': 'web' });
    expect(rulesOf(judge(userinfo, local))).toContain('missing');
  });
});

describe('members', () => {
  it('gives one finding for all the activities that lack the same, with the names it lists cut short', async () => {
    const bare = { codeModeExercice: 'L' };
    const [first] = MARTIN.SubjectRefPro.exercices;
    const value = { ...MARTIN, SubjectRefPro: { codeCivilite, exercices: [{ ...first, activities: [bare, bare] }] } };
    const { findings } = judge(userinfo, await file(value));
    expect(findings).toMatchObject([{ rule: 'activity-members', args: { count: 29 } }]);
    expect(String(findings[0]?.args?.members).split(', ')).toHaveLength(7);
  });

  it('names the type that was found, never the value', async () => {
    const value = { ...MARTIN, SubjectRole: '10^1', otherIds: [{ identifiant: 8, origine: 'RPPS', qualite: '1' }] };
    const { findings } = judge(userinfo, await file(value));
    expect(findings.map(({ args, actual }) => [args?.member, actual])).toEqual([
      ['$.SubjectRole', 'string'],
      ['$.otherIds[0].identifiant', 'number'],
      ['$.otherIds[0].qualite', 'string'],
    ]);
  });

  it.each([
    [{ sub: undefined }, 'no-subject'],
    [{ SubjectNameID: '' }, 'empty'],
    [{ SubjectRefPro: { codeCivilite, exercices: [] } }, 'empty'],
    [{ SubjectRefPro: null }, 'type'],
    [{ SubjectRefPro: [] }, 'type'],
  ])('finds %j', async (own, rule) => {
    const har = await changed('psc-web', (entries) => {
      entryAt(entries, 4).response.content = { text: JSON.stringify({ ...MARTIN, ...own }) };
      return entries;
    });
    expect(rulesOf(run(userinfo, har))).toContain(rule);
  });

  it('asks for an answer that can be read when the capture masks it', async () => {
    for (const text of ['***', '', '[]']) {
      const har = await changed('psc-web', (entries) => {
        entryAt(entries, 4).response.content = { text };
        return entries;
      });
      for (const check of CHECKS) {
        const needs = [{ code: 'need/psc-leg', args: { leg: 'userinfo' } }];
        expect(run(check, har)).toMatchObject({ evaluated: 0, findings: [], needs });
      }
    }
  });
});

describe('identity', () => {
  const renamed = (id: string, other: Json = {}): Json => ({
    ...MARTIN,
    sub: MARTIN.sub.replace(/[^:]+$/, id),
    SubjectNameID: id,
    preferred_username: id,
    otherIds: [{ identifiant: id, origine: id.startsWith('8') ? 'RPPS' : 'EDIT', qualite: 1 }],
    ...other,
  });

  it.each([
    'ANS20210107161422',
    '0991234567',
    '3990000036/0042',
    '500000001815646/CPAT00045',
    '899700218896',
    '0b9f6f5e-7c2b-4f0e-9d1a-2f4f3f0c9a11',
  ])('takes %s', async (id) => {
    expect(judge(userinfoIdentity, await file(renamed(id))).findings).toEqual([]);
  });

  it.each([
    ['martin', 'identifier-form'],
    ['99700100011', 'identifier-form'],
    ['899700100012', 'rpps-key'],
  ])('finds the fault of %s, and that one alone', async (id, rule) => {
    expect(rulesOf(judge(userinfoIdentity, await file(renamed(id, { otherIds: [] }))))).toEqual([rule]);
  });

  it('takes the identifiers that a merge of identities adds', async () => {
    const merged = [
      { identifiant: '0b9f6f5e-7c2b-4f0e-9d1a-2f4f3f0c9a11', origine: 'PSI', qualite: 2 },
      { identifiant: '0991234567', origine: 'ADELI', qualite: 1 },
      ...MARTIN.otherIds,
    ];
    expect(judge(userinfoIdentity, await file({ ...MARTIN, otherIds: merged })).findings).toEqual([]);
    const second = merged.map((each) => ({ ...each, qualite: 2 }));
    expect(rulesOf(judge(userinfoIdentity, await file({ ...MARTIN, otherIds: second })))).toEqual(['other-ids']);
  });

  it('takes a subject of another form as opaque', async () => {
    expect(judge(userinfoIdentity, await file({ ...MARTIN, sub: 'a-pairwise-subject' })).findings).toEqual([]);
  });

  it('compares files with the ID token beside them, when they can be of one session only', async () => {
    const answer = await file(MARTIN);
    const own = await file(token(claimsOf('899700100011')), 'id.jwt');
    const other = await file(token(claimsOf('899700100029')), 'other.jwt');
    expect(judge(userinfoIdentity, answer, own).findings).toEqual([]);
    expect(rulesOf(judge(userinfoIdentity, answer, other))).toEqual(['subject']);
    expect(judge(userinfoIdentity, answer, own, other).findings).toEqual([]);
    const second = await file(token(claimsOf('899700100029')), 'other.jwt', { user: 2 });
    expect(judge(userinfoIdentity, answer, second).findings).toEqual([]);
  });

  it('does not mix the users of a server, whose logins interleave', async () => {
    const har = await changed('psc-web', (entries) => {
      const login = structuredClone(entryAt(entries, 2));
      const answer = structuredClone(entryAt(entries, 4));
      const access = token(claimsOf('899700100029', { typ: 'Bearer' }));
      const tokens = JSON.parse(login.response.content?.text ?? '{}');
      login.response.content = {
        text: JSON.stringify({ ...tokens, access_token: access, id_token: token(claimsOf('899700100029')) }),
      };
      bearer(answer, access);
      answer.response.content = { text: JSON.stringify(renamed('899700100029')) };
      // The second user's answer comes before the first one's, and after both tokens.
      return [...entries.slice(0, 3), login, answer, ...entries.slice(3)];
    });
    expect(run(userinfoIdentity, har)).toMatchObject({ evaluated: 2, findings: [] });
  });

  it('finds an answer that was asked with the token of another user', async () => {
    const har = await changed('psc-web', (entries) => {
      entryAt(entries, 4).response.content = { text: JSON.stringify(renamed('899700100029')) };
      return entries;
    });
    expect(rulesOf(run(userinfoIdentity, har))).toEqual(['subject']);
  });

  it('finds it in a capture without headers too, when it holds one session', async () => {
    const har = await changed('psc-web', (entries) => {
      const answer = entryAt(entries, 4);
      answer.response.content = { text: JSON.stringify(renamed('899700100029')) };
      answer.request.headers = [];
      return entries;
    });
    expect(rulesOf(run(userinfoIdentity, har))).toEqual(['subject']);
  });

  it('does not compare with tokens that another request got', async () => {
    const har = await changed('psc-web', (entries) => {
      const answer = entryAt(entries, 4);
      answer.response.content = { text: JSON.stringify(renamed('899700100029')) };
      bearer(answer, 'a-token-of-an-earlier-capture');
      return entries;
    });
    expect(run(userinfoIdentity, har).findings).toEqual([]);
  });
});

describe('codes', () => {
  it.each([
    [
      'a pharmacist and a section',
      { codeProfession: '21', codeTypeSavoirFaire: '', codeSavoirFaire: '' },
      { codeSectionPharmacien: 'A' },
      ['21'],
    ],
    [
      'a role without a profession of its own',
      { codeProfession: '99', codeSavoirFaire: '', codeTypeSavoirFaire: '' },
      { codeRole: '312' },
      ['312'],
    ],
    ['a title of courtesy for a title', { codeCiviliteDexercice: 'M' }, {}, ['10']],
    ['an older code', { codeCategorieProfessionnelle: 'F' }, { codeRole: 'FON-53' }, ['10', 'SM54']],
    [
      'the numbers of a test card',
      {},
      { numeroFinessSite: '0B0172805', numeroSiretSite: '00000000016972', numeroSirenSite: '000000000' },
      ['10'],
    ],
  ])('takes %s', async (_, own, activity, roles) => {
    const SubjectRole = roles.map((code) => `${code}^1.2.250.1.213.1.1.5.5`);
    const value = { ...MARTIN, ...practice(own, activity), SubjectRole };
    expect(judge(userinfoCodes, await file(value)).findings).toEqual([]);
  });

  it.each([
    [{ codeProfession: '11' }, {}, ['unknown-code', 'role-practice']],
    [{ codeTypeSavoirFaire: '' }, {}, ['know-how']],
    [{}, { codeSectionPharmacien: 'A' }, ['pharmacy-section']],
    [{}, { numeroSiretSite: '00000000016972', numeroSirenSite: '356000000' }, ['structure-key']],
    [{}, { numeroSirenSite: '12345678' }, ['structure-key']],
  ])('finds %j %j', async (own, activity, rules) => {
    expect(rulesOf(judge(userinfoCodes, await file({ ...MARTIN, ...practice(own, activity) })))).toEqual(rules);
  });

  it('names the table and the date of its copy', async () => {
    const value = { ...MARTIN, ...practice({}, { codeGenreActivite: 'GENR14' }) };
    const member = '$.SubjectRefPro.exercices[0].activities[0].codeGenreActivite';
    const args = { member, table: 'TRE_R22-GenreActivite', version: '2024-03-29' };
    expect(judge(userinfoCodes, await file(value)).findings).toMatchObject([
      { rule: 'unknown-code', args, actual: 'GENR14' },
    ]);
  });

  it('is not drowned by what is no user info', async () => {
    const exercices = Array.from({ length: 2_000 }, (_, rank) => ({ codeProfession: `p${rank}`, activities: [{}] }));
    const value = await file({ ...MARTIN, SubjectRefPro: { codeCivilite, exercices } });
    for (const check of CHECKS) expect(judge(check, value).findings.length).toBeLessThan(150);
  });
});

function bearer(entry: Entry, text: string): void {
  entry.request.headers = [{ name: 'Authorization', value: `Bearer ${text}` }];
}

it('says once that the sub of userinfo is not that of the session', async () => {
  const har = await changed('psc-web', (entries) => {
    const { content } = entryAt(entries, 4).response;
    if (content) content.text = (content.text ?? '').replace('7f90:899700100011', '7f90:899700100029');
    return entries;
  });
  expect(rulesOf(run(userinfoIdentity, har))).toEqual(['subject']);
});

it('leaves a token that contradicts itself to the checks on tokens', async () => {
  const har = await capture('psc-web', [
    ['access-token', '"preferred_username": "899700100011"', '"preferred_username": "899700100029"'],
  ]);
  expect(rulesOf(run(userinfoIdentity, har))).toEqual([]);
});
