import type { CdaSection } from '../../artifacts/cda/section.js';
import { defineCheck } from '../define.js';
import { foundAt } from '../found.js';
import { sectionSelection } from './stylesheets/section-selection.js';
import { stylesheetElements } from './stylesheets/stylesheet-elements.js';

const SELECTED = '<xsl:for-each select="c:component/c:section">';

/** The style sheet that comes with a structured document leaves out no section because of its template or code. Nothing is run: what shows, a person sees. */
export const stylesheetSections = defineCheck({
  id: 'cda/stylesheet-sections',
  on: 'cda',
  rules: {
    'left-out': {
      severity: 'warning',
      mark: 'primary',
      clause: 'REM vague 2, CDA/INT.16',
      samples: { broken: 0, of: 6, corpus: 'TestContenuCDA-3-0, interop-exemples-xdm (documents auto-présentables)' },
    },
  },
  examples: [
    {
      rule: 'left-out',
      base: 'cda-with-stylesheet',
      part: 'sheet',
      good: SELECTED,
      bad: `<xsl:for-each select="c:component/c:section[c:templateId/@root='1.3.6.1.4.1.19376.1.3.3.2.1' or c:templateId/@root='1.3.6.1.4.1.19376.1.3.3.2.2']">`,
    },
  ],
  run(cda) {
    const { stylesheet, body } = cda.content;
    if (!stylesheet || body?.level !== 3) return { evaluated: 0, findings: [], applies: false };
    const { takes, node, names } = sectionSelection(stylesheetElements(cda.content));
    // Without running it nobody can tell: a person looks at what shows.
    if (takes === 'unknown') return { evaluated: 0, findings: [], applies: false };
    const sections = withText(body.sections);
    const left = takes === 'any' ? [] : sections.filter((section) => !namesOf(section).some((name) => names.has(name)));
    const findings = left.map((section) =>
      foundAt(cda, 'left-out', section.templateIds[0]?.node ?? section.node, {
        args: { line: node ? (cda.content.document.locate(node).line ?? 0) : 0 },
        actual: namesOf(section)[0] ?? '',
      }),
    );
    return { evaluated: sections.length, findings };
  },
});

/** The sections that have a narrative part, at any depth. */
function withText(sections: readonly CdaSection[]): CdaSection[] {
  return sections.flatMap((section) => [...(section.text ? [section] : []), ...withText(section.sections)]);
}

/** By what a style sheet may name a section. */
function namesOf({ templateIds, code }: CdaSection): string[] {
  return [...templateIds.map(({ root }) => root ?? ''), code?.code ?? ''].filter(Boolean);
}
