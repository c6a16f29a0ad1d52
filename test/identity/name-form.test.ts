import { describe, expect, it } from 'vitest';
import { nameFault } from '../../src/identity/name-form.js';

describe('a birth name', () => {
  it.each([
    'DUPONT',
    "D'ESSAI",
    "'T HOOFT",
    'DE LA FONTAINE',
    'DUPONT--MARTIN',
    'DUPONT - MARTIN',
    'DUPONT-',
    "N'",
    'A'.repeat(100),
  ])('%s is as the national base writes it', (name) => {
    expect(nameFault(name, 'birth-name')).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['Dupont', 'lowercase'],
    ['DUPONTé', 'lowercase'],
    ['DUPONTÉ', 'diacritics'],
    ['ŒUVRE', 'diacritics'],
    ['D’ESSAI', 'typography'],
    ['DUPONT1', 'characters'],
    ['DUPONT, MARTIN', 'characters'],
    ['DUPONT\u00a0MARTIN', 'typography'],
    [' DUPONT', 'start'],
    ['-DUPONT', 'start'],
    ['DE  LA', 'doubled'],
    ["D''ESSAI", 'doubled'],
    ["D' ESSAI", 'doubled'],
    ["D 'ESSAI", 'doubled'],
    ['DUPONT---MARTIN', 'doubled'],
    ['DUPONT ', 'end'],
  ])('%j is not, by %s', (name, fault) => {
    expect(nameFault(name, 'birth-name')).toBe(fault);
  });
});

describe('a given name', () => {
  it.each(['MARIE', 'MARIE-LOUISE', 'MARIE LOUISE ANNE', "N'GUESSAN", 'JEAN-MARC PAUL'])('%s is right', (name) => {
    expect(nameFault(name, 'given')).toBeUndefined();
  });

  it.each([
    ['MARIE--LOUISE', 'double-hyphen'],
    ['MARIE-', 'end'],
    ["MARIE'", 'end'],
    ['MARIE ', 'end'],
    ['Marie', 'lowercase'],
    ['LÉA', 'diacritics'],
  ])('%j is not, by %s', (name, fault) => {
    expect(nameFault(name, 'given')).toBe(fault);
  });
});
