import { describe, expect, it } from 'vitest';
import { authorityOf, bareOid, isInsOid, isTestOid } from '../../src/identity/oids.js';

const ARC = '1.2.250.1.213.1.4';

describe('OIDs', () => {
  it.each([
    [`${ARC}.8`, true, false],
    [`${ARC}.9`, true, false],
    [`${ARC}.10`, true, true],
    [`${ARC}.11`, true, true],
    [`urn:oid:${ARC}.10`, true, true],
    [`URN:OID:${ARC}.8`, true, false],
    [`${ARC}.1`, false, false],
    [`${ARC}.2`, false, false],
    [`${ARC}.6`, false, false],
    [`${ARC}.13`, false, false],
    [`${ARC}.100`, false, false],
    [`${ARC}.8.1`, false, false],
    ['toString', false, false],
    ['', false, false],
    [undefined, false, false],
  ])('%s: of an INS %s, of test %s', (oid, ins, test) => {
    expect([isInsOid(oid), isTestOid(oid)]).toEqual([ins, test]);
  });

  it.each([
    ['2', 'INS-C', 'production'],
    ['6', 'INS-C', 'test'],
    ['7', 'INS-C', 'demonstration'],
    ['8', 'NIR', 'production'],
    ['9', 'NIA', 'production'],
    ['10', 'NIR', 'test'],
    ['11', 'NIR', 'demonstration'],
    ['13', 'NSS', 'production'],
    ['14', 'NSS', 'production'],
  ])('.%s is a %s of %s', (end, nature, use) => {
    expect(authorityOf(`${ARC}.${end}`)).toMatchObject({ nature, use });
    expect(authorityOf(`urn:oid:${ARC}.${end}`)?.name).toBeTruthy();
  });

  it('of others mean nothing here', () => {
    expect(authorityOf('2.999.1.1')).toBeUndefined();
    expect(authorityOf(undefined)).toBeUndefined();
    expect(authorityOf('constructor')).toBeUndefined();
  });

  it('are bare without their URN and blanks', () => {
    expect(bareOid(` urn:oid:${ARC}.8 `)).toBe(`${ARC}.8`);
    expect(bareOid(`${ARC}.8`)).toBe(`${ARC}.8`);
  });
});
