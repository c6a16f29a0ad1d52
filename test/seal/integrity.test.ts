import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Integrity, verifyArchive } from '../../src/seal/integrity.js';
import { entryOf, sealList, sealText } from '../../src/seal/seal-list.js';
import { zipOf } from '../support/zip.js';

type Content = Readonly<Record<string, string>>;

const SEALED: Content = {
  'dossier/segur.yaml': 'candidate: {}',
  'dossier/cda/é.xml': '<a/>',
  'dossier/vide': '',
  'lock.json': '{}',
  'report/report.json': '{}',
  'scenarios/mss/a.yaml': 'requirement: A',
};

function listOf(content: Content): string {
  return sealText(sealList(Object.entries(content).map(([path, text]) => entryOf(path, Buffer.from(text)))));
}

function archiveOf(content: Content, deflate = true): Buffer {
  return zipOf(Object.entries(content).map(([name, data]) => ({ name, data, deflate })));
}

const WHOLE: Content = { ...SEALED, 'seal.json': listOf(SEALED) };

function told(integrity: Integrity): string[] {
  if (integrity.outcome !== 'altered') return [integrity.outcome];
  return integrity.alterations.map(({ change, path, to }) => [change, path, to].filter(Boolean).join(' '));
}

const without = (path: string): Content => Object.fromEntries(Object.entries(WHOLE).filter(([key]) => key !== path));

describe('an archive that says what it was', () => {
  it('is intact, with its list', () => {
    const found = verifyArchive(archiveOf(WHOLE));
    expect(found).toMatchObject({ outcome: 'intact', list: { entries: { length: 6 } } });
  });

  it('may be written in another order, at another level, with folders, dates and a comment', () => {
    const entries = Object.entries(WHOLE).map(([name, data], index) => ({ name, data, deflate: index % 2 === 0 }));
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), fc.string(), (order, comment) => {
        const archive = zipOf([{ name: 'dossier/' }, ...order, { name: 'dossier/cda/' }], {
          comment: comment.replaceAll('PK', ''),
        });
        expect(told(verifyArchive(archive))).toEqual(['intact']);
      }),
      { numRuns: 30 },
    );
  });
});

