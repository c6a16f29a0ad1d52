import { describe, expect, it } from 'vitest';
import { soapFiles } from '../../../fixtures/make/artifacts/soap.js';
import { patients } from '../../../fixtures/make/patients.js';
import { read } from '../../../src/artifacts/read.js';
import { identitiesOf } from '../../../src/checks/identities/identities-of.js';
import { type ToldIdentity, traitsOf } from '../../../src/checks/identities/told-identity.js';

const { alpha } = patients;
const ids = { matricule: alpha.ins?.matricule, oid: alpha.ins?.oid };
const made = new Map(soapFiles().map(({ path, bytes }) => [path.slice('soap/'.length), bytes]));

async function told(name: string, change = (text: string): string => text): Promise<readonly ToldIdentity[]> {
  const text = new TextDecoder('latin1').decode(made.get(name));
  const { artifact } = await read({ path: name, bytes: Buffer.from(change(text), 'latin1'), declared: {} });
  if (!artifact) throw new Error(`${name} was not read`);
  return identitiesOf(artifact);
}

/** What the body tells, the VIHF put aside. */
const inBody = async (name: string, change?: (text: string) => string): Promise<ToldIdentity[]> =>
  (await told(name, change)).filter(({ source }) => source !== 'vihf');

describe('the identities of a SOAP message', () => {
  it('reads the VIHF, in a message or alone', async () => {
    for (const name of ['vihf.xml', 'td0.3-autorisation-requete.xml']) {
      const [one, ...others] = await told(name);
      expect(others).toEqual([]);
      expect(one?.source).toBe('vihf');
      expect(one && traitsOf(one)).toEqual(ids);
      expect(one?.at.path).toMatch(/AttributeValue/);
    }
  });

  it('takes an identifier of the VIHF under another authority for a local one, and an empty one for none', async () => {
    const cx = `${ids.matricule}^^^&amp;${ids.oid}&amp;ISO^NH`;
    const [local] = await told('vihf.xml', (text) => text.replace(cx, '10001^^^&amp;2.999.1.1&amp;ISO^PI'));
    expect(local?.matricules).toEqual([]);
    expect(local?.localIds).toMatchObject([{ value: '10001', authority: '2.999.1.1' }]);
    expect(await told('vihf.xml', (text) => text.replace(cx, ''))).toEqual([]);
    const [bare] = await told('vihf.xml', (text) => text.replace(cx, `${ids.matricule}`));
    expect(bare?.matricules).toMatchObject([{ value: ids.matricule, oid: undefined }]);
  });

  it('reads who is asked about in a stored query', async () => {
    const [one, ...others] = await inBody('td3.1-recherche-requete.xml');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ source: 'xds', asked: true });
    expect(one && traitsOf(one)).toEqual(ids);
    const listed = await inBody('td3.1-recherche-requete.xml', (text) =>
      text.replace(/'(\d[^']*NH)'/, "('$1','10001^^^&amp;2.999.1.1&amp;ISO^PI')"),
    );
    expect(listed).toHaveLength(2);
  });

  it('reads the search of INSi by traits, without the first given name', async () => {
    const [one, ...others] = await inBody('insi-traits.request.xml');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ source: 'insi', asked: true, matricules: [] });
    expect(one && traitsOf(one)).toEqual({ birthName: alpha.family, sex: 'F', birthDate: '1985-07-14' });
  });

  it('reads the search of INSi by card, whose matricule has no OID', async () => {
    const [one] = await inBody('insi-vitale.xml');
    expect(one && traitsOf(one)).toEqual({
      matricule: ids.matricule,
      birthName: alpha.family,
      birthDate: '1985-07-14',
    });
  });

  it('reads the answer of INSi: the active matricule, the former ones, the traits', async () => {
    const [one, ...others] = await inBody('insi-traits.response.xml');
    expect(others).toEqual([]);
    expect(one?.asked).toBeUndefined();
    expect(one?.matricules.map(({ former = false }) => former)).toEqual([false, true]);
    expect(one && traitsOf(one)).toEqual({
      ...ids,
      birthName: alpha.family,
      givenList: alpha.givenList,
      sex: 'F',
      birthDate: '1985-07-14',
      birthPlace: alpha.birthPlace.code,
    });
  });

  it('tells nobody from an answer that found nobody, and drops what stands empty', async () => {
    const nobody = await inBody('insi-traits.response.xml', (text) =>
      text.replace(/<INDIVIDU>[\s\S]*<\/INDIVIDU>/, ''),
    );
    expect(nobody).toEqual([]);
    const [one] = await inBody('insi-traits.response.xml', (text) => text.replace(/<Sexe>F/, '<Sexe>'));
    expect(one && 'sex' in one.traits).toBe(false);
  });

  it('reads the existence test of the DMP and its answer', async () => {
    const [asked] = await inBody('td0.2-existence-requete.xml');
    expect(asked).toMatchObject({ source: 'dmp-query', asked: true });
    expect(asked && traitsOf(asked)).toEqual(ids);
    const [answered] = await inBody('td0.2-existence-reponse.xml');
    expect(answered && traitsOf(answered)).toEqual({
      ...ids,
      birthName: alpha.family,
      sex: 'F',
      birthDate: alpha.birthDate,
    });
    const [used] = await inBody('td0.2-existence-reponse.xml', (text) =>
      text.replace('qualifier="BR"', 'qualifier="SP"'),
    );
    expect(used?.traits).toMatchObject({ usedName: { value: alpha.family } });
  });

  it('reads the metadata that are sent, and of those found the identifiers alone', async () => {
    const sent = await inBody('td2.1-alimentation-requete.xml');
    expect(sent.map(({ source }) => source)).toEqual(['xds', 'xds']);
    expect(sent.map((each) => traitsOf(each).matricule)).toEqual([ids.matricule, ids.matricule]);
    expect(sent.some(({ traits }) => traits.birthName?.value === alpha.family)).toBe(true);
    const found = await inBody('td3.1-recherche-reponse.xml');
    expect(found.map((each) => traitsOf(each))).toEqual([ids]);
    expect(await inBody('td3.3c-suppression.xml')).toHaveLength(1);
  });

  it('reads the list of the patients of the DMP', async () => {
    const [one] = await inBody('td0.4-liste-reponse.xml');
    expect(one && traitsOf(one)).toEqual({ ...ids, birthDate: alpha.birthDate });
  });
});
