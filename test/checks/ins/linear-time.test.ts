import { describe, expect, test } from 'vitest';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { LinkedIdentities } from '../../../src/checks/identities/linked-identities.js';
import type { ToldIdentity } from '../../../src/checks/identities/told-identity.js';
import { oneIdentity } from '../../../src/checks/ins/one-identity.js';
import { People } from '../../../src/report/people/people.js';

/** Seconds where the time grows with the square of the number, a fraction of one where it does not. */
const MANY = 20_000;
const LIMIT = 15_000;

const at = { line: 1, column: 1, path: '/a' };

function identity(name: string): ToldIdentity {
  return { source: 'hl7v2', at, matricules: [], localIds: [], traits: { birthName: { value: name, at } } };
}

function artifact(path: string, parts: LinkedIdentities['parts'], containers: string[] = []): LinkedIdentities {
  return { path, containers, kind: 'hl7v2', patient: undefined, order: undefined, isPatient: false, parts };
}

describe('what is compared across a dossier is compared in linear time', () => {
  test('the messages of a batch, each with a document', { timeout: LIMIT }, () => {
    const ranks = Array.from({ length: MANY }, (_, index) => index + 1);
    const batch = ranks.map((rank) => ({
      identities: [identity(`N${rank}`)],
      links: [],
      holds: [`message[${rank}]`],
    }));
    const documents = ranks.map((rank) =>
      artifact(`b!message[${rank}]!d`, [{ identities: [identity(`N${rank === 7 ? 8 : rank}`)], links: [] }], ['b']),
    );
    const { findings, evaluated } = oneIdentity.run([artifact('b', batch), ...documents], NOTHING_DECLARED);
    expect(evaluated).toBe(2 * MANY);
    expect(findings.map((each) => each.rule)).toEqual(['birth-name']);
  });

  test('more findings than a call takes arguments', { timeout: LIMIT }, () => {
    const ins = { value: '285076311399048', at, oid: { value: '1.2.250.1.213.1.4.10', at } };
    const identities = Array.from({ length: 150_000 }, () => ({ ...identity('N'), matricules: [ins] }));
    const patients = [{ id: 'A', status: 'validée' as const }];
    const one = { ...artifact('a', [{ identities, links: [] }]), patient: 'A' };
    expect(oneIdentity.run([one], { ...NOTHING_DECLARED, patients }).findings).toHaveLength(identities.length);
  });

  test('a name that thousands have, and thousands of places that tell it alone', { timeout: LIMIT }, () => {
    const people = new People();
    for (let index = 0; index < MANY / 2; index++) {
      const [names, givens] = [['DUPONT'], [`G ${index}`]];
      people.add({ names, givens, birthDates: ['19850714'], ins: [`${2_850_763_000_000 + index}`] }, place(index));
      people.add({ names, givens: [`G ${index % 2 === 0 ? index : `X${index}`}`] }, place(index));
    }
    expect(people.labels().always.get('DUPONT')).toBe('[nom]');
  });
});

function place(index: number): { path: string; rank: number } {
  return { path: `f${index}`, rank: 0 };
}
