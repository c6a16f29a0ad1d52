import { describe, expect, it } from 'vitest';
import { prepareSchema } from '../../../src/packs/schematron/engine.js';
import { packOf, schemaOf, schemaText, told, treeOf } from './one-schema.js';

const rule = (context: string, body = '<report test="true()">.</report>'): string =>
  `<rule context="${context}">${body}</rule>`;
const pattern = (...rules: string[]): string => `<pattern>${rules.join('')}</pattern>`;

describe('what fires', () => {
  const xml = '<r><a n="1"><b n="2"/><a n="3"><b n="4"/></a></a><c n="5"><b n="6"/></c></r>';
  const fired = (...contexts: string[]) => told(schemaOf(pattern(...contexts.map((each) => rule(each)))), xml).fired;

  it('gives a node to the first rule of its pattern that matches it', () => {
    expect(fired('b', '*')).toEqual(['* r', '* a1', 'b b2', '* a3', 'b b4', '* c5', 'b b6']);
    expect(fired('*', 'b')).toHaveLength(7);
    expect(fired('*', 'b').every((each) => each.startsWith('*'))).toBe(true);
  });
  it('gives it to a rule of each pattern', () => {
    expect(told(schemaOf(pattern(rule('c')) + pattern(rule('*[self::c]'))), xml).fired).toEqual([
      'c c5',
      '*[self::c] c5',
    ]);
  });
  it.each([
    ['/', ['/']],
    ['/r', ['r']],
    ['/a', []],
    ['/r/a', ['a1']],
    ['r/a', ['a1']],
    ['a/a', ['a3']],
    ['a/b', ['b2', 'b4']],
    ['r//b', ['b2', 'b4', 'b6']],
    ['//a//b', ['b2', 'b4']],
    ['a//b', ['b2', 'b4']],
    ['/r/*/b', ['b2', 'b6']],
    ['c | a/a', ['a3', 'c5']],
    ['b[../@n = 3]', ['b4']],
    ['*[b][@n = 1]', ['a1']],
    ['a[@n]/b[@n = 4]', ['b4']],
    ['/r/*[2]', ['c5']],
    ['*[position() = last()][self::b]', ['b4', 'b6']],
    ['b/@n', []],
    ['a/text()', []],
    ['*:c', ['c5']],
    ['h:a', []],
    ['element(c)', ['c5']],
  ])('matches %s', (context, names) => {
    expect(fired(context)).toEqual(names.map((name) => `${context} ${name}`));
  });
  it('finds templates by the identifier that a context asks for', () => {
    const hl7 = `<d xmlns="urn:hl7-org:v3"><e n="1"><templateId root="A"/></e><e n="2"><templateId root="A"/><templateId root="B"/>
      <f n="3"><templateId root="A"/></f></e><g n="4"><f n="5"><templateId root="C"/></f></g></d>`;
    const names = (context: string) =>
      told(schemaOf(pattern(rule(context))), hl7).fired.map((each) => each.slice(context.length + 1));
    expect(names("*[h:templateId/@root = 'A']")).toEqual(['e1', 'e2', 'f3']);
    expect(names("h:e[h:templateId[@root = 'A']]")).toEqual(['e1', 'e2']);
    expect(names("h:e['B' = h:templateId/@root and @n]/h:f[h:templateId/@root='A']")).toEqual(['f3']);
    expect(names("h:e/h:f[h:templateId/@root='C']")).toEqual([]);
    expect(names("h:g/h:f[h:templateId/@root='C']")).toEqual(['f5']);
    expect(names("*[h:templateId/@root = 'A']//*[h:templateId/@root = 'A']")).toEqual(['f3']);
    expect(names("*[h:templateId/@root = 'Z']")).toEqual([]);
  });
  it('takes an error within a context for no match', () => {
    expect(fired("a[string(b/@n | @n) = '1']", 'c')).toEqual(['c c5']);
    expect(fired('*[xs:integer(string(@n)) = 5]')).toEqual(['*[xs:integer(string(@n)) = 5] c5']);
  });
});

