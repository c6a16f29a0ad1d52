import { describe, expect, test } from 'vitest';
import { escapeMarkdown, markdownCode } from '../../src/report/escape-markdown.js';
import { NASTY } from './sample-report.js';

describe('escapeMarkdown', () => {
  test.each([
    ['a|b', String.raw`a\|b`],
    [String.raw`a\|b`, String.raw`a\\\|b`],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<!-- --> &amp;', '&lt;!-- --&gt; &amp;amp;'],
    ['[x](http://y.example)', String.raw`\[x\](http:&#8203;//y.example)`],
    ['voir www.example.com', 'voir www&#8203;.example.com'],
    ['@sante et a@b.fr', '@&#8203;sante et a@&#8203;b.fr'],
    ['corrige #123, !45 et GH-6', 'corrige #&#8203;123, !&#8203;45 et GH-&#8203;6'],
    ['épopée &1, ~étiquette, $2 et %"v1"', String.raw`épopée &amp;&#8203;1, \~étiquette, \$&#8203;2 et %&#8203;"v1"`],
    ['# titre', String.raw`\# titre`],
    ['#1', String.raw`\#&#8203;1`],
    ['1. liste', String.raw`1\. liste`],
    ['- liste', String.raw`\- liste`],
    ['**gras** _i_ `c` ~~ x ~~ $y$', String.raw`\*\*gras\*\* \_i\_ \`c\` \~\~ x \~\~ \$y\$`],
    ['deux\nlignes', 'deux lignes'],
    ['x\u2028\u202E\u0000', String.raw`x\\u{2028}\\u{202E}␀`],
    ['1.2.250.1.213.1', '1.2.250.1.213.1'],
    ["L'objet : « é »", "L'objet : « é »"],
  ])('%j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  test.each(Object.entries(NASTY))('gives one line without HTML, bar nor hidden character: %s', (_, text) => {
    const escaped = escapeMarkdown(text);
    expect(escaped).not.toMatch(/[<>\p{Cc}\p{Cs}\p{Bidi_Control}]|(?<!\\)\|/u);
  });
});

describe('markdownCode', () => {
  test.each([
    ['mail/1.eml:4:10', '`mail/1.eml:4:10`'],
    ['a`b', '``a`b``'],
    ['`a``', '``` `a`` ```'],
    ['a\nb\u2028c', '`a b\\u{2028}c`'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });
});
