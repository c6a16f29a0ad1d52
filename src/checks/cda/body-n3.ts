import type { XmlElement } from '../../artifacts/xml/tree.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { voletTemplatesOf, XDS_SD } from './header/templates.js';

const BODY = 'corps de niveau 3 (structuredBody)';

/** A structured document has sections that can be read, and claims the volet that defines them. */
export const bodyN3 = defineCheck({
  id: 'cda/body-n3',
  on: 'cda',
  rules: {
    'no-section': structural(BODY, 0, 90),
    'volet-template': structural('templateId (document de niveau 3)', 0, 90),
    'section-without-text': structural(BODY, 0, 90, { severity: 'warning' }),
  },
  examples: [
    {
      rule: 'volet-template',
      base: 'cda-n3',
      part: 'cda',
      good: '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>\n  <templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>',
      bad: '<templateId root="1.3.6.1.4.1.19376.1.2.20"/>',
    },
    {
      rule: 'section-without-text',
      base: 'cda-n3',
      part: 'cda',
      good: '<title>BIOCHIMIE</title>',
      bad: '',
    },
    {
      rule: 'no-section',
      base: 'cda-n3',
      part: 'cda',
      good: '<structuredBody>',
      bad: '<structuredBody/></component>\n  <component><structuredBody>',
      trips: ['cda/minimal-structure', 'cda/pdf-copy'],
    },
  ],
  run(cda) {
    const { body } = cda.content;
    if (body?.level !== 3) return { evaluated: 0, findings: [], applies: false };
    const findings: RawFinding<'no-section' | 'volet-template' | 'section-without-text'>[] = [];
    const claims = voletTemplatesOf(cda.content);
    const last = claims.at(-1);
    // What claims none is told by cda/minimal-structure.
    if (last && claims.every((each) => each.attribute('root') === XDS_SD))
      findings.push(foundAt(cda, 'volet-template', last));
    const sections = sectionsOf(body.node);
    if (sections.length === 0) findings.push(foundAt(cda, 'no-section', body.node));
    for (const section of sections) {
      if (hasText(section.first('title')) || section.first('text')) continue;
      findings.push(
        foundAt(cda, 'section-without-text', section, {
          args: { section: section.first('code')?.attribute('code') ?? '' },
        }),
      );
    }
    return { evaluated: 1 + sections.length, findings };
  },
});

/** The sections of a body or of a section, with those they contain. */
function sectionsOf(node: XmlElement): XmlElement[] {
  return node.all('component', 'section').flatMap((section) => [section, ...sectionsOf(section)]);
}

function hasText(node: XmlElement | undefined): boolean {
  return node !== undefined && node.normalizedText !== '';
}