describe('variables', () => {
  it('sees those of the schema and of every pattern everywhere, in any order', () => {
    const schema = schemaOf(
      `<let name="one" value="$two - 1"/><let name="two" value="count(//b)"/>
       <pattern><let name="three" value="$one + $two"/>${rule('/r', '<report test="$three = 3"><value-of select="$three"/></report>')}</pattern>
       ${pattern(rule('b', '<report test="$one = 1"><value-of select="$three"/></report>'))}`,
    );
    expect(told(schema, '<r><b/><b/></r>').texts).toEqual(['3', '3', '3']);
    expect(told(schema, '<r/>').texts).toEqual([]);
  });
  it('evaluates those of a rule on its node, and only where they are needed', () => {
    const schema = schemaOf(
      pattern(
        rule(
          'b',
          `<let name="bad" value="xs:integer('x')"/><let name="n" value="@n * 2"/>
        <report test="$n = 4 or $bad = 1">four</report><report test="$bad = 1">never</report><report test="true()"><value-of select="$n"/></report>`,
        ),
      ),
    );
    const { texts, failures } = told(schema, '<r><b n="2"/><b n="3"/></r>');
    expect(texts).toEqual(['four', '4', '6']);
    expect(failures.map(({ code, test }) => [code, test])).toEqual([
      ['FORG0001', '$bad = 1'],
      ['FORG0001', '$n = 4 or $bad = 1'],
      ['FORG0001', '$bad = 1'],
    ]);
  });
  it('lets a later one hide an earlier one, that of an abstract rule too', () => {
    const schema = schemaOf(
      `<pattern><rule abstract="true" id="in"><let name="v" value="concat($v, '-in')"/><report test="true()">in <value-of select="$v"/></report></rule>
       ${rule(
         'a',
         `<let name="v" value="'a'"/><report test="true()">before <value-of select="$v"/></report><extends rule="in"/>
         <report test="true()">after <value-of select="$v"/></report><let name="v" value="'z'"/><report test="true()">last <value-of select="$v"/></report>`,
       )}
       ${rule('b', `<let name="v" value="name()"/><extends rule="in"/>`)}</pattern>`,
    );
    expect(told(schema, '<r><a/><b/></r>').texts).toEqual(['before a', 'in a-in', 'after a-in', 'last z', 'in b-in']);
  });
});

describe('what is said', () => {
  it('extends rules in their place, and tells which rule an assertion belongs to', () => {
    const schema = schemaOf(
      `<pattern><rule abstract="true" id="two"><assert test="@y" role="warning">y</assert></rule>
       <rule abstract="true" id="one"><assert test="@x">x</assert><extends rule="two"/></rule>
       ${rule('a', '<assert test="@first">first</assert><extends rule="one"/><assert test="@last" id="l">last</assert>')}${rule('b', '<extends rule="one"/>')}</pattern>`,
    );
    expect(schema.info.assertions.map(({ rule, test, role, id }) => [rule, test, role, id])).toEqual([
      [0, '@first', undefined, undefined],
      [0, '@x', undefined, undefined],
      [0, '@y', 'warning', undefined],
      [0, '@last', undefined, 'l'],
      [1, '@x', undefined, undefined],
      [1, '@y', 'warning', undefined],
    ]);
    const outcome = schema.judge(treeOf('<r><b y=""/><a x="" first=""/></r>'));
    expect(outcome.results).toEqual([
      { assertion: 4, firing: 0, text: 'x' },
      { assertion: 2, firing: 1, text: 'y' },
      { assertion: 3, firing: 1, text: 'last' },
    ]);
  });
  it('puts values in messages without a blank of its own', () => {
    const schema = schemaOf(
      pattern(
        rule(
          'a',
          '<report test="b">&lt;<name/>&gt; <value-of select="b/@n"/> <name path="b[1]"/>: <emph>all</emph>.</report>',
        ),
      ),
    );
    expect(told(schema, '<r><a><b n="1"/><b n="2"/></a></r>').texts).toEqual(['<a> 1 2b: all.']);
  });
  it('says the same of the same document again', () => {
    const schema = schemaOf(
      pattern(rule('a', '<let name="n" value="@n"/><report test="$n"><value-of select="$n"/></report>')),
    );
    const first = told(schema, '<r><a n="1"/><a/></r>');
    expect(told(schema, '<r><a n="7"/></r>').texts).toEqual(['7']);
    expect(told(schema, '<r><a n="1"/><a/></r>')).toEqual(first);
  });
});

