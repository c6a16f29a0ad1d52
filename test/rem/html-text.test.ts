import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/rem/html-text.js';

describe('plainText', () => {
  it.each([
    ['paragraphs', '<p class="mb-1">Un</p>\n  <p class="mb-1">deux</p>', 'Un\ndeux'],
    ['line breaks', '<p>Un<br/>deux<br>trois</p>', 'Un\ndeux\ntrois'],
    ['an empty line between', '<p>Un<br><br>deux</p>', 'Un\n\ndeux'],
    ['blocks', '<div>Un<div>deux</div></div><h2>trois</h2>quatre', 'Un\ndeux\ntrois\nquatre'],
    [
      'a numbered list',
      '<p>Étapes</p><ol class="mb-1"><li>Ouvrir</li><li>Fermer</li></ol>fin',
      'Étapes\n1. Ouvrir\n2. Fermer\nfin',
    ],
    ['a list', '<ul><li>Un</li>\n<li>deux</li></ul>', '* Un\n* deux'],
    ['nested lists', '<ol><li>Un<ul><li>a</li><li>b</li></ul></li><li>deux</li></ol>', '1. Un\n  * a\n  * b\n2. deux'],
    ['an item that holds a paragraph', '<ul><li><p>Un</p></li><li><p>deux</p></li></ul>', '* Un\n* deux'],
    ['spans', '<p><span lang="fr">Le <strong>sys</strong>tème</span></p>', 'Le système'],
    ['a table', '<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>', 'a | b\nc'],
    [
      'entities',
      '<p>&eacute;&Egrave;&ccedil;&deg;&nbsp;&rsquo;&#233;&#xE9;&oelig;&inconnue;</p>',
      'éÈç° ’ééœ&inconnue;',
    ],
    ['entities without a tag', 'm&eacute;decin', 'médecin'],
    ['line ends', 'Un\r\ndeux_x000D_\ntrois\rquatre', 'Un\ndeux\ntrois\nquatre'],
    ['what is not seen', 'sys\u200bt\u00adè\ufeffme\u00a0DOIT\u202f:', 'système DOIT :'],
    ['inline tags in plain text', '<u>CAS 1</u> :\n- un\n- deux', 'CAS 1 :\n- un\n- deux'],
    ['scripts, styles and comments', '<p>a<script>alert("<b>")</script><style>p{}</style><!-- <p>x</p> -->b</p>', 'ab'],
    ['what Word leaves', '<p>a<o:p></o:p></p>', 'a'],
  ])('cleans %s', (_, html, plain) => {
    expect(plainText(html, false)).toBe(plain);
    expect(plainText(html, true)).toBe(plain);
  });

  it.each([
    ['placeholders', '<Titre>_<NOM>_<Prénom> ou <entité fonctionnelle>, <nom@domaine>'],
    ['a placeholder that is named as a tag', 'écrire <B> puis <A>, puis <P>'],
    ['comparisons', 'si a < b et b > c, ou x<y>z'],
    ['entities that plain text quotes', 'le caractère & est écrit &amp; et < est écrit &lt;'],
    ['spaces inside a line', 'a  b\n    c'],
    ['a tag that never ends', 'a <p class="x'],
    ['a comment that never ends', 'a <!-- b'],
  ])('leaves %s', (_, text) => {
    expect(plainText(text, false)).toBe(text);
  });

  it('keeps placeholders of HTML, where they are entities', () => {
    expect(plainText('<p>&lt;Titre&gt;_&lt;NOM&gt;</p>', true)).toBe('<Titre>_<NOM>');
    expect(plainText('<p>un <Titre> et <NOM></p>', true)).toBe('un <Titre> et <NOM>');
    expect(plainText('&lt;Titre&gt;', true)).toBe('<Titre>');
  });

  it('changes nothing in what it cleaned', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<li>',
      '</li>',
      '<ol>',
      '</ol>',
      '<br>',
      '<Titre>',
      ' ',
      '\n',
      '\u00a0',
      'é',
      'mot',
      '&eacute;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = plainText(pieces.join(''), false);
        fc.pre(!/<\/?(?:p|li|ol|br)>/.test(once));
        expect(plainText(once, false)).toBe(once);
      }),
    );
  });

  it('takes no time for what is nested or never closed', () => {
    for (const text of [
      '<ul>'.repeat(30_000),
      '<!--'.repeat(30_000),
      '<p '.repeat(30_000),
      '<li>'.repeat(30_000),
      '<script>'.repeat(20_000),
    ])
      expect(plainText(`${text}</ul></li></p>`, true).length).toBeLessThan(400_000);
  });
});
