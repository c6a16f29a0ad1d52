import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShownText } from '../../../../src/checks/mss/pdf/shown-text.js';

describe('the text that a PDF shows', () => {
  it.each([
    ['Compte rendu', 'COMPTE\nRENDU'],
    ['Résultat élevé', 'RESULTAT ELEVE'],
    ['œdème', 'OEDEME'],
    ['efficacité', 'e\ufb03cacité'],
    ['anticoagulant', 'anti-\ncoagulant'],
    ['anticoagulant', 'anti-coagulant'],
    ['HÉMOGLOBINE', 'H E M O G L O B I N E'],
    ['5.4 mmol/L', 'Potassium mmol/L 3,5 - 5,1 5,4'],
    ['5.40', '5,4'],
    ['1400', '1 400'],
    ['le 04/01/2024', 'le 4.1.2024'],
    ['', ''],
    ['m²', 'm2'],
  ])('shows %j in %j', (value, text) => {
    expect(new ShownText(text).missing(value)).toEqual([]);
  });

  it.each([
    ['140 mmol/L', '1400 mmol/L', ['140']],
    ['5,4', '5,1', ['5.4']],
    ['Sodium', 'Potassium', ['sodium']],
    ['de', 'demain', ['de']],
  ])('does not show %j in %j', (value, text, missing) => {
    expect(new ShownText(text).missing(value)).toEqual(missing);
  });

  it('forgives a word in twenty, in a long text', () => {
    const words = Array.from({ length: 40 }, (_, index) => `mot${'abcdefghij'[index % 10]}${'klmn'[index % 4]}`);
    const shown = new ShownText(words.join(' '));
    expect(shown.missing([...words, 'perdu'].join(' '))).toEqual([]);
    expect(shown.missing('motak perdu')).toEqual(['perdu']);
  });

  it.each([
    '07/03/2026',
    '7/3/2026',
    '7 mars 2026',
    '07.03.2026',
    '2026-03-07',
    '07/03/26',
    '20260307',
    '07 MARS 2026',
  ])('knows a day written %j', (text) => {
    expect(new ShownText(`le ${text} à 10:30`).showsDay('20260307')).toBe(true);
    expect(new ShownText(`le ${text} à 10:30`).showsDay('20260308')).toBe(false);
  });

  it('knows an identifier whose digits are spaced', () => {
    const shown = new ShownText('INS : 2 85 07 63 113 990 48 (NIR)');
    expect(shown.showsIdentifier('285076311399048')).toBe(true);
    expect(shown.showsIdentifier('285076311399049')).toBe(false);
  });

  it('shows every text in itself, in any order of its lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (lines) => {
        const shown = new ShownText([...lines].reverse().join('\n'));
        return lines.every((line) => shown.missing(line).length === 0);
      }),
    );
  });

  it('looks for a limited number of words across the blanks', () => {
    const text = `${'a-\n'.repeat(50_000)}${'0.'.padEnd(50_000, '0')}1${'9 '.repeat(50_000)}${'\n'.repeat(50_000)}`;
    const wanted = Array.from({ length: 20_000 }, (_, index) => `${'zyxw'[index % 4]}zzz${'ab'[index % 2]}`).join(' ');
    expect(new ShownText(text).missing(wanted)).toHaveLength(20_000);
  });
});
