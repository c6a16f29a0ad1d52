import { describe, expect, it } from 'vitest';
import { loadSchema } from '../../../../src/packs/schematron/load/load-schema.js';
import type { MessagePart, Rule, RuleItem } from '../../../../src/packs/schematron/schema.js';
import { packOf, schemaText } from '../one-schema.js';

const NS = 'xmlns="http://purl.oclc.org/dsdl/schematron"';

function load(body: string, others: Readonly<Record<string, string>> = {}, text = schemaText(body)) {
  return loadSchema(packOf({ 's/a.sch': text, ...others }), 's/a.sch');
}

/** Assertions and variables of a rule as they are run, those of abstract rules in their place. */
function flat(body: readonly RuleItem[]): string[] {
  return body.flatMap((item) => {
    if (item.kind === 'block') return flat(item.body);
    return [item.kind === 'let' ? `$${item.name}=${item.value.text}` : item.test.text];
  });
}

const rule = (tests: string, context = 'a') =>
  `<rule context="${context}">${tests.replace(/(\S+)/g, '<assert test="$1">t</assert>')}</rule>`;
const rulesOf = (rules: readonly Rule[]) =>
  rules.map(({ context, body }) => `${context.text}: ${flat(body).join(' ')}`);

describe('includes', () => {
  it('are read relative to the file that includes, wherever they stand', () => {
    const schema = load('<include href="inc/p.sch"/>', {
      's/inc/p.sch': `<pattern ${NS} id="p"><include href="../rules/r.sch"/><include href="l.sch"/></pattern>`,
      's/inc/l.sch': `<let ${NS} name="v" value="1"/>`,
      's/rules/r.sch': `<?xml version="1.0"?>\n<rule ${NS} context="b">\n  <assert test="c">t</assert></rule>`,
    });
    expect(schema.patterns.map(({ id, rules }) => [id, ...rulesOf(rules)])).toEqual([['p', 'b: c']]);
    expect(schema.lets.map(({ name }) => name)).toEqual(['v']);
    expect(schema.patterns[0]?.rules[0]?.body[0]).toHaveProperty('place', {
      file: 's/rules/r.sch',
      line: 3,
      column: 3,
    });
    expect(schema.files).toEqual(['s/a.sch', 's/inc/l.sch', 's/inc/p.sch', 's/rules/r.sch']);
  });

  it('take the element that a fragment names, or the children that extends asks for', () => {
    const schema = load(
      `<pattern id="p"><rule context="a"><extends href="lib.sch#r"/></rule><rule context="b"><include href="#here"/></rule></pattern>
       <pattern id="q"><rule context="z"><assert id="here" test="z">t</assert></rule></pattern>`,
      {
        's/lib.sch': `<pattern ${NS}><rule context="no"/><rule id="r" context="x"><assert test="y">t</assert></rule></pattern>`,
      },
    );
    expect(rulesOf(schema.patterns[0]?.rules ?? [])).toEqual(['a: y', 'b: z']);
  });

  it('that are missing are left out and recorded with the patterns that they lose', () => {
    const body = `<include href="inc/P1.sch"/><include href="x.sch"/><include href="../../out.sch"/>
      <include href="bad.sch"/><include href="whole.sch"/><include href="p.sch#none"/><include href="p.sch"/>
      <phase id="f"><active pattern="p"/><active pattern="p1"/><active pattern="lost"/></phase>`;
    const text = schemaText(body).replace('queryBinding', 'defaultPhase="f" queryBinding');
    const schema = load(
      '',
      {
        's/p.sch': `<pattern ${NS} id="p">${rule('b')}</pattern>`,
        's/bad.sch': '<pattern',
        's/whole.sch': `<schema ${NS}/>`,
      },
      text,
    );
    expect(schema.missing.map(({ path, reason, patterns }) => [path, reason, ...patterns])).toEqual([
      ['s/inc/P1.sch', 'absent', 'p1'],
      ['s/x.sch', 'absent', 'lost'],
      ['../../out.sch', 'absent', 'lost'],
      ['s/bad.sch', 'unreadable', 'lost'],
      ['s/whole.sch', 'no-fragment', 'lost'],
      ['s/p.sch', 'no-fragment', 'lost'],
    ]);
    expect(schema.unresolved.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['pattern p1', 'pattern lost']);
    expect(schema.patterns.map(({ id }) => id)).toEqual(['p']);
  });

  it('whose case differs are used and recorded', () => {
    const schema = load('<include href="INC/p.sch"/>', { 's/inc/P.sch': `<pattern ${NS} id="p"/>` });
    expect(schema.patterns).toHaveLength(1);
    expect(schema.misnamed.map(({ wanted, path }) => [wanted, path])).toEqual([['s/INC/p.sch', 's/inc/P.sch']]);
  });

  it('that go round, or are too many, are one error', () => {
    const round = {
      's/b.sch': `<pattern ${NS}><include href="c.sch"/></pattern>`,
      's/c.sch': `<rule ${NS}><include href="b.sch"/></rule>`,
    };
    expect(() => load('<include href="b.sch"/>', round)).toThrow('s/c.sch:1:52: schematron: b.sch includes itself');
    const many = `<pattern ${NS}>${'<include href="r.sch"/>'.repeat(200)}</pattern>`;
    const bomb = { 's/p.sch': many, 's/r.sch': `<rule ${NS} context="a"/>` };
    expect(() => load('<include href="p.sch"/>'.repeat(60), bomb)).toThrow('more than 10000 includes');
  });
});