describe('what cannot be run', () => {
  it('fails the assertion alone, on that node alone', () => {
    const schema = schemaOf(
      pattern(rule('a', '<report test="xs:integer(string(@n)) = 1">one</report><report test="@n">n</report>')),
    );
    const { texts, failures } = told(schema, '<r><a n="x"/><a n="1"/></r>');
    expect(texts).toEqual(['n', 'one', 'n']);
    expect(failures).toMatchObject([{ code: 'FORG0001', test: 'xs:integer(string(@n)) = 1' }]);
  });
  it('tells the expressions that are wrong, where they stand, and runs all others', () => {
    const schema = schemaOf(
      pattern(
        rule('a[', '<report test="true()">never</report>'),
        rule(
          'a',
          `<let name="wrong" value="1 +"/><report test="@n =">wrong</report><report test="$wrong">wrong</report>
           <report test="@n"><value-of select="]"/></report><report test="nothing()">unknown</report>
           <report test="doc('no.xml')/a">missing</report><report test="@n">right</report>`,
        ),
        rule('b/comment()'),
      ),
    );
    expect(
      schema.info.defects.map(({ reason, rule, assertion, place }) => [
        reason,
        rule,
        assertion,
        place.file,
        place.line,
      ]),
    ).toEqual([
      ['xpath', 0, undefined, 'a.sch', 3],
      ['xpath', 1, 1, 'a.sch', 3],
      ['xpath', 1, 2, 'a.sch', 3],
      ['xpath', 1, 3, 'a.sch', 4],
      ['unsupported', 1, 4, 'a.sch', 4],
      ['missing-document', 1, 5, 'a.sch', 5],
      ['unsupported', 2, undefined, 'a.sch', 5],
    ]);
    const { texts, failures } = told(schema, '<r><a n="1"/></r>');
    expect(texts).toEqual(['right']);
    expect(failures.map(({ code }) => code)).toEqual(['xpath', 'xpath', 'xpath', 'unsupported', 'missing-document']);
  });
  it('tells a variable that is made of itself', () => {
    const schema = schemaOf(
      `<let name="a" value="$b + 1"/><let name="b" value="$a"/>${pattern(rule('r', '<report test="$a">a</report>'))}`,
    );
    expect(schema.info.defects).toHaveLength(1);
    expect(told(schema, '<r/>').failures).toHaveLength(1);
  });
  it('tells files that assertions read, by their variables too', () => {
    const schema = schemaOf(
      `<let name="path" value="'codes.xml'"/>${pattern(
        rule(
          'a',
          `<let name="codes" value="document($path)//c/@code"/>
        <assert test="@n = $codes">unknown</assert><assert test="@n = doc('codes.xml')//c/@code">unknown</assert><assert test="@n">n</assert>`,
        ),
      )}`,
      { 'codes.xml': '<s><c code="1"/><c code="2"/></s>' },
    );
    expect(schema.info.assertions.map(({ documents }) => documents)).toEqual([['codes.xml'], ['codes.xml'], []]);
    expect(told(schema, '<r><a n="2"/><a n="3"/></r>').texts).toEqual(['unknown', 'unknown']);
  });
  it('throws for a file that is no schema', () => {
    expect(() => prepareSchema(packOf({ 'a.sch': '<a/>' }), 'a.sch')).toThrow('schematron');
    expect(() => prepareSchema(packOf({ 'a.sch': schemaText('<pattern>') }), 'a.sch')).toThrow('xml');
  });
});

describe('a hostile pack', () => {
  const escapes = [
    `";globalThis.marked=1;"`,
    `';globalThis.marked=1;'`,
    ['`;globalThis.marked=1;`$', '{globalThis.marked=1}'].join(''),
    '*/globalThis.marked=1;/*',
    '\u2028globalThis.marked=1;\u2029',
    '\\";globalThis.marked=1;//',
    '</script>globalThis.marked=1',
    '){}globalThis.marked=1;function(',
  ];
  const attribute = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

  it.each(escapes)('never runs what it writes: %s', (text) => {
    const bad = attribute(text);
    const string = attribute(`'${text.replaceAll("'", "''")}'`);
    const body = `<title>${bad}</title><let name="${bad}" value="${string}"/><let name="g" value="${string}"/>
      <pattern id="${bad}"><title>${bad}</title>
      <rule id="${bad}" role="${bad}" context="${bad}"><report test="true()">${bad}</report></rule>
      <rule context="a[@n = ${string}]" id="${bad}"><report test="true()" id="${bad}" role="${bad}">${bad}<value-of select="${string}"/></report></rule>
      <rule context="*[templateId/@root = ${string} or h:templateId/@root = ${string}]"><report test="true()">.</report></rule>
      <rule context="a"><let name="${bad}" value="${bad}"/><let name="v" value="concat(${string}, $g)"/>
        <assert test="${bad}">${bad}</assert><report test="contains($v, ${string})"><value-of select="$v"/></report>
        <report test="matches(@n, ${string})">m</report><report test="doc(${string})">d</report><report test="$${bad}">v</report>
        <report test="h:x[@*[name() = ${string}]]">x</report><report test="translate(@n, ${string}, ${string}) = ${string}">t</report></rule></pattern>`;
    const schema = schemaOf(body);
    told(schema, `<r><a n="${bad}"/><a n="x"/></r>`);
    expect(globalThis).not.toHaveProperty('marked');
    expect(told(schema, `<r><a n="${bad}"/></r>`).texts).toEqual([
      text.trim() === text ? text + text : expect.any(String),
    ]);
  });
});
