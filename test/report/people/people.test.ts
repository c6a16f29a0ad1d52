import { describe, expect, it } from 'vitest';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { Identities, type Mask } from '../../../src/report/mask.js';
import { People } from '../../../src/report/people/people.js';

function labels(people: People): string[] {
  return [...people.secrets()].map(([words, label]) => `${words} ${label}`);
}

describe('people', () => {
  it('are told apart although they share a given name or a birth date', () => {
    const people = new People();
    people.add({ names: ['UN'], givens: ['MARIE'], birthDates: ['19800101'] });
    people.add({ names: ['DEUX'], givens: ['MARIE'], birthDates: ['19800101'] });
    expect(labels(people)).toEqual(
      expect.arrayContaining(['UN [P1-nom]', 'DEUX [P2-nom]', 'MARIE [prenom]', '19800101 [naissance]']),
    );
  });

  it('are the same by INS, by local id, or by name and birth date', () => {
    const people = new People();
    people.add({ ins: ['285076311399048'], names: ['UN'], birthDates: ['19850714'] });
    people.add({ ins: ['285076311399048'], ids: ['123456'] });
    people.add({ ids: ['123456'], givens: ['ANNE'] });
    people.add({ names: ['UN'], birthDates: ['14/07/1985'], givens: ['JEANNE'] });
    expect(labels(people).every((label) => label.includes('[P1-'))).toBe(true);
  });
});

describe('the mask', () => {
  const mask: Mask = new Identities().mask({
    ...NOTHING_DECLARED,
    patients: [{ id: 'A', status: 'qualifiée', matricule: '285076311399048' }],
  });

  it('hides a declared matricule under its pseudonym, spaces or not', () => {
    expect(mask('de 285076311399048 et 2 85 07 63 113 990 48')).toBe('de [P1-INS] et [P1-INS]');
  });

  it('leaves what is already hidden', () => {
    expect(mask(mask('de 285076311399048'))).toBe('de [P1-INS]');
  });
});
