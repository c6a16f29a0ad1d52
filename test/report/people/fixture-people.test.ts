import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { identities } from '../../../fixtures/make/patients.js';
import { professionals } from '../../../fixtures/make/professionals.js';
import { withContents } from '../../../src/artifacts/artifact.js';
import type { Person } from '../../../src/artifacts/people/person.js';
import { read } from '../../../src/artifacts/read.js';
import { birthDigits } from '../../../src/identity/birth-date-writings.js';
import { matriculeFault } from '../../../src/identity/matricule.js';
import { peopleOf } from '../../../src/report/people/people-of.js';
import { keyOf } from '../../../src/report/people/words-of.js';

const FIXTURES = fileURLToPath(new URL('../../../fixtures/', import.meta.url));

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

const files = ['artifacts', 'dossiers', 'hostile'].flatMap((name) => filesIn(join(FIXTURES, name)));

async function peopleIn(file: string): Promise<Person[]> {
  const { artifact, unreadable } = await read({ path: 'a', bytes: readFileSync(file), declared: {} });
  return [
    ...(artifact ? [...withContents(artifact)].flatMap(peopleOf) : []),
    ...unreadable.flatMap(({ people = [] }) => people),
  ];
}

// A document that is cut does not tell the patient from the author.
const professionalNames = [...Object.values(professionals).flatMap(({ family, given }) => [family, given]), 'Clémence'];
/** Words of subjects and of names of files that the mask hides, for want of knowing that they name nobody. */
const WORDS = [
  'été à Besançon.txt',
  "à l'œuvre.txt",
  'transfert.eml',
  'smime.p7m',
  'smime.p7s',
  'résumé.txt',
  'encodé.txt',
];
const KNOWN = new Set(
  [...identities.names, ...identities.givens, ...identities.matricules, ...professionalNames, ...WORDS].flatMap(
    (each) => keyOf(each).split(' '),
  ),
);
const DATES: readonly string[] = identities.birthDates;

function unlisted({ names = [], givens = [], birthDates = [], ins = [] }: Person): string[] {
  return [
    ...[...names, ...givens].filter(
      (each) =>
        keyOf(each) !== '' &&
        !keyOf(each)
          .split(' ')
          .every((word) => KNOWN.has(word)),
    ),
    ...birthDates.filter((each) => !DATES.includes(birthDigits(each) ?? '')),
    ...ins.filter(
      (each) =>
        !identities.matricules.some((known) => known.startsWith(each) || each.startsWith(known)) &&
        !keyOf(each)
          .split(' ')
          .every((word) => KNOWN.has(word)),
    ),
  ];
}

it('fixtures name no patient that is not in the list of identities', async () => {
  const found: string[] = [];
  for (const file of files) {
    const path = relative(FIXTURES, file);
    for (const person of await peopleIn(file)) for (const each of unlisted(person)) found.push(`${path}: ${each}`);
    const text = readFileSync(file, 'latin1');
    for (const [digits] of text.matchAll(/(?<!\d)[1-478]\d{5}[\dAB]\d{8}(?!\d)/g))
      if (matriculeFault(digits) === undefined && !identities.matricules.includes(digits))
        found.push(`${path}: ${digits}`);
  }
  expect([...new Set(found)]).toEqual([]);
});