describe('abstract patterns', () => {
  const model = `<pattern abstract="true" id="m"><title>Of $code</title><let name="l" value="$code"/>
    <rule context="$ctx" role="$code"><assert test="$code and $codes">say <value-of select="$code"/> $codes<name path="$ctx"/></assert></rule></pattern>`;

  it('are written out, parameters replaced in their order and nowhere but in contexts, tests, values and texts', () => {
    const schema = load(
      `${model}<pattern id="i" is-a="m"><param name="code" value="C"/><param name="codes" value="no"/><param name="ctx" value="a/$code"/></pattern>`,
    );
    expect(schema.patterns.map(({ id, name }) => [id, name])).toEqual([['i', 'Of C']]);
    expect(rulesOf(schema.patterns[0]?.rules ?? [])).toEqual(['a/$code: C and Cs']);
    const [only] = schema.patterns[0]?.rules ?? [];
    expect(only?.role).toBe('$code');
    expect(schema.lets.map(({ value }) => value.text)).toEqual(['$code']);
    expect(messageOf(only)).toEqual(['say ', '{C}', ' Cs', '<$ctx>']);
  });

  it('replace what an earlier parameter brought', () => {
    const schema = load(
      `${model}<pattern id="i" is-a="m"><param name="ctx" value="$codes"/><param name="codes" value="$code"/><param name="code" value="z"/></pattern>`,
    );
    expect(rulesOf(schema.patterns[0]?.rules ?? [])).toEqual(['z: z and z']);
  });

  it('that nothing defines are told, and parameters cannot grow without end', () => {
    expect(load('<pattern id="i" is-a="none"/>').unresolved.map(({ kind, name }) => [kind, name])).toEqual([
      ['abstract', 'none'],
    ]);
    const doubling = Array.from({ length: 40 }, (_, n) => `<param name="p${n}_" value="$p${n + 1}_$p${n + 1}_"/>`).join(
      '',
    );
    const bomb = `<pattern abstract="true" id="m"><rule context="$p0_"/></pattern><pattern id="i" is-a="m">${doubling}</pattern>`;
    expect(() => load(bomb)).toThrow('parameters make a text');
  });
});

describe('abstract rules', () => {
  it('are those of the pattern first, then of the whole schema, and are shared', () => {
    const schema =
      load(`<pattern id="p"><rule abstract="true" id="r"><let name="v " value="1"/><assert test="own">t</assert></rule>
        <rule context="a"><assert test="first">t</assert><extends rule="r"/><assert test="last">t</assert></rule>
        <rule context="b"><extends rule="r"/><extends rule="o"/></rule></pattern>
      <pattern id="q"><rule abstract="true" id="r"><assert test="other">t</assert></rule>
        <rule abstract="true" id="o"><extends rule="r"/></rule></pattern>`);
    const rules = schema.patterns[0]?.rules ?? [];
    expect(rulesOf(rules)).toEqual(['a: first $v=1 own last', 'b: $v=1 own other']);
    expect(rules[0]?.body[1]).toBe(rules[1]?.body[0]);
    expect(schema.patterns[1]?.rules).toEqual([]);
  });

  it('that nothing defines, or that are not abstract, are told', () => {
    const schema = load(
      '<pattern id="p"><rule context="a" id="r"><extends rule="none"/></rule><rule context="b"><extends rule="r"/></rule></pattern>',
    );
    expect(schema.unresolved.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['rule none', 'rule r']);
  });

  it('that extend themselves, or bring millions of assertions, are one error', () => {
    expect(() =>
      load(
        '<pattern><rule abstract="true" id="r"><extends rule="r"/></rule><rule context="a"><extends rule="r"/></rule></pattern>',
      ),
    ).toThrow('rule r extends itself');
    const twice = Array.from(
      { length: 30 },
      (_, n) => `<rule abstract="true" id="r${n}"><extends rule="r${n + 1}"/><extends rule="r${n + 1}"/></rule>`,
    );
    const last = '<rule abstract="true" id="r30"><assert test="a">t</assert></rule>';
    expect(() =>
      load(`<pattern>${twice.join('')}${last}<rule context="a"><extends rule="r0"/></rule></pattern>`),
    ).toThrow('more than 50000 assertions');
  });
});

