import { expect, it } from 'vitest';
import { runNumberOf } from '../../src/dossier/run-number.js';

const PAGE = 'https://tests-editeur.espacedeconfiance.mssante.fr/project/MSSante/execution/show/';

it.each([
  [12345, 12345],
  ['12345', 12345],
  [`${PAGE}12345`, 12345],
  [` ${PAGE}12345/ `, 12345],
])('takes %j', (given, expected) => expect(runNumberOf(given)).toBe(expected));

it.each([
  0,
  -3,
  1.5,
  Number.NaN,
  'réussi',
  '',
  '0',
  null,
  [12],
  { number: 12 },
  `${PAGE}`,
  `${PAGE}0`,
  `${PAGE}12/edit`,
  PAGE.replace('https', 'http').concat('12'),
  'https://tests-editeur.espacedeconfiance.mssante.fr.example.org/project/MSSante/execution/show/12',
  'https://example.org/project/MSSante/execution/show/12',
])('refuses %j', (given) => expect(runNumberOf(given)).toBeUndefined());
