import { describe, expect, it } from 'vitest';
import { parseXmlText } from '../../src/artifacts/xml/parse.js';
import { randomOf } from '../fuzz/mutate.js';
import { cut } from './documents.js';
import { FAULTS } from './faults.js';
import { mutate } from './mutate.js';
import { scan } from './scan.js';

const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<!-- <no> tag -->
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <templateId root="1.2.250.1.213.1.1.1.1"/>
  <code code="34133-9" codeSystem='2.16.840.1.113883.6.1'/>
  <effectiveTime><low value="20240101"/><high value="20240102"/></effectiveTime>
  <title>Un &lt;titre&gt;</title>
  <component><section><entry xmlns:lab="urn:lab"><value xsi:type="PQ" unit="g"/><lab:code/></entry></section></component>
</ClinicalDocument>`;

/** The document after the first seed that finds a place for a fault. */
function faulty(name: string): string {
  const elements = scan(DOCUMENT);
  for (let seed = 0; seed < 100; seed++) {
    const text = FAULTS[name]?.({ text: DOCUMENT, elements, random: randomOf(seed) });
    if (text !== undefined && text !== DOCUMENT) return text;
  }
  throw new Error(`${name} finds no place`);
}

const names = (text: string) => scan(text).map(({ name }) => name);
const attributes = (text: string) => scan(text).flatMap((each) => each.attributes.map(({ name }) => name));
const values = (text: string) =>
  scan(text).flatMap((each) => each.attributes.map(({ valueStart, valueEnd }) => text.slice(valueStart, valueEnd)));

describe('mutate', () => {
  it('gives the same text for the same seed, and another for another', () => {
    const make = (seed: number) => mutate(DOCUMENT, { seed, faults: 5 });
    expect(make(1)).toEqual(make(1));
    expect(make(1).text).not.toBe(make(2).text);
  });

  it('makes as many faults as it is asked for, and leaves the document well formed', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { text, faults } = mutate(DOCUMENT, { seed, faults: 6 });
      expect(faults.length, `seed ${seed}`).toBeGreaterThan(0);
      expect(() => parseXmlText(text), `seed ${seed}: ${faults}\n${text}`).not.toThrow();
      expect(scan(text)[0]?.name).toBe('ClinicalDocument');
    }
  });

  it.each(Object.keys(FAULTS))('%s leaves the document well formed', (name) => {
    expect(() => parseXmlText(faulty(name))).not.toThrow();
  });

  it('makes no fault where there is no place for one', () => {
    expect(mutate('<ClinicalDocument/>', { seed: 1, faults: 3 })).toEqual({ text: '<ClinicalDocument/>', faults: [] });
  });
});

describe('faults', () => {
  it('delete, duplicate and rename elements', () => {
    expect(names(faulty('delete')).length).toBeLessThan(names(DOCUMENT).length);
    expect(names(faulty('duplicate')).length).toBeGreaterThan(names(DOCUMENT).length);
    expect(names(faulty('rename'))).toHaveLength(names(DOCUMENT).length);
    expect(names(faulty('rename'))).not.toEqual(names(DOCUMENT));
  });

  it('swap and move keep every element', () => {
    for (const name of ['swap', 'move']) {
      expect(names(faulty(name)).toSorted()).toEqual(names(DOCUMENT).toSorted());
      expect(faulty(name)).not.toBe(DOCUMENT);
    }
  });

  it('never move what would lose the prefix of its name', () => {
    for (let seed = 0; seed < 300; seed++) {
      const text = FAULTS.move?.({ text: DOCUMENT, elements: scan(DOCUMENT), random: randomOf(seed) }) ?? DOCUMENT;
      expect(() => parseXmlText(text)).not.toThrow();
    }
  });

  it('empty takes the content away, child and text add some', () => {
    expect(faulty('empty').length).toBeLessThan(DOCUMENT.length);
    expect(parseXmlText(faulty('cdata')).documentElement.textContent).toContain('<ajout> &');
    for (const name of ['comment', 'instruction']) {
      expect(names(faulty(name))).toEqual(names(DOCUMENT));
      expect(faulty(name).length).toBeGreaterThan(DOCUMENT.length);
    }
    expect(names(faulty('child'))).toHaveLength(names(DOCUMENT).length + 1);
    expect(parseXmlText(faulty('text')).documentElement.textContent).toContain('texte');
  });

  it('drop, replace, borrow and add attributes', () => {
    expect(attributes(faulty('drop-attribute'))).toHaveLength(attributes(DOCUMENT).length - 1);
    for (const name of ['replace-attribute', 'type', 'unbound-type', 'code', 'template', 'date']) {
      expect(attributes(faulty(name))).toEqual(attributes(DOCUMENT));
      expect(values(faulty(name))).not.toEqual(values(DOCUMENT));
    }
    expect(attributes(faulty('null-flavor'))).toContain('nullFlavor');
    expect(names(faulty('bound')).filter((name) => name === 'low' || name === 'high')).toHaveLength(3);
  });
});

describe('cut', () => {
  it('takes the document out of the stylesheet that shows it, with its namespaces', () => {
    const text = `<xsl:stylesheet xmlns:xsl="urn:xsl" xmlns:c="urn:hl7-org:v3" xmlns:d="urn:d"><data><c:ClinicalDocument xmlns:d="urn:own"><c:id/></c:ClinicalDocument></data></xsl:stylesheet>`;
    const root = parseXmlText(cut(text)).documentElement;
    expect(root.localName).toBe('ClinicalDocument');
    expect(root.namespaceURI).toBe('urn:hl7-org:v3');
    expect(cut(text)).toContain('xmlns:d="urn:own"');
    expect(cut(text)).not.toContain('xmlns:d="urn:d"');
  });

  it('leaves a document alone that is one', () => {
    expect(cut(DOCUMENT)).toBe(DOCUMENT);
  });
});