describe('an alteration', () => {
  const paths = Object.keys(SEALED);

  it('of one entry among many is named', () => {
    const one = fc.constantFrom(...paths);
    const name = fc.stringMatching(/^[a-z]{1,8}\.x$/);
    fc.assert(
      fc.property(one, name, fc.nat(), (path, other, at) => {
        const bytes = Buffer.from(SEALED[path] ?? '');
        if (bytes.length > 0) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1;
        const flipped = bytes.length > 0 ? bytes.toString('latin1') : 'x';
        const rest = without(path);
        expect(told(verifyArchive(archiveOf({ ...rest, [path]: flipped })))).toEqual([`changed ${path}`]);
        expect(told(verifyArchive(archiveOf(rest)))).toEqual([`removed ${path}`]);
        expect(told(verifyArchive(archiveOf({ ...WHOLE, [other]: 'new content' })))).toEqual([`added ${other}`]);
        const moved = told(verifyArchive(archiveOf({ ...rest, [other]: SEALED[path] ?? '' })));
        expect(moved).toEqual([`renamed ${path} ${other}`]);
      }),
    );
  });

  it('of several is named, each', () => {
    const { 'dossier/vide': _gone, ...rest } = WHOLE;
    const found = verifyArchive(archiveOf({ ...rest, 'dossier/segur.yaml': 'x', 'dossier/Cda/é.xml': 'y' }));
    expect(found.outcome).toBe('altered');
    expect(told(verifyArchive(archiveOf({ ...rest, 'dossier/segur.yaml': 'x', 'dossier/plus': 'y' })))).toEqual([
      'added dossier/plus',
      'changed dossier/segur.yaml',
      'removed dossier/vide',
    ]);
  });

  it('of the list itself is named, be it a space, another root, a line twice, or its absence', () => {
    const list = listOf(SEALED);
    const [line = ''] = list.split('\n').filter((each) => each.includes('vide'));
    for (const other of [
      `${list} `,
      list.replace(/"root": "../, '"root": "zz'),
      list.replace(line, `${line}\n${line}`),
      list.replace('"entries"', '"more": 1,\n  "entries"'),
      '{}',
      '',
    ])
      expect(told(verifyArchive(archiveOf({ ...SEALED, 'seal.json': other })))).toEqual(['changed seal.json']);
    expect(told(verifyArchive(archiveOf(SEALED)))).toEqual(['removed seal.json']);
  });

  it('that is also told by the list is named twice', () => {
    const altered = { ...SEALED, 'dossier/vide': 'full' };
    const list = listOf(SEALED).replace(entryOf('', Buffer.from('')).sha256, entryOf('', Buffer.from('full')).sha256);
    expect(told(verifyArchive(archiveOf({ ...altered, 'seal.json': list })))).toEqual([
      'changed dossier/vide',
      'changed seal.json',
    ]);
  });
});

describe('a hostile archive', () => {
  const entries = Object.entries(WHOLE).map(([name, data]) => ({ name, data }));

  it.each([
    ['a path that leads out', { name: '../evil', data: 'x' }, 'changed ../evil'],
    ['an absolute path', { name: '/etc/evil', data: 'x' }, 'changed /etc/evil'],
    ['a path of Windows', { name: 'a\\b', data: 'x' }, 'changed a\\b'],
    ['a link', { name: 'link', data: '/etc/passwd', mode: 0o120777 }, 'changed link'],
    ['a name twice', { name: 'dossier/segur.yaml', data: 'other' }, 'changed dossier/segur.yaml'],
    ['a name that differs by case', { name: 'DOSSIER/segur.yaml', data: 'other' }, 'changed DOSSIER/segur.yaml'],
    ['a wrong check sum', { name: 'extra', data: 'x', crc: 1 }, 'added extra'],
    ['an encrypted entry', { name: 'extra', data: 'x', flags: 1 }, 'added extra'],
    ['another name in its local header', { name: 'extra', data: 'x', local: { name: 'xtrae' } }, 'changed extra'],
  ])('with %s is named and not read', (_, entry, expected) => {
    const found = verifyArchive(zipOf([...entries, entry]));
    expect(found.outcome).toBe('altered');
    expect(told(found)).toEqual([expected]);
    expect(found).toMatchObject({ problem: { code: expect.stringMatching(/^read\//) } });
  });

  it('whose list nests beyond any has another list', () => {
    const nested = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    expect(told(verifyArchive(archiveOf({ ...WHOLE, 'seal.json': nested })))).toEqual(['changed seal.json']);
  });

  it('that claims more than a seal may hold is not inflated', () => {
    const bomb = zipOf([...entries, { name: 'bomb', data: 'x', deflate: true, size: 2 ** 31 }]);
    expect(verifyArchive(bomb)).toMatchObject({ outcome: 'altered', problem: {} });
    const many = zipOf(Array.from({ length: 5 }, (_, index) => ({ name: `${index}`, data: '', size: 2 ** 29 })));
    expect(verifyArchive(many)).toMatchObject({ outcome: 'altered', problem: {} });
  });

  it('that is cut anywhere is altered, and never intact', () => {
    const whole = archiveOf(WHOLE);
    fc.assert(
      fc.property(fc.integer({ min: 4, max: whole.length - 1 }), (length) => {
        expect(verifyArchive(whole.subarray(0, length)).outcome).toBe('altered');
      }),
    );
  });

  it('with one bit turned anywhere is never intact with another content', () => {
    const whole = archiveOf(WHOLE);
    const before = verifyArchive(whole);
    fc.assert(
      fc.property(fc.nat({ max: whole.length * 8 - 1 }), (bit) => {
        const other = Buffer.from(whole);
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const found = verifyArchive(other);
        // A date, a comment: nothing that is compared.
        if (found.outcome === 'intact') expect(found).toEqual(before);
      }),
      { numRuns: 1000 },
    );
  });

  it('of tens of thousands of entries with one content pairs them in order, without end', () => {
    const names = (prefix: string): Content =>
      Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`dossier/${prefix}${10_000 + index}`, '']));
    const always = { 'lock.json': '{}', 'report/report.json': '{}' };
    const list = listOf({ ...always, ...names('a') });
    const found = told(verifyArchive(archiveOf({ ...always, ...names('b'), 'seal.json': list }, false)));
    expect(found).toHaveLength(60_000);
    expect(found.slice(0, 2)).toEqual([10_000, 10_001].map((rank) => `renamed dossier/a${rank} dossier/b${rank}`));
  }, 20_000);

  it('is no seal when nothing in it is of one', () => {
    expect(verifyArchive(Buffer.from('hello'))).toEqual({ outcome: 'not-a-seal' });
    expect(verifyArchive(Buffer.alloc(0))).toEqual({ outcome: 'not-a-seal' });
    expect(verifyArchive(zipOf([{ name: 'a', data: 'b' }]))).toEqual({ outcome: 'not-a-seal' });
  });

  it('of another version of the format says which', () => {
    const list = listOf(SEALED).replace('segur-check/seal/1', 'segur-check/seal/2');
    expect(verifyArchive(archiveOf({ ...SEALED, 'seal.json': list }))).toEqual({
      outcome: 'other-version',
      schema: 'segur-check/seal/2',
    });
  });
});
