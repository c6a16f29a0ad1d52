import { describe, expect, it } from 'vitest';
import { stylesheetSafety } from '../../../src/checks/cda/stylesheet-safety.js';
import { stylesheetSections } from '../../../src/checks/cda/stylesheet-sections.js';
import { runOn } from '../../support/run-check.js';

const SELECT = 'select="c:component/c:section"';

/** What is said of the sections when they are selected so; `beside` stands among the templates. */
async function sections(select: string, beside = '') {
  const { applies, findings } = await runOn(stylesheetSections, 'cda-with-stylesheet', [
    ['sheet', SELECT, select],
    ['sheet', '</xsl:stylesheet>', `${beside}</xsl:stylesheet>`],
  ]);
  return applies ? findings.map(({ actual }) => actual) : undefined;
}

const ROOTS = ['1.3.6.1.4.1.19376.1.3.3.2.1', '1.3.6.1.4.1.19376.1.3.3.2.2'];
const NAMED = `select="c:component/c:section[${ROOTS.map((root) => `c:templateId/@root='${root}'`).join(' or ')}]"`;

describe('cda/stylesheet-sections', () => {
  it('finds the section that a list of templates leaves out', async () => {
    expect(await sections(NAMED)).toEqual(['1.2.250.1.213.1.1.2.243']);
  });

  it('says nothing of a sheet that also takes the others', async () => {
    expect(await sections(NAMED, `<xsl:template name="autres"><xsl:for-each ${SELECT}/></xsl:template>`)).toEqual([]);
    expect(await sections('select="c:component/c:section[c:text]"')).toEqual([]);
    expect(await sections(`select="c:component/c:section[not(c:code/@code='1')]"`)).toEqual([]);
    expect(await sections(`select="c:component/c:section[position()=1]"`)).toEqual([]);
  });

  it('does not conclude where reading does not tell', async () => {
    expect(await sections('select="c:component/*"')).toBeUndefined();
    expect(
      await sections(NAMED, '<xsl:template match="c:structuredBody" mode="x"><xsl:apply-templates/></xsl:template>'),
    ).toBeUndefined();
    expect((await runOn(stylesheetSections, 'cda-n3')).applies).toBe(false);
  });

  it('is not taken in by names that only look like it', async () => {
    expect(
      await sections(NAMED, '<xsl:variable name="v" select="c:subsection | c:section-title | @section"/>'),
    ).toEqual(['1.2.250.1.213.1.1.2.243']);
  });
});

describe('cda/stylesheet-safety', () => {
  it('leaves alone what only looks dangerous, and what stands in the document', async () => {
    const { findings } = await runOn(stylesheetSafety, 'cda-with-stylesheet', [
      [
        'sheet',
        '<head>',
        `<head><meta name="once" content="x"/><xsl:variable name="v" select="document('')/mydocument(1)"/>`,
      ],
      ['cda', '<title>BIOCHIMIE</title>', '<title>javascript: document() onload</title>'],
    ]);
    expect(findings).toEqual([]);
  });
});
