import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHl7Organization, readHl7Person } from '../../src/identity/hl7-name.js';
import { isWellFormedOid } from '../../src/identity/oids.js';

const word = fc.stringMatching(/^[A-Za-z0-9/.-]{1,12}$/);

it('reads back every component that is written', () => {
  fc.assert(
    fc.property(word, word, word, word, word, (id, family, given, oid, type) => {
      const person = readHl7Person(`${id}^${family}^${given}^^^^^^&${oid}&ISO^D^^^${type}`);
      expect(person).toEqual({ id, family, given, namespace: '', oid, oidType: 'ISO', nameType: 'D', idType: type });
      const structure = readHl7Organization(`${family}^^^^^&${oid}&ISO^${type}^^^${id}`);
      expect(structure).toEqual({ name: family, namespace: '', oid, oidType: 'ISO', idType: type, id });
    }),
  );
});

it('takes arcs for an OID up to 64 characters, none of which begins with a zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 }), fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (root, arcs) => {
      const oid = [root, ...arcs].join('.');
      expect(isWellFormedOid(oid)).toBe(oid.length <= 64);
      expect(isWellFormedOid([root, ...arcs.map((arc) => `0${arc}`)].join('.'))).toBe(false);
    }),
  );
});

it('reads any text without failing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readHl7Person(text).id).toBe((text.trim().split('^')[0] ?? '').trim());
      expect(typeof isWellFormedOid(text)).toBe('boolean');
    }),
  );
});
