import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfHtml } from '../../../../src/artifacts/mail/html-text.js';
import { withoutComments } from '../../../../src/checks/mails/field-comments.js';
import { sameWords } from '../../../../src/checks/mss/message/same-words.js';

const words = (html: string) => textOfHtml(html).replace(/\s+/g, ' ').trim();

describe('the text of a page', () => {
  it.each([
    ['<p>Bonjour <b>Cam</b>ille</p><p>Merci</p>', 'Bonjour Camille Merci'],
    ['<table><tr><td>un</td><td>deux</td></tr></table>', 'un deux'],
    ['<head><title>Objet</title><style>p { color: red }</style></head>Oui', 'Oui'],
    ['<HEAD><STYLE>p</STYLE><body>Oui', 'Oui'],
    ['<script>if (a < b) alert("</p>")</script>Oui', 'Oui'],
    ['<style>jamais fermé', ''],
    ['a<!-- <p>non</p> -->b', 'ab'],
    ['<!--[if mso]><p>non</p><![endif]-->oui<![if !mso]> et oui<![endif]>', 'oui et oui'],
    ['<!-->oui', 'oui'],
    ['5 < 7 et 8 <9', '5 < 7 et 8 <9'],
    ['&Eacute;t&eacute; &amp; c&oelig;ur&nbsp;&#233;&#xE9; &rsquo;&inconnue;', 'Ete & coeur éé'],
    ['&#99999999;&#x110000; &amp;lt;', '&lt;'],
    ['un <p sans fin', 'un'],
    ['<o:p></o:p>un<br/>deux', 'un deux'],
  ])('%j', (html, text) => {
    expect(words(html)).toBe(text);
  });

  it('holds in time whatever is open', () => {
    for (const opening of ['<', '<style>', '<!--', '<p ', '&', '&#'])
      expect(textOfHtml(opening.repeat(200_000))).toBeDefined();
  });
});

describe('the same words', () => {
  const letter = 'Bonjour, je vous adresse le compte rendu de consultation de ce jour. Bien cordialement, Dr Martin';

  it.each([
    [letter, letter.toUpperCase()],
    [letter, letter.replace(/[,.]/g, ' -- ')],
    [letter, `${letter} https://exemple.mssante.fr/a/b?c=d [image: Logo]`],
    ['Œuvre à l’hôpital', "OEUVRE a l'hopital"],
    ['un­deux trois​quatre', 'undeux troisquatre'],
    [letter, `1. ${letter} 2.`],
    ['', ''],
  ])('%j and %j', (one, other) => {
    expect(sameWords(one, other)).toBe(true);
    expect(sameWords(other, one)).toBe(true);
  });

  it.each([
    [letter, 'Votre messagerie ne lit pas le HTML.'],
    [letter, 'Bonjour, je vous adresse le compte rendu.'],
    [letter, `${letter} Merci de rappeler demain matin sans faute.`],
    ['Voir ci-joint.', 'Appelez-moi demain'],
  ])('not %j and %j', (one, other) => {
    expect(sameWords(one, other)).toBe(false);
    expect(sameWords(other, one)).toBe(false);
  });

  it('does not depend on the order of words, nor on which text comes first', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}$/)), fc.array(fc.stringMatching(/^[a-z]{1,6}$/)), (a, b) => {
        expect(sameWords(a.join(' '), [...a].reverse().join('\n'))).toBe(true);
        expect(sameWords(a.join(' '), b.join(' '))).toBe(sameWords(b.join(' '), a.join(' ')));
      }),
    );
  });
});

it.each([
  ['<a@b> (commentaire (imbriqué))', '<a@b>  '],
  ['(a)"(b)"(c\\))d', ' "(b)" d'],
  ['"a\\"(b" c', '"a\\"(b" c'],
  ['a) b', 'a) b'],
  ['(jamais fermé', ''],
])('takes the comments out of %j', (field, text) => {
  expect(withoutComments(field)).toBe(text);
});
