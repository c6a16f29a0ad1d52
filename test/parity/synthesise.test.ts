import { describe, expect, it } from 'vitest';
import { loadSchema } from '../../src/packs/schematron/load/load-schema.js';
import { packOf, schemaOf, schemaText, treeOf } from '../packs/schematron/one-schema.js';
import { synthesise } from './synthesise.js';

/** Contexts and tests, each in the forms that the official rules have. */
const RULES = [
  ['*[h:templateId/@root="1.2.3" and h:code/@code="A"]', ['h:title', 'count(h:entry)<=1', 'not(h:id) or h:id/@root']],
  [
    '//h:ClinicalDocument[h:typeId[@root="1"][@extension="X"]]/h:author[not(@nullFlavor)]',
    ['h:time/@value castable as xs:integer'],
  ],
  [
    '/h:ClinicalDocument/h:component[@typeCode="COMP"]/h:section',
    ['@classCode="DOCSECT"', 'string-length(h:title)<=8'],
  ],
  ['h:supply[h:product/h:code[@code="B" or @code="C"]]//h:value', ['matches(@value, "^[0-9]+$")', 'not(@unit)']],
  ['h:low | h:high', ['starts-with(@value, "2024")', '@inclusive or $known = "k"']],
  ['h:organizer/*[not(self::h:component)]', ['false()']],
  ['x:other', ['count(h:part)>=2', 'if (@a) then @a="1" else true()']],
] as const;

const BODY = `<let name="known" value="'z'"/>${RULES.map(
  ([context, tests], rank) =>
    `<pattern id="p${rank}"><rule context='${context}'>${tests
      .map((test) => `<assert test='${test.replaceAll('<', '&lt;')}'>${rank}</assert>`)
      .join('')}<report test="@said='yes'">said</report></rule></pattern>`,
).join('')}`;

describe('synthesise', () => {
  const ready = schemaOf(BODY);
  const documents = synthesise(loadSchema(packOf({ 'a.sch': schemaText(BODY) }), 'a.sch'));
  const outcomes = documents.map(({ text }) => ready.judge(treeOf(text)));

  it('makes documents in which each rule fires', () => {
    const fired = new Set(outcomes.flatMap((each) => each.fired));
    expect(ready.info.rules.filter((_, rank) => !fired.has(rank)).map(({ context }) => context)).toEqual([]);
  });

  it('makes documents in which each assertion fails, and each but those that cannot holds', () => {
    const said = new Set(outcomes.flatMap(({ results }) => results.map(({ assertion }) => assertion)));
    const { assertions } = ready.info;
    expect(assertions.filter((_, rank) => !said.has(rank)).map(({ test }) => test)).toEqual([]);
    const held = assertions.filter(({ rule }, rank) =>
      outcomes.some(({ fired, results }) =>
        fired.some(
          (each, firing) => each === rule && !results.some((one) => one.firing === firing && one.assertion === rank),
        ),
      ),
    );
    expect(assertions.filter((each) => !held.includes(each)).map(({ test }) => test)).toEqual(['false()']);
  });

  it('makes the same documents again, each once', () => {
    expect(synthesise(loadSchema(packOf({ 'a.sch': schemaText(BODY) }), 'a.sch'))).toEqual(documents);
    expect(new Set(documents.map(({ text }) => text)).size).toBe(documents.length);
  });
});
