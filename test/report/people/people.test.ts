import fc from 'fast-check';
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

describe('a document of one patient under the matricule of another', () => {
  const one = { ins: ['285076311399048'], names: ['UN'], birthDates: ['19850714'] };
  const two = { ins: ['152026912399108'], names: ['DEUX'], birthDates: ['19520229'] };
  const told = (...all: Person[]): People => {
    const people = new People();
    for (const [at, person] of all.entries()) people.add(person, { path: `${at}`, rank: 0 });
    return people;
  };

  it('does not make one person of both', () => {
    const found = labels(told(one, two, { ...one, ins: two.ins }));
    expect(found).toContain('UN [P1-nom]');
    expect(found).toContain('285076311399048 [P1-INS]');
    expect(found).toContain('DEUX [P2-nom]');
    expect(found).toContain('152026912399108 [P2-INS]');
  });

  it('is still one person if the matricule, the name or the date is nobody else’s', () => {
    const found = labels(
      told(
        one,
        one,
        { ...one, ins: ['285076311399049'] },
        { ...one, ins: ['185076311399048'] },
        { ...one, names: ['UNE'] },
      ),
    );
    expect(found).toContain('185076311399048 [P1-INS]');
    expect(found).toContain('UNE [P1-nom]');
  });
});

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

describe('who is who', () => {
  it('is told by a file that links a matricule to a name, even when it comes last', () => {
    const people = new People();
    people.add({ ins: ['285076311399048'] }, { path: 'a', rank: 0 });
    people.add({ names: ['UN'], birthDates: ['19850714'] }, { path: 'b', rank: 0 });
    people.add({ names: ['DEUX'], birthDates: ['19850714'] }, { path: 'c', rank: 0 });
    people.add({ ins: ['2850763113990'], names: ['UN'], birthDates: ['14/07/1985'] }, { path: 'd', rank: 0 });
    const { always } = people.labels();
    expect([always.get('285076311399048'), always.get('UN'), always.get('DEUX')]).toEqual([
      '[P1-INS]',
      '[P1-nom]',
      '[P2-nom]',
    ]);
  });

  it('is not told by a local identifier of two systems, nor by a short one of two files', () => {
    const people = new People();
    people.add({ ins: ['285076311399048'], ids: ['10001'], names: ['UN'] }, { path: 'a', rank: 0 });
    people.add({ ins: ['152026912399101'], ids: ['10001'], names: ['DEUX'] }, { path: 'b', rank: 0 });
    people.add({ ids: ['1'], names: ['TROIS'] }, { path: 'c!x', rank: 0 });
    people.add({ ids: ['1'], givens: ['ANNE'] }, { path: 'c!y', rank: 0 });
    people.add({ ids: ['1'], names: ['QUATRE'] }, { path: 'd', rank: 0 });
    const { always } = people.labels();
    expect(['UN', 'DEUX', 'TROIS', 'ANNE', 'QUATRE'].map((key) => always.get(key))).toEqual([
      '[P1-nom]',
      '[P2-nom]',
      '[P3-nom]',
      '[P3-prenom]',
      '[P4-nom]',
    ]);
  });

  it('is told by a name alone when one person only has it', () => {
    const people = new People();
    people.add({ names: ['UN'], givens: ['ANNE'], birthDates: ['19850714'] }, { path: 'a', rank: 0 });
    people.add({ names: ['UN'], givens: ['ANNE'] }, { path: 'b', rank: 0 });
    people.add({ names: ['DEUX'], givens: ['ANNE', 'LISE'] }, { path: 'c', rank: 0 });
    const { always } = people.labels();
    expect([always.get('UN'), always.get('DEUX')]).toEqual(['[P1-nom]', '[P2-nom]']);
    // A mother and her child.
    people.add({ names: ['UN'], givens: ['LOUIS'], birthDates: ['20150714'] }, { path: 'd', rank: 0 });
    expect(people.labels().always.get('UN')).toBe('[nom]');
  });

  describe('is told by the manifest', () => {
    const declared = (theirs: Person): (string | undefined)[] => {
      const people = new People();
      people.add({ names: ['AUTRE'], birthDates: ['19600101'] }, { path: 'a', rank: 0 });
      people.add(theirs, { path: 'b', rank: 0, patient: 'A' });
      people.add({ names: ['PROCHE'], close: true }, { path: 'b', rank: 1, patient: 'A' });
      people.declare('A', { ins: ['285076311399048'], names: ['UN'], birthDates: ['1985-07-14'] });
      const { always } = people.labels();
      return ['285076311399048', 'DEUX', 'PROCHE'].map((key) => always.get(key));
    };

    it('for the artifacts that it says are theirs, but not for those close to them', () => {
      expect(declared({ names: ['DEUX'] })).toEqual(['[P2-INS]', '[P2-nom]', '[P3-nom]']);
      expect(declared({ names: ['DEUX'], birthDates: ['19850714'] })).toEqual(['[P2-INS]', '[P2-nom]', '[P3-nom]']);
    });

    it('unless these are about somebody else, which is a fault to show', () => {
      expect(declared({ names: ['DEUX'], birthDates: ['19710405'] })).toEqual(['[P4-INS]', '[P2-nom]', '[P3-nom]']);
      expect(declared({ ins: ['152026912399101'], names: ['DEUX'] })).toEqual(['[P4-INS]', '[P2-nom]', '[P3-nom]']);
    });
  });

  it('does not depend on the order of files', () => {
    const some = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const listed = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
    const person = fc.record({
      ins: some('285076311399048', '152026912399101', '202112A00499284'),
      id: some('10001', '10002', '7'),
      name: some('UN', 'DEUX', 'TROIS-UN', 'LYON'),
      given: some('ANNE', 'LOUIS'),
      date: some('19850714', '1952-02-29'),
      place: some('63113', 'LYON'),
      patient: some('A', 'B'),
      close: fc.boolean(),
    });
    const told = (
      people: People,
      each: typeof person extends fc.Arbitrary<infer T> ? T : never,
      rank: number,
    ): void => {
      const [ins, ids, names] = [listed(each.ins), listed(each.id), listed(each.name)];
      const [givens, birthDates, birthPlaces] = [listed(each.given), listed(each.date), listed(each.place)];
      const close = each.close ? ({ close: true } as const) : {};
      const { patient } = each;
      people.add(
        { ins, ids, names, givens, birthDates, birthPlaces, ...close },
        { path: `f${rank}`, rank: 0, patient },
      );
    };
    const shown = (people: People): string[] => {
      people.declare('A', { ins: ['285076311399048'], names: ['UN'], birthDates: ['1985-07-14'] });
      people.declare('B', { names: ['DEUX'] });
      const { always, beside } = people.labels();
      return [...always, ...beside].map((each) => each.join(' ')).sort();
    };
    const files = fc.array(person, { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(
        files.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
        ),
        ([all, order]) => {
          const [inOrder, shuffled] = [new People(), new People()];
          for (const [rank, each] of all.entries()) told(inOrder, each, rank);
          for (const rank of order) {
            const each = all[rank];
            if (each) told(shuffled, each, rank);
          }
          expect(shown(shuffled)).toEqual(shown(inOrder));
        },
      ),
      { numRuns: 400 },
    );
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

  it('hides every trait that the manifest declares of a patient', () => {
    const hide = new Identities().mask({
      ...NOTHING_DECLARED,
      patients: [
        {
          id: 'A',
          status: 'validée',
          'birth-name': 'LÉVÊQUE',
          'first-given': 'ZOE',
          'given-list': 'ZOE ANNE',
          'birth-date': '1985-07-14',
          'birth-place': '63113',
          'used-name': 'FERRAND',
          'used-given': 'LISE',
        },
      ],
    });
    expect(hide('LEVEQUE Ferrand Zoé Anne Lise 14/07/1985 63113')).toBe(
      '[P1-nom] [P1-nom] [P1-prenom] [P1-prenom] [P1-naissance] [P1-lieu]'.replace(
        '[P1-prenom] [P1-prenom]',
        '[P1-prenom] [P1-prenom]',
      ),
    );
  });
});
