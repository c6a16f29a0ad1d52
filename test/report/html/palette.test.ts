import { describe, expect, test } from 'vitest';
import { DARK, LIGHT, PAPER, type Palette } from '../../../src/report/html/palette.js';

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXTS = ['text', 'muted', 'link', 'bad', 'doubtful', 'review', 'good', 'failed'] as const;

describe.each(Object.entries({ LIGHT, DARK, PAPER } satisfies Record<string, Palette>))('%s', (_, palette) => {
  test.each(TEXTS.flatMap((text) => (['background', 'surface'] as const).map((behind) => [text, behind] as const)))(
    '%s on %s is AA (4.5)',
    (text, behind) => expect(contrast(palette[text], palette[behind])).toBeGreaterThanOrEqual(4.5),
  );

  test('so is what stands on an alarm and on a highlighted line', () => {
    for (const text of ['text', 'bad', 'link'] as const)
      expect(contrast(palette[text], palette.alarm)).toBeGreaterThanOrEqual(4.5);
    for (const behind of ['lit', 'struck'] as const)
      expect(contrast(palette.text, palette[behind])).toBeGreaterThanOrEqual(4.5);
  });

  test('fields and focus can be seen (3)', () => {
    for (const line of ['control', 'link'] as const)
      for (const behind of ['background', 'surface'] as const)
        expect(contrast(palette[line], palette[behind])).toBeGreaterThanOrEqual(3);
  });
});
