import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packFiles } from '../../../../src/packs/pack-files.js';
import { compileSchema } from '../../../../src/packs/schematron/compile/schema.js';
import { loadSchema } from '../../../../src/packs/schematron/load/load-schema.js';

/** Every word that generated code may hold beside literals, numbered names and functions of the runtime. */
const WORDS = new Set(
  `use strict function return const let for of if else try catch break null true false new typeof
  H R N D F G RULES rule map sets contexts begin fire forget root node rank n b e x said failed lost
  JSON parse Set has add push length get run value kind code uri localName tree elements document byName order end
  first next firstElement nextElement firstAttribute parent Infinity NaN`.split(/\s+/),
);
const RUNTIME = /\bR\.\w+(?:\.\w+)*/g;
const NUMBERED = /^(?:[kfvpw]\d+|\d[\de]*)$/;

const NASTY = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    '\\',
    '\n',
    '\r',
    '\u2028',
    '\u2029',
    '`',
    '$\u007bglobalThis.owned}',
    '*/owned/*',
    '//owned',
    '</script>',
    '");owned();("',
    '__proto__',
    'constructor',
    'owned'.repeat(2000),
    '\u0085é\ufffd😀',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const NAME = fc.constantFrom('owned', '__proto__', 'constructor', 'prototype', 'arguments', 'eval', 'é.-·', '_$H');

/** What a document of XML can hold, as an attribute or a text. */
function written(text: string): string {
  const characters = [...text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')];
  return characters.map((each) => `&#${each.codePointAt(0)};`).join('');
}
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

it('holds no word of a pack outside of its literals', () => {
  fc.assert(
    fc.property(NASTY, NASTY, NAME, NAME, (text, other, name, prefix) => {
      const [string, more] = [quoted(text), quoted(other)];
      const tests = [
        `$${name} = ${string}`,
        `p:${name}[@${name} = ${string}]/@p:${name}`,
        `matches(., ${string}) or tokenize(., ${more}) = ${string}`,
        `doc('x.xml')//c[@a = ${string}]/@b = (${string}, ${more})`,
        `.//processing-instruction(${quoted(name)}) or *:${name} or p:*`,
        `some $${name} in (${string}, .) satisfies contains($${name}, ${more})`,
        `xs:QName(${string}) = node-name(.) and 1e999 > number(${string})`,
        `${string} ! wrong`,
        `${name}(${string})`,
        `@${name} castable as xs:${name}`,
        other,
      ];
      const schema = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2" schemaVersion="${written(text)}">
<title>${written(text)}</title><ns prefix="p" uri="${written(other)}"/><ns prefix="${prefix}" uri="${written(text)}"/>
<let name="${name}" value="${written(string)}"/><pattern id="${written(text)}">
<rule context="*[h = ${written(string)}] | p:${name}[@${name} = ${written(more)}][1]" id="${written(other)}" role="${written(text)}" flag="${written(other)}">
<let name="${prefix}" value="concat(${written(string)}, .)"/>
${tests.map((test) => `<assert test="${written(test)}" id="${written(text)}">${written(other)}<value-of select="${written(string)}"/><name path="*:${name}"/></assert>`).join('\n')}
<assert test="$${prefix}"/></rule><rule context="${written(other)}"><assert test="x"/></rule></pattern></schema>`;
      const files = packFiles(['a.sch', 'x.xml'], (path) => Buffer.from(path === 'a.sch' ? schema : '<r/>'));
      const { code } = compileSchema(loadSchema(files, 'a.sch'), files);
      expect(code).not.toMatch(/[^\n -~]/);
      const bare = code.replace(/"(?:[^"\\\n]|\\.)*"/g, ' ');
      expect(bare).not.toMatch(/["'`\\]|\/[/*]/);
      const words = bare.replace(RUNTIME, ' ').match(/\w+/g) ?? [];
      expect(words.filter((word) => !WORDS.has(word) && !NUMBERED.test(word))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
