import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type DepositedFile, writeDeposit } from '../../src/cli/write-deposit.js';
import { temporaryFolder } from '../support/cli.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const MARK: DepositedFile[] = [
  { path: 'INDEX.csv', content: 'index' },
  { path: 'CHECKLIST.md', content: '<!-- segur-check/deposit/1 -->\n' },
];

function copied(folder: string, text: string): DepositedFile {
  const file = join(folder, 'proof.png');
  writeFileSync(file, text);
  return { path: '01 A/X.01.png', content: { file, shown: 'proof.png', sha256: sha256(text) } };
}

test('writes texts and copies, with the hashes of all', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'deep', 'deposit');
  await writeDeposit(target, [...MARK, copied(folder, 'bytes')]);
  expect(readFileSync(join(target, '01 A', 'X.01.png'), 'utf8')).toBe('bytes');
  const lines = readFileSync(join(target, 'SHA256SUMS'), 'utf8').split('\n');
  expect(lines).toEqual([
    `${sha256('bytes')}  01 A/X.01.png`,
    `${sha256('<!-- segur-check/deposit/1 -->\n')}  CHECKLIST.md`,
    `${sha256('index')}  INDEX.csv`,
    '',
  ]);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['deposit']);
});

test.each<[string, (file: string) => void]>([
  ['that has changed', (file) => writeFileSync(file, 'other')],
  [
    'that has become a link',
    (file) => {
      renameSync(file, `${file}.moved`);
      symlinkSync(`${file}.moved`, file);
    },
  ],
  ['that is gone', (file) => rmSync(file)],
])('a file %s stops it, and leaves the earlier deposit', async (_, change) => {
  const folder = temporaryFolder();
  const target = join(folder, 'deposit');
  const proof = copied(folder, 'bytes');
  await writeDeposit(target, [...MARK, proof]);
  change(join(folder, 'proof.png'));
  await expect(writeDeposit(target, [...MARK, proof])).rejects.toMatchObject({
    code: 'deposit-changed',
    args: { path: 'proof.png' },
  });
  expect(readFileSync(join(target, '01 A', 'X.01.png'), 'utf8')).toBe('bytes');
  expect(readdirSync(folder).filter((each) => each.startsWith('.'))).toEqual([]);
});

test('what is put in the place of the deposit while the run lasts is kept', async () => {
  const folder = temporaryFolder();
  const target = join(folder, 'deposit');
  mkdirSync(target);
  writeFileSync(join(target, 'mine.txt'), 'mine');
  await expect(writeDeposit(target, MARK)).rejects.toMatchObject({ code: 'deposit-not-ours' });
  expect(readdirSync(folder)).toEqual(['deposit']);
  expect(readFileSync(join(target, 'mine.txt'), 'utf8')).toBe('mine');
});

test('where nothing can be written, it says so', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(writeDeposit(join(folder, 'file', 'deposit'), MARK)).rejects.toMatchObject({ code: 'cannot-write' });
});