describe('phases', () => {
  const body = `<let name="s" value="1"/><phase id="f"><active pattern="q"/><let name="f" value="2"/></phase><phase id="g"/>
    <pattern id="p"><let name="p" value="3"/>${rule('a')}</pattern><pattern id="q"><let name="q" value="4"/>${rule('b')}</pattern>`;
  const withPhase = (phase: string) =>
    load('', {}, schemaText(body).replace('queryBinding', `defaultPhase="${phase}" queryBinding`));

  it('choose patterns and their variables; without one, all are run', () => {
    expect([load(body).phase, load(body).patterns.map(({ id }) => id)]).toEqual([undefined, ['p', 'q']]);
    expect(load(body).lets.map(({ name }) => name)).toEqual(['s', 'f', 'p', 'q']);
    expect(withPhase('f').patterns.map(({ id }) => id)).toEqual(['q']);
    expect(withPhase('f').lets.map(({ name }) => name)).toEqual(['s', 'f', 'q']);
    expect(withPhase('#ALL').phase).toBeUndefined();
  });

  it('that nothing defines run nothing, and are told', () => {
    expect(withPhase('none').patterns).toEqual([]);
    expect(withPhase('none').unresolved.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['phase none']);
  });
});

/** The message of a rule's one assertion. */
function messageOf(rule: Rule | undefined): string[] {
  const [only] = rule?.body ?? [];
  return only && 'message' in only ? only.message.map(partText) : [];
}

function partText(part: MessagePart): string {
  if (part.kind === 'text') return part.text;
  return part.kind === 'name' ? `<${part.path?.text ?? '.'}>` : `{${part.select.text}}`;
}

describe('messages', () => {
  it.each([
    [' a <value-of select="b"/> <value-of select="c"/> d ', [' a ', '{b}', '{c}', ' d ']],
    ['a <!-- no --> b', ['a  b']],
    ['<name/> and <value-of/>', ['<.>', ' and ', '{.}']],
    ['a <emph>b</emph> <span>c</span><dir> </dir> d', ['a bc d']],
    ['a <other xmlns="urn:x">lost</other> b', ['a  b']],
    ['<![CDATA[<a>]]>&amp;', ['<a>&']],
    [' \n ', []],
  ])('%s', (message, parts) => {
    const schema = load(
      `<pattern><rule context="a"><report test="b" role="warning" flag="f" id="i">${message}</report></rule></pattern>`,
    );
    const report = schema.patterns[0]?.rules[0]?.body[0];
    expect(report).toMatchObject({ kind: 'report', role: 'warning', flag: 'f', id: 'i' });
    expect(messageOf(schema.patterns[0]?.rules[0])).toEqual(parts);
  });
});

describe('a schema', () => {
  it('has a title, a version, prefixes, and those of XML Schema', () => {
    const schema = load(
      '',
      {},
      schemaText('<title> A\n title </title>').replace('queryBinding', 'schemaVersion="2" queryBinding'),
    );
    expect(schema).toMatchObject({
      id: 'a',
      path: 's/a.sch',
      title: 'A title',
      version: '2',
      namespaces: { h: 'urn:hl7-org:v3', xs: 'http://www.w3.org/2001/XMLSchema' },
    });
  });

  it.each([
    ['<schema', /^s\/a\.sch:1:\d+: xml: /],
    [`<!DOCTYPE schema><schema ${NS} queryBinding="xslt2"/>`, /xml: read\/xml-doctype/],
    ['<schema xmlns="http://www.ascc.net/xml/schematron"/>', /schematron: schema is no schema/],
    [`<pattern ${NS}/>`, /schematron: pattern is no schema/],
    [`<schema ${NS}/>`, /binding: xslt$/],
    [`<schema ${NS} queryBinding="xquery"/>`, /binding: xquery$/],
    [schemaText('<pattern><rule/></pattern>'), /:3:10: schematron: rule without a context/],
    [schemaText('<pattern documents="a"/>'), /unsupported: pattern\/@documents/],
    [schemaText('<let name="a">b</let>'), /unsupported: let without a value/],
    [
      schemaText('<k:key xmlns:k="http://www.w3.org/1999/XSL/Transform" name="k" match="a" use="b"/>'),
      /:3:1: unsupported: k:key/,
    ],
    [
      schemaText('<pattern><rule context="a"><k:if xmlns:k="http://www.w3.org/1999/XSL/Transform"/></rule></pattern>'),
      /unsupported: k:if/,
    ],
    [schemaText('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="b"/>'), /unsupported: xi:include/],
  ])('that cannot be run is refused with its place: %s', (text, message) => {
    expect(() => load('', {}, text)).toThrow(message);
  });
});
