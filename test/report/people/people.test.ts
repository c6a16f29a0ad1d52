import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/artifacts/people/person.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { Identities, type Mask } from '../../../src/report/mask.js';
import { People } from '../../../src/report/people/people.js';

function labels(people: People): string[] {
  return [...people.labels().always].map(([words, label]) => `${words} ${label}`);
}

/** People told of one after the other, in one file. */
function peopleOf(...all: Person[]): People {
  const people = new People();
  for (const [rank, person] of all.entries()) people.add(person, { path: 'a', rank });
  return people;
}

describe('people', () => {
  it('are told apart although they share a given name or a birth date', () => {
    const people = peopleOf(
      { names: ['UN'], givens: ['MARIE'], birthDates: ['19800101'] },
      { names: ['DEUX'], givens: ['MARIE'], birthDates: ['19800101'] },
    );
    expect(labels(people)).toEqual(
      expect.arrayContaining(['UN [P1-nom]', 'DEUX [P2-nom]', 'MARIE [prenom]', '19800101 [naissance]']),
    );
  });

  it('are the same by INS, by local id, or by name and birth date', () => {
    const people = peopleOf(
      { ins: ['285076311399048'], names: ['UN'], birthDates: ['19850714'] },
      { ins: ['285076311399048'], ids: ['123456'] },
      { ids: ['123456'], givens: ['ANNE'] },
      { names: ['UN'], birthDates: ['14/07/1985'], givens: ['JEANNE'] },
    );
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
