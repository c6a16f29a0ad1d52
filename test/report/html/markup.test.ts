import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataScript, html, withLines } from '../../../src/report/html/markup.js';

const MARKS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => MARKS[name] ?? '');

test('text is text, in an element and in an attribute', () => {
  const hostile = `<script>alert(1)</script>" onclick='x' &amp;`;
  expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(1)&lt;/script&gt;&quot; onclick=&#39;x&#39; &amp;amp;">' +
      '&lt;script&gt;alert(1)&lt;/script&gt;&quot; onclick=&#39;x&#39; &amp;amp;</p>',
  );
});

test('whatever a value is, it adds no mark and can be read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', ';', 'a', '#', ' ') }), (value) => {
      const { text } = html`<b>${value}</b>`;
      expect(text.slice(3, -4)).not.toMatch(/[<>"']/);
      expect(decoded(text.slice(3, -4))).toBe(value);
    }),
  );
});

test('what could hide or turn a text is visible', () => {
  expect(html`${'a\u202Eb\u0000\u001b\n\u200B'}`.text).toBe('a\\u{202E}b␀␛␊\\u{200B}');
});

test('templates nest, and nothing leaves no trace', () => {
  expect(html`<ul>${['a', '<'].map((each) => html`<li>${each}</li>`)}${undefined}${0}</ul>`.text).toBe(
    '<ul><li>a</li><li>&lt;</li>0</ul>',
  );
  expect(html`${withLines(' a\r\nb\n<c> ')}`.text).toBe('a<br>b<br>&lt;c&gt;');
});

test('data can neither end its script nor begin a comment', () => {
  const value = { a: '</script><!-- <script>', b: '</SCRIPT >' };
  const { text } = dataScript('data', JSON.stringify(value));
  const inner = text.slice(text.indexOf('>') + 1, text.lastIndexOf('<'));
  expect(inner).not.toContain('<');
  expect(JSON.parse(inner)).toEqual(value);
});
